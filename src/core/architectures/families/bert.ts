import type { Builder } from '../builder';
import { selfAttention, tokenIds } from '../parts/attention';
import { outputHead } from '../parts/decoder';
import { plainMlp } from '../parts/mlp';
import { headWidth } from '../parts/sizes';
import { positions } from './gpt2';
import { activationOf } from './llama';

/** Where BERT and its relatives differ. */
export interface BertSpec {
  readonly trunk: string;
  /** `cls.predictions` with a transform, or RoBERTa's `lm_head`. */
  readonly head?: 'cls' | 'lm' | 'none';
  /** Width of the embeddings, and where they are widened. */
  readonly embeddingSize?: number;
  readonly widen?: string;
  readonly tokenTypes?: boolean;
  readonly positions?: boolean;
  readonly embeddingNorm?: boolean;
  /** After the sums of the embeddings: whatever else the family adds. */
  readonly moreEmbeddings?: (x: number, ids: number) => number;
  /** Names of the norms before attention and MLP instead of after, and of the last one. */
  readonly preNorm?: readonly [attention: string, mlp: string, last: string];
  readonly rotary?: boolean;
  readonly pooler?: string;
  /** Biases of queries, keys and values; there unless given. */
  readonly queryBias?: boolean;
  /** The library lists the tied matrix under the head's name. */
  readonly headFirst?: boolean;
  readonly afterLayer?: (x: number) => number;
}

/**
 * BERT and what shares its shape: an encoder with learned positions and a head over the vocabulary. Returns the hidden
 * states.
 */
export function bert(b: Builder, s: BertSpec): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const vocab = c.int('vocab_size');
  const x = b.scope(s.trunk, () => bertTrunk(b, s));
  const table = b.find(`${s.trunk}.embeddings.word_embeddings.weight`);
  const tied = c.bool('tie_word_embeddings', true);
  if (s.head === 'none') return x;
  const [scope, dense, norm] =
    s.head === 'lm'
      ? (['lm_head', 'dense', 'layer_norm'] as const)
      : (['cls.predictions', 'transform.dense', 'transform.LayerNorm'] as const);
  const act = s.head === 'lm' ? 'gelu' : activationOf(c, 'gelu');
  b.scope(scope, () => {
    const transformed = b.linear(x, dense, s.embeddingSize ?? hidden, { bias: true });
    const h = b.norm(b.activate(transformed, act), norm, 'layer');
    b.output(vocabularyHead(b, h, 'decoder', 'bias', vocab, tied ? table : undefined));
  });
  if (tied && s.headFirst && table !== undefined) b.rename(table, `${scope}.decoder.weight`);
  return x;
}

/** Tied, the decoder shares matrix and bias; untied it has its own of each, beside the head's. */
export function vocabularyHead(
  b: Builder,
  x: number,
  decoder: string,
  bias: string,
  vocab: number,
  tiedTo: number | undefined,
): number {
  const y = outputHead(b, x, decoder, vocab, tiedTo, tiedTo === undefined);
  if (tiedTo !== undefined) return b.addBias(y, bias);
  b.weight(bias, [vocab]);
  return y;
}

/** Embeddings and encoder; returns the hidden states. */
export function bertTrunk(b: Builder, s: BertSpec): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  let x = embeddings(b, s, s.embeddingSize ?? hidden);
  if (s.widen && !s.widen.startsWith('encoder.')) x = widen(b, x, s.widen, hidden);
  const heads = c.int('num_attention_heads');
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads), causal: false };
  const names = ['self.query', 'self.key', 'self.value', 'output.dense'] as const;
  const attention = { ...shape, names, bias: s.queryBias ?? true, outBias: true, rotary: 0 };
  const act = activationOf(c, 'gelu');
  b.scope('encoder', () => {
    if (s.widen?.startsWith('encoder.')) x = widen(b, x, s.widen.slice('encoder.'.length), hidden);
    if (s.rotary) b.weight('embed_positions.weight', [c.int('max_position_embeddings'), shape.headDim]);
    const [normA, normM, last] = s.preNorm ?? ['', '', ''];
    b.repeat('layer', c.int('num_hidden_layers'), () => {
      const n = s.preNorm ? b.norm(x, normA, 'layer') : x;
      const y = b.scope('attention', () => {
        const z = b.add(x, selfAttention(b, n, attention));
        return s.preNorm ? z : b.norm(z, 'output.LayerNorm', 'layer');
      });
      const m = s.preNorm ? b.norm(y, normM, 'layer') : y;
      const dense = ['intermediate.dense', 'output.dense'] as const;
      const mlp = b.add(y, plainMlp(b, m, c.int('intermediate_size'), act, { bias: true }, dense));
      x = s.preNorm ? mlp : b.norm(mlp, 'output.LayerNorm', 'layer');
      if (s.afterLayer) x = s.afterLayer(x);
    });
    if (last !== '' && !last.startsWith('^')) x = b.norm(x, last, 'layer');
  });
  if (s.preNorm?.[2].startsWith('^')) x = b.norm(x, s.preNorm[2].slice(1), 'layer');
  if (s.pooler) {
    const first = b.op('Slice', [x], [b.shapeOf(x)[0]!, hidden]);
    b.activate(b.linear(first, s.pooler, hidden, { bias: true }), 'tanh');
  }
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers: c.int('num_hidden_layers') });
  b.facts.vocabularySize = c.int('vocab_size');
  b.facts.tiedEmbeddings = c.bool('tie_word_embeddings', true);
  return x;
}

function widen(b: Builder, x: number, name: string, hidden: number): number {
  return b.widthOf(x) === hidden && name === 'embeddings_project'
    ? x
    : b.linear(x, name, hidden, { bias: true });
}

function embeddings(b: Builder, s: BertSpec, width: number): number {
  const { c } = b;
  return b.scope('embeddings', () => {
    const ids = tokenIds(b);
    let x = b.embedding(ids, 'word_embeddings', c.int('vocab_size'), width);
    if (s.positions ?? true)
      x = b.add(x, positions(b, 'position_embeddings', c.int('max_position_embeddings'), width));
    if (s.tokenTypes ?? true) {
      const types = b.op('ConstantOfShape', [ids], b.shapeOf(ids));
      x = b.add(x, b.embedding(types, 'token_type_embeddings', c.int('type_vocab_size'), width));
    }
    if (s.moreEmbeddings) x = s.moreEmbeddings(x, ids);
    return (s.embeddingNorm ?? true) ? b.norm(x, 'LayerNorm', 'layer') : x;
  });
}

export const bertFamilies = { bert: (b: Builder) => void bert(b, { trunk: 'bert' }) };
