import { multiply } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { BATCH, SEQUENCE, SOURCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { attend, selfAttention } from '../parts/attention';
import { outputHead } from '../parts/decoder';
import { plainMlp } from '../parts/mlp';
import { activationOf } from './llama';

type Part = 'encoder' | 'decoder';

/** Where BART and its relatives differ. */
export interface BartSpec {
  /** Rows of the learned or stored positions. */
  readonly rows: (c: ConfigReader, part: Part) => number;
  readonly embeddingNorm?: boolean;
  /** A norm after the last layer. */
  readonly lastNorm?: boolean;
  /** Norms before instead of after. */
  readonly before?: boolean;
  /** Biases of the attention; the keys' own. */
  readonly bias?: (c: ConfigReader) => boolean;
  readonly keyBias?: boolean;
  readonly head?: string;
  readonly vocab?: (c: ConfigReader) => number;
  /** The causal class keeps its own head whatever the key says. */
  readonly headApart?: boolean;
  /** Both sides read the same tokens, once: nothing is kept (classifiers, question answering). */
  readonly once?: boolean;
  /** What turns the source into the encoder's first states: by default an embedding. */
  readonly front?: (b: Builder) => number;
}

const names = ['q_proj', 'k_proj', 'v_proj', 'out_proj'] as const;

function sizesOf(c: ConfigReader, part: Part) {
  const heads = c.int(`${part}_attention_heads`);
  const hidden = c.int('d_model');
  const shape = { heads, kvHeads: heads, headDim: heads > 0 ? Math.floor(hidden / heads) : 0 };
  return { shape, hidden, inner: c.int(`${part}_ffn_dim`), layers: c.int(`${part}_layers`) };
}

/** Attention to the encoder's states, whose keys and values are made once. */
function crossAttention(
  b: Builder,
  x: number,
  source: number,
  [bias, keyBias, kept]: readonly [bias: boolean, keyBias: boolean, kept: boolean],
): number {
  const { shape, hidden } = sizesOf(b.c, 'decoder');
  const k = b.linear(source, 'k_proj', hidden, { bias: keyBias });
  const v = b.linear(source, 'v_proj', hidden, { bias });
  const q = b.linear(x, 'q_proj', hidden, { bias });
  const held = [BATCH, shape.heads, SOURCE, shape.headDim];
  if (kept)
    for (const kind of ['cross_key', 'cross_value'] as const) b.cache({ name: kind, kind, shape: held });
  return b.linear(attend(b, q, k, v, { ...shape, causal: false, kind: 'cross' }), 'out_proj', hidden, {
    bias,
  });
}

/** Tensors of a cross-attention that has nothing to attend to. */
function idleCross(b: Builder, bias: boolean, keyBias: boolean): void {
  const { hidden } = sizesOf(b.c, 'decoder');
  const from = b.c.int('cross_attention_hidden_size', hidden);
  const linear = (name: string, inputs: number, biased: boolean) => {
    b.weight(`${name}.weight`, [hidden, inputs]);
    if (biased) b.weight(`${name}.bias`, [hidden]);
  };
  b.scope('encoder_attn', () => {
    linear('q_proj', hidden, bias);
    linear('k_proj', from, keyBias);
    linear('v_proj', from, bias);
    linear('out_proj', hidden, bias);
  });
  for (const leaf of ['weight', 'bias']) b.weight(`encoder_attn_layer_norm.${leaf}`, [hidden]);
}

/** One side of the model. `source` is what a decoder attends to, `idle` that there is none. */
function stack(b: Builder, x: number, part: Part, s: BartSpec, source?: number | 'idle'): number {
  const { c } = b;
  const { shape, hidden, inner, layers } = sizesOf(c, part);
  const act = activationOf(c, 'gelu');
  const bias = s.bias ? s.bias(c) : true;
  const keyBias = s.keyBias ?? bias;
  const spec = {
    ...shape,
    causal: part === 'decoder',
    cached: !s.once,
    names,
    bias: [bias, keyBias, bias] as const,
    outBias: bias,
    rotary: 0,
  };
  const branch = (y: number, norm: string, f: (h: number) => number) =>
    s.before ? b.add(y, f(b.norm(y, norm, 'layer'))) : b.norm(b.add(y, f(y)), norm, 'layer');
  const rows = s.rows(c, part);
  let h = x;
  if (rows > 0) {
    const table = b.param('embed_positions.weight', [rows, hidden]);
    h = b.add(h, b.op('Gather', [table, -1], b.shapeOf(h)));
  }
  if (s.embeddingNorm) h = b.norm(h, 'layernorm_embedding', 'layer');
  b.repeat('layers', layers, () => {
    h = branch(h, 'self_attn_layer_norm', (n) => b.scope('self_attn', () => selfAttention(b, n, spec)));
    if (source === 'idle') idleCross(b, bias, keyBias);
    else if (source !== undefined)
      h = branch(h, 'encoder_attn_layer_norm', (n) =>
        b.scope('encoder_attn', () => crossAttention(b, n, source, [bias, keyBias, !s.once])),
      );
    h = branch(h, 'final_layer_norm', (n) => plainMlp(b, n, inner, act, { bias: true }, ['fc1', 'fc2']));
  });
  return s.lastNorm ? b.norm(h, 'layer_norm', 'layer') : h;
}

function facts(b: Builder, task: 'causal' | 'encoder-decoder', vocab: number): void {
  const { hidden, layers } = sizesOf(b.c, 'decoder');
  Object.assign(b.facts, { task, hiddenSize: hidden, layers, vocabularySize: vocab });
  b.facts.tiedEmbeddings = b.c.bool('tie_word_embeddings', true);
}

/** The decoder alone, as a causal model: cross-attention is stored but has nothing to attend to. */
function causal(b: Builder, s: BartSpec): void {
  const { c } = b;
  const vocab = s.vocab ? s.vocab(c) : c.int('vocab_size');
  const { hidden } = sizesOf(c, 'decoder');
  const ids = b.input('input_ids', [BATCH, SEQUENCE], 'int64');
  const x = b.scope('model.decoder', () =>
    stack(b, b.embedding(ids, 'embed_tokens', vocab, hidden), 'decoder', s, 'idle'),
  );
  const tied = c.bool('tie_word_embeddings', true) && !s.headApart;
  const table = tied ? b.find('model.decoder.embed_tokens.weight') : undefined;
  b.output(outputHead(b, x, s.head ?? 'lm_head', vocab, table));
  facts(b, 'causal', vocab);
}

/** Encoder and decoder without a head; the decoder's states. */
export function bartTrunk(b: Builder, s: BartSpec): number {
  const { c } = b;
  const vocab = s.vocab ? s.vocab(c) : c.int('vocab_size');
  const { hidden } = sizesOf(c, 'decoder');
  const read = s.once ? SEQUENCE : SOURCE;
  const ids = b.input('decoder_input_ids', [BATCH, SEQUENCE], 'int64');
  const shared = s.front ? undefined : b.weight('shared.weight', [vocab, hidden]);
  const tied = c.bool('tie_word_embeddings', true);
  const look = (tokens: number) => {
    const own = shared === undefined || !tied;
    const table = own ? b.param('embed_tokens.weight', [vocab, hidden]) : b.seen(shared);
    if (!own) b.tie(shared, 'embed_tokens.weight');
    return b.op('Gather', [table, tokens], [...b.shapeOf(tokens), hidden]);
  };
  const source = b.scope('encoder', () => {
    const front = s.front ?? (() => look(b.input('input_ids', [BATCH, read], 'int64')));
    return stack(b, front(b), 'encoder', s);
  });
  return b.scope('decoder', () => stack(b, look(ids), 'decoder', s, source));
}

/** Encoder and decoder; `bare` without the head and the `model.` before the names. */
function pair(b: Builder, s: BartSpec, bare: boolean): void {
  const { c } = b;
  const vocab = s.vocab ? s.vocab(c) : c.int('vocab_size');
  const trunk = bare ? '' : 'model.';
  const x = bare ? bartTrunk(b, s) : b.scope('model', () => bartTrunk(b, s));
  facts(b, 'encoder-decoder', vocab);
  if (bare) {
    b.output(x);
    return;
  }
  const table = b.find(`${trunk}${s.front ? 'decoder.embed_tokens' : 'shared'}.weight`);
  const tied = c.bool('tie_word_embeddings', true);
  b.output(outputHead(b, x, s.head ?? 'lm_head', vocab, tied ? table : undefined));
  if (!s.front) b.weight('final_logits_bias', [1, vocab], { role: 'buffer' });
}

/** Whisper's convolutions over the spectrogram: two frames of it make one source position. */
function spectrogram(b: Builder): number {
  const { c } = b;
  const { hidden } = sizesOf(c, 'encoder');
  const bins = c.int('num_mel_bins');
  const frames = multiply(2, SOURCE);
  const mel = b.input('input_features', [BATCH, bins, frames]);
  const conv = (x: number, name: string, from: number, stride: number, rows: Expression) => {
    const inputs = [x, b.param(`${name}.weight`, [hidden, from, 3]), b.param(`${name}.bias`, [hidden])];
    return b.activate(
      b.op('Conv', inputs, [BATCH, hidden, rows], { kernel_shape: [3], strides: [stride] }),
      'gelu',
    );
  };
  const x = conv(conv(mel, 'conv1', bins, 1, frames), 'conv2', hidden, 2, SOURCE);
  return b.op('Transpose', [x], [BATCH, SOURCE, hidden], { perm: [0, 2, 1] });
}

const plus = (more: number) => (c: ConfigReader) => c.int('max_position_embeddings') + more;
export const bart: BartSpec = { rows: plus(2), embeddingNorm: true };
export const mbart: BartSpec = { ...bart, before: true, lastNorm: true };
const pegasus: BartSpec = { rows: plus(0), before: true, lastNorm: true };
const whisper: BartSpec = {
  rows: (c, part) => c.int(part === 'encoder' ? 'max_source_positions' : 'max_target_positions'),
  before: true,
  lastNorm: true,
  keyBias: false,
  head: 'proj_out',
  front: spectrogram,
};
const decoderVocab = (c: ConfigReader) => c.int('decoder_vocab_size', c.int('vocab_size'));
const marian: BartSpec = { rows: plus(0), vocab: decoderVocab };
const bigbird: BartSpec = {
  rows: plus(0),
  embeddingNorm: true,
  bias: (c) => c.bool('use_bias'),
  headApart: true,
};
const small: BartSpec = { rows: plus(0), embeddingNorm: true };

/** The classes of a type: the pair with its head, the bare pair, the decoder alone. */
function classes(type: string, prefix: string, s: BartSpec): Record<string, (b: Builder) => void> {
  return {
    [type]: (b) => pair(b, s, false),
    [`${prefix}ForConditionalGeneration`]: (b) => pair(b, s, false),
    [`${prefix}Model`]: (b) => pair(b, s, true),
    [`${prefix}ForCausalLM`]: (b) => causal(b, s),
  };
}

export const bartFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  ...classes('bart', 'Bart', bart),
  ...classes('mbart', 'MBart', mbart),
  ...classes('plbart', 'PLBart', bart),
  ...classes('mvp', 'Mvp', bart),
  ...classes('pegasus', 'Pegasus', pegasus),
  ...classes('blenderbot', 'Blenderbot', pegasus),
  ...classes('blenderbot-small', 'BlenderbotSmall', small),
  ...classes('whisper', 'Whisper', whisper),
  MarianForCausalLM: (b) => causal(b, marian),
  BigBirdPegasusForCausalLM: (b) => causal(b, bigbird),
  trocr: (b) =>
    causal(b, { ...bart, head: 'output_projection', embeddingNorm: b.c.bool('layernorm_embedding', true) }),
};
