import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { evaluate } from '../../../src/core/model/evaluate';
import type { Model } from '../../../src/core/model/model';
import { repeatsOf } from '../../../src/core/model/model';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import { differences, parametersOf } from './compare';

/** One config of test/oracle/causal_configs.py. */
export interface CausalVariation {
  readonly class: string;
  readonly config: Record<string, unknown>;
  readonly parameters: number;
  /** Name with # for indices -> shape -> the indices. */
  readonly weights: Record<string, Record<string, string>>;
  readonly runs?: readonly { tokens: number; matrix_flops: number; cache_elements: number }[];
  /** Run with data, its experts one by one, so that their products are counted. */
  readonly device?: 'cpu';
}

/** What of a record is equal; undefined where nothing was recorded to compare with. */
export interface CausalResult {
  /** '' when weights are equal by name and shape. */
  readonly difference: string;
  readonly flops: boolean | undefined;
  readonly cache: boolean | undefined;
  readonly outlined: boolean;
}

/** Tensors of one element beside the cache: the position counter of xLSTM. */
const COUNTERS: Readonly<Record<string, number>> = { xlstm: 1 };

/** These keep their state in their own modules and return no cache. */
const INSIDE: ReadonlySet<string> = new Set(['recurrent_gemma']);

export function compareCausal(type: string, row: CausalVariation): CausalResult {
  const model = buildModel({ model_type: type, architectures: [row.class], ...row.config });
  const difference = differences(parametersOf(model), unfolded(row.weights));
  const outlined = model.outline !== undefined;
  if (!row.runs) return { difference, flops: undefined, cache: undefined, outlined };
  const costs = costModel(model);
  const flops = row.runs.every((run) => {
    const e = estimate(model, costs, {
      ...DEFAULT_SCENARIO,
      prompt: run.tokens,
      context: run.tokens,
      // The records hold text alone.
      dims: { images: 0, sounds: 0 },
    });
    const grouped = row.device === 'cpu' ? 0 : groupedFlops(model, run.tokens);
    return (e.compute.prefill.matrixFlops.value ?? NaN) - grouped === run.matrix_flops;
  });
  const cache = row.runs.every(
    (run) => heldElements(model, run.tokens) + (COUNTERS[type] ?? 0) === run.cache_elements,
  );
  return { difference, flops, cache: INSIDE.has(type) ? undefined : cache, outlined };
}

function unfolded(weights: CausalVariation['weights']): Map<string, string> {
  const out = new Map<string, string>();
  for (const name in weights)
    for (const shape in weights[name])
      for (const indices of weights[name]![shape]!.split(' ')) {
        const parts = indices.split('.');
        let at = 0;
        out.set(
          name.replace(/#/g, () => parts[at++]!),
          shape,
        );
      }
  return out;
}

/** FLOPs of the experts' grouped products, which the recorder leaves out; Llama 4 runs every expert instead. */
export function groupedFlops(model: Model, tokens: number): number {
  let sum = 0;
  for (const op of model.operators) {
    if (op.type !== 'ExpertMatMul') continue;
    let n = 2 * Number(model.values[op.inputs[0]!]!.shape!.at(-1)) * repeatsOf(model, op.block);
    for (const d of model.values[op.outputs[0]!]!.shape!)
      n *= evaluate(d!, { batch: 1, sequence: tokens, past: 0 })!;
    sum += n;
  }
  const e = model.facts.experts;
  return model.modelType.startsWith('llama4') && e ? sum * (1 - e.routed / e.perToken) : sum;
}

/** Elements held after so many tokens, as the library keeps them: a window less one. */
function heldElements(model: Model, tokens: number): number {
  let sum = 0;
  for (const cache of model.caches) {
    let n = repeatsOf(model, cache.block);
    for (const d of cache.shape) n *= evaluate(d, { batch: 1, sequence: tokens, past: 0 })!;
    const w = cache.window;
    sum += w === undefined ? n : (n / Math.min(tokens, w)) * Math.min(tokens, w - 1);
  }
  return sum;
}
