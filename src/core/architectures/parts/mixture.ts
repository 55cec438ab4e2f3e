import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { ExpertsSpec } from './experts';
import { experts } from './experts';
import { gatedMlp } from './mlp';
import { layerKinds } from './sizes';

/** Keys that count the routed experts. */
export const COUNT_KEYS = ['num_local_experts', 'num_experts', 'n_routed_experts', 'moe_num_experts'];
/** Keys that say how many of them a token meets. */
export const CHOSEN_KEYS = [
  'num_experts_per_tok',
  'moe_topk',
  'moe_k',
  'num_experts_per_token',
  'top_k_experts',
];

/** Experts, how many a token meets, and their width, by the keys that families use. */
export function expertsOf(c: ConfigReader, innerKey = 'moe_intermediate_size'): ExpertsSpec {
  const count = c.first(COUNT_KEYS);
  if (!CHOSEN_KEYS.some((k) => c.has(k)))
    c.report(
      'assumption',
      'config.experts-per-token',
      COUNT_KEYS.filter((k) => c.has(k)),
      'How many experts a token meets is not given: computed with 1.',
    );
  const perToken = c.first(CHOSEN_KEYS, 1);
  if (perToken > count)
    c.report(
      'error',
      'config.too-few-experts',
      CHOSEN_KEYS.filter((k) => c.has(k)),
      `A token cannot meet ${perToken} of ${count} experts; the modelling library would fail.`,
    );
  const act = c.string('hidden_act', c.string('hidden_activation', 'silu'));
  return { experts: count, perToken, inner: c.int(innerKey), act };
}

/** How a mixture differs from the plain one. */
export interface MixtureOptions extends Partial<Omit<ExpertsSpec, 'shared'>> {
  /** Key of the width of an expert. */
  readonly innerKey?: string;
  /** Scope of the gated MLP that runs for every token, and its width. */
  readonly shared?: readonly [scope: string, inner: number];
  /** Biases in the shared MLP. */
  readonly sharedBias?: boolean;
  /** Name of a one-output gate on the shared MLP. */
  readonly sharedGate?: string;
}

/** An MLP that is a mixture of experts. */
export function mixture(b: Builder, o: MixtureOptions = {}): (x: number) => number {
  const base = expertsOf(b.c, o.innerKey);
  const { shared, sharedGate, sharedBias = false, ...rest } = o;
  const spec = { ...base, ...rest };
  if (!shared || shared[1] <= 0) return (x) => experts(b, x, spec);
  const [scope, inner] = shared;
  return (x) =>
    experts(b, x, {
      ...spec,
      shared: (h) => {
        const y = b.scope(scope, () => gatedMlp(b, h, inner, spec.act ?? 'silu', { bias: sharedBias }));
        if (!sharedGate) return y;
        return b.mul(y, b.op('Sigmoid', [b.linear(h, sharedGate, 1)], [...b.shapeOf(h).slice(0, -1), 1]));
      },
    });
}

/** `dense` or `sparse` for each layer: by `mlp_layer_types`, else the first `dense` layers are dense. */
export function denseFirst(c: ConfigReader, dense: number): (layer: number) => boolean {
  const kinds = layerKinds(c, 'mlp_layer_types', (i) => (i < dense ? 'dense' : 'sparse'));
  return (layer) => kinds[layer] !== 'dense';
}

/** The MLP of a layer: the mixture where it is sparse, else the dense one. */
export function either(
  isSparse: (layer: number) => boolean,
  sparse: (x: number) => number,
  dense: (x: number) => number,
): (x: number, layer: number) => number {
  return (x, layer) => (isSparse(layer) ? sparse(x) : dense(x));
}
