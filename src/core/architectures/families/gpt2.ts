import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { attend } from '../parts/attention';
import { causalDecoder, preNorm } from '../parts/decoder';
import { plainMlp } from '../parts/mlp';

/** GPT-2: learned positions, packed queries, keys and values, weights stored [in, out]. */
export function gpt2(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const heads = c.int('num_attention_heads');
  const headDim = heads > 0 ? Math.floor(hidden / heads) : 0;
  const inner = c.int('n_inner', 4 * hidden);
  const conv = { bias: true, transposed: true };
  const shape = { heads, kvHeads: heads, headDim };
  causalDecoder(b, {
    trunk: 'transformer',
    embed: 'wte',
    layers: 'h',
    norm: 'ln_f',
    normKind: 'layer',
    tied: c.bool('tie_word_embeddings', true),
    afterEmbedding: (x) => b.add(x, positions(b, 'wpe', c.int('max_position_embeddings'), hidden)),
    layer: (x) => {
      const h = preNorm(
        b,
        x,
        'ln_1',
        (n) =>
          b.scope('attn', () => {
            const packed = b.linear(n, 'c_attn', 3 * hidden, conv);
            const [q, k, v] = b.split(packed, [hidden, hidden, hidden]) as [number, number, number];
            return b.linear(attend(b, q, k, v, shape), 'c_proj', hidden, conv);
          }),
        'layer',
      );
      const mlp = (n: number) =>
        b.scope('mlp', () =>
          plainMlp(b, n, inner, c.string('activation_function', 'gelu_new'), conv, ['c_fc', 'c_proj']),
        );
      return preNorm(b, h, 'ln_2', mlp, 'layer');
    },
  });
}

/** Learned positions, looked up for each token: [batch, sequence, hidden]. */
export function positions(b: Builder, name: string, rows: number, hidden: number): number {
  const ids = b.input('position_ids', [BATCH, SEQUENCE], 'int64');
  return b.embedding(ids, name, rows, hidden);
}

export const gpt2Families = { gpt2, 'gpt-sw3': gpt2 };
