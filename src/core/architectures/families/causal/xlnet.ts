import { multiply } from '../../../model/arithmetic';
import { BATCH, SEQUENCE } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { noteAttention, tokenIds } from '../../parts/attention';
import { plainMlp } from '../../parts/mlp';
import { headWidth } from '../../parts/sizes';
import { vocabularyHead } from '../bert';

/** Attention with keys for the content and keys for the distance, 2 x tokens of these. */
function relative(b: Builder, x: number, heads: number, dim: number): number {
  const hidden = b.widthOf(x);
  const width = heads * dim;
  const project = (h: number, name: string) => {
    const w = b.param(name, [hidden, heads, dim], {}, [hidden, width]);
    return b.op('MatMul', [h, w], [...b.shapeOf(h).slice(0, -1), width]);
  };
  const reach = multiply(2, SEQUENCE);
  const distances = b.values.push({ name: 'distances', kind: 'tensor', shape: [BATCH, reach, hidden] }) - 1;
  const [q, k, v, r] = [project(x, 'q'), project(x, 'k'), project(x, 'v'), project(distances, 'r')];
  for (const name of ['r_r_bias', 'r_s_bias', 'r_w_bias']) b.weight(name, [heads, dim]);
  b.weight('seg_embed', [2, heads, dim]);
  noteAttention(b, b.copies(), { heads, kvHeads: heads, headDim: dim });
  const split = b.reshape(q, [BATCH, heads, SEQUENCE, dim]);
  b.op('MatMul', [split, b.reshape(r, [BATCH, heads, dim, reach])], [BATCH, heads, SEQUENCE, reach]);
  const attributes = { q_num_heads: heads, kv_num_heads: heads, is_causal: 0 };
  const y = b.op('Attention', [q, k, v], b.shapeOf(q), attributes);
  const out = b.param('o', [hidden, heads, dim], {}, [width, hidden]);
  return b.op('MatMul', [y, out], b.shapeOf(x));
}

/** XLNet: one stream of relative attention over all tokens; generation reads everything anew. */
export function xlnet(b: Builder): void {
  const { c } = b;
  const [hidden, vocab, layers] = [c.int('d_model'), c.int('vocab_size'), c.int('n_layer')];
  const heads = c.int('n_head');
  const dim = headWidth(c, heads, hidden);
  const x = b.scope('transformer', () => {
    b.weight('mask_emb', [1, 1, hidden]);
    let h = b.embedding(tokenIds(b), 'word_embedding', vocab, hidden);
    b.repeat('layer', layers, () => {
      h = b.scope('rel_attn', () => b.norm(b.add(h, relative(b, h, heads, dim)), 'layer_norm', 'layer'));
      h = b.scope('ff', () => {
        const act = c.string('ff_activation', 'gelu');
        const m = plainMlp(b, h, c.int('d_inner'), act, { bias: true }, ['layer_1', 'layer_2']);
        return b.norm(b.add(h, m), 'layer_norm', 'layer');
      });
    });
    return h;
  });
  const tied = c.bool('tie_word_embeddings', true);
  const table = tied ? b.find('transformer.word_embedding.weight') : undefined;
  if (table === undefined) b.output(b.linear(x, 'lm_loss', vocab, { bias: true }));
  else b.output(vocabularyHead(b, x, 'lm_loss', 'lm_loss.bias', vocab, table));
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers, vocabularySize: vocab });
  b.facts.tiedEmbeddings = tied;
}
