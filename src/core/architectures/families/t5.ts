import type { Expression } from '../../model/expression';
import { BATCH, SEQUENCE, SOURCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { attend, selfAttention } from '../parts/attention';
import { outputHead } from '../parts/decoder';
import { layersByKind } from '../parts/layers';
import { gatedMlp, plainMlp } from '../parts/mlp';
import { sayUntiedHead } from './sequence/untiedHead';

/** Where T5's relatives differ. */
export interface T5Spec {
  /** Each layer has positions of its own, not only the first (UMT5). */
  readonly ownPositions?: boolean;
  /** Without a head over the vocabulary. */
  readonly bare?: boolean;
  /** Both sides read the same tokens, once: nothing is kept. */
  readonly once?: boolean;
}

interface Stack {
  readonly layers: number;
  readonly ids: number;
  readonly shared: number;
  /** What a decoder attends to. */
  readonly source?: number;
}

const names = ['q', 'k', 'v', 'o'] as const;

/** T5: no biases, positions as learned biases of distance buckets, heads whose width is a key of its own. */
function t5(b: Builder, s: T5Spec = {}): void {
  const { x, shared } = t5Trunk(b, s);
  const tied = b.c.bool('tie_word_embeddings', true);
  b.output(s.bare ? x : outputHead(b, x, 'lm_head', b.c.int('vocab_size'), tied ? shared : undefined));
  t5Facts(b, 'encoder-decoder');
  if (!s.bare) sayUntiedHead(b);
}

export function t5Facts(b: Builder, task: 'encoder' | 'encoder-decoder'): void {
  const { c } = b;
  Object.assign(b.facts, { task, hiddenSize: c.int('d_model'), layers: c.int('num_layers') });
  b.facts.tiedEmbeddings = c.bool('tie_word_embeddings', true);
  b.facts.vocabularySize = c.int('vocab_size');
}

/** Encoder and decoder without a head: the decoder's states, and the weight of the embedding. */
export function t5Trunk(b: Builder, s: T5Spec): { readonly x: number; readonly shared: number } {
  const { c } = b;
  const layers = c.int('num_layers');
  const { x: encoded, shared } = t5Encoder(b, s, s.once ? SEQUENCE : SOURCE);
  const ids = b.input('decoder_input_ids', [BATCH, SEQUENCE], 'int64');
  const decoders = c.int('num_decoder_layers', layers);
  const x = b.scope('decoder', () => stack(b, s, { layers: decoders, ids, shared, source: encoded }));
  return { x, shared };
}

/** The encoder alone, over so many tokens. */
export function t5Encoder(
  b: Builder,
  s: T5Spec,
  tokens: Expression,
): { readonly x: number; readonly shared: number } {
  const { c } = b;
  const shared = b.weight('shared.weight', [c.int('vocab_size'), c.int('d_model')]);
  const ids = b.input('input_ids', [BATCH, tokens], 'int64');
  const x = b.scope('encoder', () => stack(b, s, { layers: c.int('num_layers'), ids, shared }));
  return { x, shared };
}

function stack(b: Builder, s: T5Spec, t: Stack): number {
  const { c } = b;
  const hidden = c.int('d_model');
  const heads = c.int('num_heads');
  const shape = { heads, kvHeads: heads, headDim: c.int('d_kv') };
  const causal = t.source !== undefined;
  let x = b.op('Gather', [b.seen(t.shared), t.ids], [...b.shapeOf(t.ids), hidden]);
  const first = (i: number) => (s.ownPositions ?? false) || i === 0;
  layersByKind(
    b,
    'block',
    t.layers,
    (i) => String(first(i)),
    (i) => {
      const branch = (at: number, scope: string, f: (n: number) => number) => {
        const n = b.norm(x, `layer.${at}.layer_norm`);
        x = b.add(
          x,
          b.scope(`layer.${at}.${scope}`, () => f(n)),
        );
      };
      branch(0, 'SelfAttention', (n) => {
        const buckets = c.int('relative_attention_num_buckets', 32);
        if (first(i)) b.weight('relative_attention_bias.weight', [buckets, heads]);
        return selfAttention(b, n, { ...shape, causal, cached: !s.once, names, rotary: 0 });
      });
      if (t.source !== undefined) branch(1, 'EncDecAttention', (n) => cross(b, n, t.source!, shape, !s.once));
      branch(causal ? 2 : 1, 'DenseReluDense', (n) => feed(b, n));
    },
  );
  return b.norm(x, 'final_layer_norm');
}

/** Attention to the encoder's states, whose keys and values are made once. */
function cross(
  b: Builder,
  x: number,
  source: number,
  shape: { heads: number; kvHeads: number; headDim: number },
  kept: boolean,
): number {
  const width = shape.heads * shape.headDim;
  const [k, v] = [b.linear(source, 'k', width), b.linear(source, 'v', width)];
  for (const kind of kept ? (['cross_key', 'cross_value'] as const) : [])
    b.cache({ name: kind, kind, shape: [BATCH, shape.heads, SOURCE, shape.headDim] });
  const y = attend(b, b.linear(x, 'q', width), k, v, { ...shape, causal: false, kind: 'cross' });
  return b.linear(y, 'o', b.widthOf(x));
}

function feed(b: Builder, x: number): number {
  const { c } = b;
  const kind = c.string('feed_forward_proj', 'relu');
  const gated = c.values['is_gated_act'] === undefined ? kind.startsWith('gated') : c.bool('is_gated_act');
  const act = c.string('dense_act_fn', kind.replace(/^gated-/, ''));
  return gated
    ? gatedMlp(b, x, c.int('d_ff'), act, {}, ['wi_0', 'wi_1', 'wo'])
    : plainMlp(b, x, c.int('d_ff'), act, {}, ['wi', 'wo']);
}

const umt5 = (b: Builder): void => t5(b, { ownPositions: true });
const bare = (b: Builder): void => t5(b, { bare: true });

export const t5Families: Readonly<Record<string, (b: Builder) => void>> = {
  t5: (b) => t5(b),
  mt5: (b) => t5(b),
  umt5,
  T5Model: bare,
  MT5Model: bare,
  UMT5Model: (b) => t5(b, { ownPositions: true, bare: true }),
  T5ForConditionalGeneration: (b) => t5(b),
  MT5ForConditionalGeneration: (b) => t5(b),
  UMT5ForConditionalGeneration: umt5,
};
