/** Masked language models declared with their operators: encoders whose layers are put together from the shared parts. */
import type { Builder } from '../../builder';
import { selfAttention, tokenIds } from '../../parts/attention';
import type { SelfAttentionSpec } from '../../parts/attention';
import { decoderLayer, outputHead } from '../../parts/decoder';
import { layersByKind } from '../../parts/layers';
import { gatedMlp, packedGatedMlp, plainMlp } from '../../parts/mlp';
import { headsOf, headWidth, layerKinds } from '../../parts/sizes';
import { vocabularyHead } from '../bert';
import { positions } from '../gpt2';
import { activationOf } from '../llama';

function facts(b: Builder, hidden: number, layers: number): void {
  const [vocabularySize, tiedEmbeddings] = [b.c.int('vocab_size'), b.c.bool('tie_word_embeddings', true)];
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers, vocabularySize, tiedEmbeddings });
}

/** Words, and what is added to them before the first layer. */
interface EmbeddingSpec {
  readonly width: number;
  readonly positions?: boolean;
  readonly types?: boolean;
  readonly norm?: string;
}

function embeddings(b: Builder, s: EmbeddingSpec): number {
  const { c } = b;
  return b.scope('embeddings', () => {
    const ids = tokenIds(b);
    let x = b.embedding(ids, 'word_embeddings', c.int('vocab_size'), s.width);
    if (s.positions)
      x = b.add(x, positions(b, 'position_embeddings', c.int('max_position_embeddings'), s.width));
    if (s.types) {
      const types = b.op('ConstantOfShape', [ids], b.shapeOf(ids));
      x = b.add(x, b.embedding(types, 'token_type_embeddings', c.int('type_vocab_size'), s.width));
    }
    return b.norm(x, s.norm ?? 'LayerNorm', 'layer');
  });
}

/** A dense layer, an activation, a norm, then the vocabulary: names under the current scope. */
function transformed(
  b: Builder,
  x: number,
  width: number,
  names: readonly [dense: string, norm: string],
  act: string,
  bias = true,
): number {
  return b.norm(b.activate(b.linear(x, names[0], width, { bias }), act), names[1], 'layer');
}

/** DistilBERT: BERT without token types or a pooler. */
function distilbert(b: Builder): void {
  const { c } = b;
  const [width, heads] = [c.int('dim'), c.int('n_heads')];
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads, width), causal: false };
  const names = ['q_lin', 'k_lin', 'v_lin', 'out_lin'] as const;
  const attention: SelfAttentionSpec = { ...shape, names, bias: true, outBias: true, rotary: 0 };
  const act = c.string('activation', 'gelu');
  const hidden = b.scope('distilbert', () => {
    let x = embeddings(b, { width, positions: true });
    b.repeat('transformer.layer', c.int('n_layers'), () => {
      x = decoderLayer(b, x, 0, {
        before: ['', ''],
        postNorms: ['sa_layer_norm', 'output_layer_norm'],
        kind: 'layer',
        scopes: ['attention', 'ffn'],
        attention: (n) => selfAttention(b, n, attention),
        mlp: (n) => plainMlp(b, n, c.int('hidden_dim'), act, { bias: true }, ['lin1', 'lin2']),
      });
    });
    return x;
  });
  facts(b, width, c.int('n_layers'));
  const h = transformed(b, hidden, width, ['vocab_transform', 'vocab_layer_norm'], act);
  const table = b.facts.tiedEmbeddings ? b.find('distilbert.embeddings.word_embeddings.weight') : undefined;
  b.output(
    b.addBias(outputHead(b, h, 'vocab_projector', c.int('vocab_size'), table), 'vocab_projector.bias'),
  );
}

/** ALBERT: narrow embeddings, and groups of layers that are run again and again. */
function albert(b: Builder): void {
  const { c } = b;
  const [width, hidden, heads] = [
    c.int('embedding_size'),
    c.int('hidden_size'),
    c.int('num_attention_heads'),
  ];
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads), causal: false };
  const names = ['query', 'key', 'value', 'dense'] as const;
  const attention: SelfAttentionSpec = { ...shape, names, bias: true, outBias: true, rotary: 0 };
  const act = activationOf(c, 'gelu_new');
  const inner = c.int('intermediate_size');
  const layer = (x: number) => {
    const y = b.scope('attention', () =>
      b.norm(b.add(x, selfAttention(b, x, attention)), 'LayerNorm', 'layer'),
    );
    const z = b.add(y, plainMlp(b, y, inner, act, { bias: true }, ['ffn', 'ffn_output']));
    return b.norm(z, 'full_layer_layer_norm', 'layer');
  };
  const layers = c.int('num_hidden_layers');
  const groups = Math.max(1, c.int('num_hidden_groups', 1));
  const x = b.scope('albert', () => {
    const words = embeddings(b, { width, positions: true, types: true });
    return b.scope('encoder', () => {
      let h = b.linear(words, 'embedding_hidden_mapping_in', hidden, { bias: true });
      // Each group runs for its share of the layers over its own weights.
      const inGroup = (group: number) => groupRuns(layers, groups, group);
      const owned = Array.from({ length: Math.min(groups, 10_000) }, (_, i) => i);
      const same = (i: number) => String(inGroup(i));
      layersByKind(b, 'albert_layer_groups', owned.length, same, (group) => {
        b.repeat('albert_layers', c.int('inner_group_num', 1), () => (h = layer(h)));
        const place = `${b.place}albert_layers.{1}.`;
        const more = inGroup(group) - 1;
        if (more > 0)
          b.group('again', () =>
            b.repeat('', more, () =>
              b.repeat('', c.int('inner_group_num', 1), () => b.reuse(place, () => (h = layer(h)))),
            ),
          );
      });
      return h;
    });
  });
  facts(b, hidden, layers);
  const table = b.facts.tiedEmbeddings ? b.find('albert.embeddings.word_embeddings.weight') : undefined;
  const vocab = c.int('vocab_size');
  b.scope('predictions', () => {
    const h = transformed(b, x, width, ['dense', 'LayerNorm'], act);
    b.output(vocabularyHead(b, h, 'decoder', 'bias', vocab, table));
  });
}

/** Layers that run over the weights of one group: the library takes group floor(i / (layers / groups)). */
function groupRuns(layers: number, groups: number, group: number): number {
  let runs = 0;
  for (let i = 0; i < Math.min(layers, 100_000); i++) if (Math.trunc(i / (layers / groups)) === group) runs++;
  return runs;
}

/** ModernBERT: norms before, gated MLPs from one tensor, two tables of rotation; windows only mask. */
function modernbert(b: Builder): void {
  const { c } = b;
  const [hidden, heads] = [c.int('hidden_size'), c.int('num_attention_heads')];
  const kinds = layerKinds(c, 'layer_types', (i) =>
    i % Math.max(1, c.int('global_attn_every_n_layers', 3)) === 0 ? 'full_attention' : 'sliding_attention',
  );
  const bias = c.bool('attention_bias');
  const normBias = c.bool('norm_bias');
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads), causal: false };
  const attention = (kind: string): SelfAttentionSpec => ({
    ...shape,
    names: ['', '', '', 'Wo'],
    packed: 'Wqkv',
    bias,
    outBias: bias,
    table: ` ${kind}`,
    ...(kind === 'sliding_attention' ? { band: Math.floor(c.int('local_attention', 128) / 2) } : {}),
  });
  const act = c.string('hidden_activation', 'gelu');
  const mlp = { bias: c.bool('mlp_bias') };
  const x = b.scope('model', () => {
    let h = b.scope('embeddings', () => {
      const words = b.embedding(tokenIds(b), 'tok_embeddings', c.int('vocab_size'), hidden);
      return b.norm(words, 'norm', 'layer', normBias);
    });
    const kindOf = (i: number) => `${i === 0} ${kinds[i]}`;
    layersByKind(b, 'layers', c.int('num_hidden_layers'), kindOf, (i) => {
      h = decoderLayer(b, h, i, {
        before: [i === 0 ? '' : 'attn_norm', 'mlp_norm'],
        kind: 'layer',
        normBias,
        scopes: ['attn', 'mlp'],
        attention: (n) => selfAttention(b, n, attention(kinds[i]!)),
        mlp: (n) => packedGatedMlp(b, n, c.int('intermediate_size'), act, mlp, ['Wi', 'Wo']),
      });
    });
    return b.norm(h, 'final_norm', 'layer', normBias);
  });
  facts(b, hidden, c.int('num_hidden_layers'));
  const h = b.scope('head', () => {
    const dense = b.linear(x, 'dense', hidden, { bias: c.bool('classifier_bias') });
    return b.norm(b.activate(dense, c.string('classifier_activation', 'gelu')), 'norm', 'layer', normBias);
  });
  const table = b.facts.tiedEmbeddings ? b.find('model.embeddings.tok_embeddings.weight') : undefined;
  const logits = outputHead(b, h, 'decoder', c.int('vocab_size'), table);
  b.output(c.bool('decoder_bias', true) ? b.addBias(logits, 'decoder.bias') : logits);
}

/** EuroBERT: Llama's layers over all tokens at once. */
function eurobert(b: Builder): void {
  const { c } = b;
  const bias = c.bool('attention_bias');
  const attention = { ...headsOf(c), causal: false, bias, outBias: bias };
  const hidden = c.int('hidden_size');
  const mlp = { bias: c.bool('mlp_bias') };
  const x = b.scope('model', () => {
    let h = b.embedding(tokenIds(b), 'embed_tokens', c.int('vocab_size'), hidden);
    b.repeat('layers', c.int('num_hidden_layers'), () => {
      h = decoderLayer(b, h, 0, {
        attention: (n) => selfAttention(b, n, attention),
        mlp: (n) => gatedMlp(b, n, c.int('intermediate_size'), activationOf(c), mlp),
      });
    });
    return b.norm(h, 'norm');
  });
  facts(b, hidden, c.int('num_hidden_layers'));
  b.facts.tiedEmbeddings = c.bool('tie_word_embeddings');
  const table = b.facts.tiedEmbeddings ? b.find('model.embed_tokens.weight') : undefined;
  b.output(outputHead(b, x, 'lm_head', c.int('vocab_size'), table, mlp.bias));
}

/** BERT's layers with rotation: how Nomic, GTE and Jina differ. */
interface RotatedSpec {
  readonly trunk: string;
  readonly bias: boolean;
  readonly mlp: (x: number) => number;
  readonly head: (x: number, table: number | undefined) => number;
}

function rotated(b: Builder, s: RotatedSpec): void {
  const { c } = b;
  const attention: SelfAttentionSpec = { ...headsOf(c), causal: false, bias: s.bias, outBias: s.bias };
  const hidden = c.int('hidden_size');
  const x = b.scope(s.trunk, () => {
    let h = embeddings(b, { width: hidden, types: c.int('type_vocab_size') > 0 });
    b.repeat('layers', c.int('num_hidden_layers'), () => {
      h = decoderLayer(b, h, 0, {
        before: ['', ''],
        postNorms: ['post_attention_layernorm', 'post_mlp_layernorm'],
        kind: 'layer',
        attention: (n) => selfAttention(b, n, attention),
        mlp: s.mlp,
      });
    });
    return h;
  });
  facts(b, hidden, c.int('num_hidden_layers'));
  const name = `${s.trunk}.embeddings.word_embeddings.weight`;
  b.output(s.head(x, b.facts.tiedEmbeddings ? b.find(name) : undefined));
}

function nomic(b: Builder): void {
  const { c } = b;
  const [hidden, act] = [c.int('hidden_size'), activationOf(c)];
  rotated(b, {
    trunk: 'nomic_bert',
    bias: false,
    mlp: (x) => gatedMlp(b, x, c.int('intermediate_size'), act),
    head: (x, table) =>
      b.scope('cls.predictions', () => {
        const h = transformed(b, x, hidden, ['transform.dense', 'transform.layer_norm'], act);
        return vocabularyHead(b, h, 'decoder', 'bias', c.int('vocab_size'), table);
      }),
  });
}

function gte(b: Builder): void {
  const { c } = b;
  const [hidden, act] = [c.int('hidden_size'), activationOf(c, 'gelu')];
  const inner = c.int('intermediate_size');
  rotated(b, {
    trunk: 'gte',
    bias: true,
    mlp: (x) => {
      const up = b.mul(b.activate(b.linear(x, 'gate_proj', inner), act), b.linear(x, 'up_proj', inner));
      return b.linear(up, 'down_proj', hidden, { bias: true });
    },
    head: (x, table) =>
      b.scope('lm_head', () => {
        const h = transformed(b, x, hidden, ['dense', 'layer_norm'], act);
        return b.addBias(outputHead(b, h, 'decoder', c.int('vocab_size'), table), 'decoder.bias');
      }),
  });
}

function jina(b: Builder): void {
  const { c } = b;
  const [hidden, act] = [c.int('hidden_size'), activationOf(c, 'gelu')];
  rotated(b, {
    trunk: 'roberta',
    bias: true,
    mlp: (x) => plainMlp(b, x, c.int('intermediate_size'), act, { bias: true }, ['fc1', 'fc2']),
    head: (x, table) =>
      b.scope('lm_head', () => {
        const h = transformed(b, x, hidden, ['dense', 'layer_norm'], 'gelu');
        const y = vocabularyHead(b, h, 'decoder', 'bias', c.int('vocab_size'), table);
        if (table !== undefined) b.rename(table, 'lm_head.decoder.weight');
        return y;
      }),
  });
}

export const declaredMasked: Readonly<Record<string, (b: Builder) => void>> = {
  distilbert,
  albert,
  modernbert,
  eurobert,
  nomic_bert: nomic,
  gte,
  jina_embeddings_v3: jina,
};
