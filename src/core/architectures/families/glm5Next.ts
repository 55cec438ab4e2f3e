import { floorDivide, minimum } from '../../model/arithmetic';
import { BATCH, TOTAL } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { DecoderSpec } from '../parts/decoder';
import { kimiDelta } from '../parts/kimiDelta';
import { latentAttention, latentSizes, withHeld } from '../parts/latent';
import { denseFirst, either } from '../parts/mixture';
import { layerKinds } from '../parts/sizes';
import { meanOfStreams } from '../parts/streams';
import { gated } from './llama';
import { sharing, streamed } from './streamed';

/**
 * GLM-5 Next's text part: three layers of delta attention to one of latent attention without positions, whose index
 * scores pools of tokens; the residual is several streams.
 */
export function glm5NextText(b: Builder, frame: Partial<Omit<DecoderSpec, 'layer'>>): void {
  const { c } = b;
  const kinds = layerKinds(c, 'layer_types', (i) =>
    (i + 1) % 4 === 0 ? 'indexed_attention' : 'linear_attention',
  );
  const indexed = layerKinds(c, 'indexer_types', () => 'full');
  const sparse = denseFirst(c, 3);
  const heads = c.int('linear_num_heads');
  const delta = {
    heads,
    dim: c.int('linear_head_dim'),
    conv: c.int('linear_conv_kernel_dim'),
    decay: [heads],
  };
  const attention = (x: number, i: number) =>
    kinds[i] === 'linear_attention'
      ? kimiDelta(b, x, delta)
      : latentAttention(b, x, latentSizes(c), {
          index: (h, latent) => {
            if (indexed[i] !== 'shared') pooledIndexer(b, h, latent);
          },
        });
  const mlp = either(sparse, sharing(b, c.int('n_shared_experts')), gated(b));
  streamed(b, true, (i) => `${kinds[i]} ${indexed[i]} ${sparse(i)}`, attention, mlp, {
    beforeNorm: (x) => meanOfStreams(b, x),
    ...frame,
  });
}

/** An index over pools of `index_kpool` tokens: keys and gates of all tokens are kept, and a flag for each. */
function pooledIndexer(b: Builder, x: number, queryLatent: number): void {
  const { c } = b;
  const [heads, dim] = [c.int('index_n_heads'), c.int('index_head_dim')];
  const pool = Math.max(1, c.int('index_kpool'));
  const pools = floorDivide(TOTAL, pool);
  b.scope('indexer', () => {
    const q = b.linear(queryLatent, 'wq_b', heads * dim);
    const k = b.norm(b.linear(x, 'wk', dim), 'k_norm', 'layer');
    const w = b.param('index_kpool_compress_gate', [dim, c.int('hidden_size')], {}, [b.widthOf(x), dim]);
    const gate = b.op('MatMul', [x, w], b.shapeOf(k));
    const packed = b.op('Concat', [k, gate], [...b.shapeOf(k).slice(0, -1), 2 * dim + 1], { axis: -1 });
    const held = withHeld(b, packed, 'index_key', 2 * dim + 1, 'index', [BATCH, TOTAL, 2 * dim + 1]);
    const scored = b.op('Slice', [held], [BATCH, pools, pool, dim]);
    const biased = b.add(scored, b.param('index_kpool_compress_ape', [pool, dim]));
    const shares = b.op('Softmax', [biased], b.shapeOf(biased), { axis: 2 });
    const keys = b.op('ReduceSum', [b.mul(shares, scored), -1], [BATCH, pools, dim], { keepdims: 0 });
    const rows = b.shapeOf(q).slice(0, -1);
    const turned = b.op('Transpose', [keys], [BATCH, 1, dim, pools], { perm: [0, 2, 1] });
    const met = b.op('MatMul', [b.reshape(q, [...rows, heads, dim]), turned], [...rows, heads, pools]);
    const scores = b.op('Relu', [met], b.shapeOf(met));
    const weights = b.reshape(b.linear(x, 'weights_proj', heads), [...rows, 1, heads]);
    const summed = b.op('MatMul', [weights, scores], [...rows, 1, pools]);
    const top = minimum(Math.floor(c.int('index_topk') / pool), pools);
    b.ops('TopK', [summed, -1], [[...rows, 1, top]], { axis: -1 });
  });
}
