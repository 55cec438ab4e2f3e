import { BATCH, TOTAL } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { latentAttention, latentSizes, withHeld } from '../parts/latent';
import type { LatentHooks } from '../parts/latent';
import { decoder } from '../parts/decoder';
import type { LayerSpec } from '../parts/decoder';
import { denseFirst, either, mixture } from '../parts/mixture';
import { layerKinds } from '../parts/sizes';
import { gated } from './llama';

/** How a relative differs from DeepSeek-V3. */
export interface DeepseekSpec {
  readonly hooks?: LatentHooks;
  /** Layers that are mixtures; by `first_k_dense_replace` when absent, 'none' for dense models. */
  readonly sparse?: ((layer: number) => boolean) | 'none';
  readonly kindOf?: (layer: number) => string;
  readonly layer?: Partial<LayerSpec>;
  readonly afterMixture?: (y: number) => number;
  readonly before?: (layer: number) => void;
  /** By `mlp_bias` unless given. */
  readonly mlpBias?: boolean;
}

/** DeepSeek-V2 and V3 and what shares their shape: latent attention, dense layers first, then mixtures. */
export function deepseek(b: Builder, s: DeepseekSpec = {}): void {
  const { c } = b;
  const sizes = latentSizes(c);
  const sparse =
    s.sparse === 'none' ? () => false : (s.sparse ?? denseFirst(c, c.int('first_k_dense_replace', 0)));
  const dense = gated(b, c.int('intermediate_size'), s.mlpBias ?? c.bool('mlp_bias'));
  const shared = c.int('n_shared_experts', 0) * c.int('moe_intermediate_size', 0);
  const mix =
    s.sparse === 'none'
      ? dense
      : mixture(b, { shared: ['shared_experts', shared], sharedBias: s.mlpBias ?? c.bool('mlp_bias') });
  const after = s.afterMixture ?? ((y: number) => y);
  decoder(b, {
    kindOf: (i) => `${sparse(i)} ${s.kindOf?.(i) ?? ''}`,
    attention: (x, i) => {
      s.before?.(i);
      return latentAttention(b, x, sizes, s.hooks);
    },
    mlp: either(sparse, (x) => after(mix(x)), dense),
    ...s.layer,
  });
}

/** DeepSeek sparse attention's index: scores of all tokens by small heads, with its own cached keys. */
export function indexer(b: Builder, x: number, queryLatent: number): void {
  const { c } = b;
  const heads = c.int('index_n_heads');
  const dim = c.int('index_head_dim');
  b.scope('indexer', () => {
    const q = b.linear(queryLatent, 'wq_b', heads * dim);
    const k = b.norm(b.linear(x, 'wk', dim), 'k_norm', 'layer');
    const keys = withHeld(b, k, 'index_key', dim, 'index', [BATCH, TOTAL, dim]);
    const rows = b.shapeOf(q).slice(0, -1);
    const queries = b.reshape(q, [...rows, heads, dim]);
    const turned = b.op('Transpose', [keys], [BATCH, 1, dim, TOTAL], { perm: [0, 2, 1] });
    const scores = b.op(
      'Relu',
      [b.op('MatMul', [queries, turned], [...rows, heads, TOTAL])],
      [...rows, heads, TOTAL],
    );
    const weights = b.reshape(b.linear(x, 'weights_proj', heads), [...rows, 1, heads]);
    const summed = b.op('MatMul', [weights, scores], [...rows, 1, TOTAL]);
    const top = c.int('index_topk');
    b.ops('TopK', [summed, -1], [[...rows, 1, top]], { axis: -1 });
  });
}

/** Sparse attention in all layers. */
function sparseDeepseek(b: Builder): void {
  deepseek(b, { mlpBias: false, hooks: { index: (x, latent) => indexer(b, x, latent) } });
}

/** GLM-5: layers of kind `shared` use the index of the layer before them. */
function glmDsa(b: Builder): void {
  const { c } = b;
  const pattern = c.string('index_topk_pattern');
  const every = Math.max(1, c.int('index_topk_freq', 1));
  const offset = c.int('index_skip_topk_offset', 2);
  const kinds = layerKinds(c, 'indexer_types', (i) => {
    if (pattern !== '') return pattern[i] === 'S' ? 'shared' : 'full';
    return Math.max(i - offset + 1, 0) % every === 0 ? 'full' : 'shared';
  });
  let full = true;
  deepseek(b, {
    mlpBias: false,
    kindOf: (i) => kinds[i] ?? 'full',
    before: (i) => {
      full = kinds[i] !== 'shared';
    },
    hooks: {
      index: (x, latent) => {
        if (full) indexer(b, x, latent);
      },
    },
  });
}

/** A.X-K2: gated norms, queries and the gate of the result from the latent before and after its norm. */
function axk2(b: Builder): void {
  const { c } = b;
  const { heads, nope, rope, valueDim } = latentSizes(c);
  const every = Math.max(1, c.int('moe_layer_freq', 1));
  const first = c.int('first_k_dense_replace', 1);
  const kinds = layerKinds(c, 'mlp_layer_types', (i) => (i >= first && i % every === 0 ? 'sparse' : 'dense'));
  const sparse = (i: number) => kinds[i] === 'sparse';
  const gate = (y: number) => {
    const h = b.activate(b.linear(y, 'mlp.fc1', c.int('gated_norm_rank')), 'silu');
    return b.mul(y, b.op('Sigmoid', [b.linear(h, 'mlp.fc2', b.widthOf(y))], b.shapeOf(y)));
  };
  let gates = -1;
  deepseek(b, {
    mlpBias: false,
    sparse,
    layer: {
      normOf: (x, name, i) =>
        name === 'input_layernorm' || sparse(i)
          ? b.under(name, () => gate(b.norm(x, 'norm')))
          : b.norm(x, name),
    },
    hooks: {
      index: (x, latent) => indexer(b, x, latent),
      queries: (_, latent, raw) => {
        const both = b.op('Concat', [latent, raw], [...b.shapeOf(raw).slice(0, -1), 2 * b.widthOf(raw)]);
        const widths = [heads * (nope + rope), heads * valueDim] as const;
        const all = b.linear(both, 'q_gate_proj', widths[0] + widths[1]);
        const [q, g] = b.split(all, widths) as [number, number];
        gates = g;
        return q;
      },
      beforeOut: (y) => b.mul(y, b.op('Sigmoid', [gates], b.shapeOf(y))),
    },
  });
}

export const latentFamilies = {
  axk2,
  deepseek_v2: (b: Builder) => deepseek(b),
  deepseek_v3: (b: Builder) => deepseek(b),
  deepseek_v32: sparseDeepseek,
  glm_moe_dsa: glmDsa,
  glm4_moe_lite: (b: Builder) => deepseek(b, { sparse: denseFirst(b.c, 1) }),
  axk1: (b: Builder) => deepseek(b, { afterMixture: (y) => b.norm(y, 'post_mlp_layernorm') }),
  minicpm3: (b: Builder) => deepseek(b, { sparse: 'none' }),
  youtu: (b: Builder) => deepseek(b, { sparse: 'none' }),
};
