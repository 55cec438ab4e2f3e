import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { cacheOf } from './cacheBytes';
import { computeOf } from './compute';
import { absorbedOf } from './absorbed';
import { costModel } from './costModel';
import type { Costs } from './costModel';
import { countsOf } from './counts';
import { memoryOf } from './memory';
import { parametersOf } from './parameters';
import { perDevice } from './perDevice';
import type { PerDevice } from './perDevice';
import { worst } from './quantity';
import type { Quantity } from './quantity';
import { weightsOf } from './weightBytes';

/** Compute of one step (prefill or decode). */
export interface ComputeEstimate {
  /** As executed. */
  readonly macs: Quantity;
  /** Causal and window pairs only. */
  readonly usefulMacs: Quantity;
  readonly matrixFlops: Quantity;
  readonly elementOperations: Quantity;
}

/** The moment of the largest activations. */
export interface PeakMoment {
  readonly phase: Scenario['phase'];
  /** The operator that runs then; absent when nothing runs. */
  readonly operator?: { readonly name: string; readonly type: string; readonly block: string };
  readonly bytes: number;
  /** What is held then, largest first; their sum is `bytes`, but for what sub-graphs of the operator hold. */
  readonly alive: readonly { readonly name: string; readonly bytes: number }[];
}

/** Every headline figure of a model under one scenario. */
export interface Estimate {
  readonly parameters: {
    readonly stored: Quantity;
    readonly unpacked: Quantity;
    readonly distinct: Quantity;
    readonly active: Quantity;
  };
  /** Bytes of the weights: as stored, under the scenario's precision, and at every precision by its id. */
  readonly weights: {
    readonly stored: Quantity;
    readonly scenario: Quantity;
    readonly byPrecision: Readonly<Record<string, Quantity>>;
  };
  readonly cache: {
    /** What one token takes in the caches of all layers, one sequence, while no window is full. */
    readonly bytesPerToken: Quantity;
    /** Growing part at the scenario's context and batch. */
    readonly bytesAtContext: Quantity;
    /** Constant recurrent and convolutional state, at the scenario's batch. */
    readonly stateBytes: Quantity;
  };
  readonly compute: {
    readonly prefill: ComputeEstimate;
    /** As the modelling library executes it: latents are expanded to keys and values. */
    readonly decode: ComputeEstimate;
    /** Of models with latent attention: as serving engines run it, scores over the latent itself. */
    readonly decodeAbsorbed?: ComputeEstimate;
  };
  readonly memory: {
    readonly peakActivations: Quantity;
    readonly total: Quantity;
    /** When the peak is reached, and all that is held then; absent when no activation has a known size. */
    readonly peak?: PeakMoment;
    /** What one of several devices holds, where the scenario splits the model. */
    readonly perDevice?: PerDevice;
  };
  readonly operators: { readonly total: Quantity; readonly unknown: Quantity };
  readonly values: { readonly total: Quantity; readonly known: Quantity };
}

/** Every headline figure under a scenario: an evaluation of what `costModel` found, nothing is inferred again. */
export function estimate(model: Model, costs: Costs, scenario: Scenario): Estimate {
  const weights = weightsOf(model, scenario.weights);
  const cache = cacheOf(model, costs, scenario);
  const device = perDevice(model, costs, scenario);
  return {
    parameters: parametersOf(model),
    weights,
    cache,
    compute: {
      prefill: computeOf(model, costs, scenario, 'prefill'),
      decode: computeOf(model, costs, scenario, 'decode'),
      ...absorbedCompute(model, scenario),
    },
    memory: {
      ...memoryOf(model, costs, scenario, weights.scenario, cache),
      ...(device ? { perDevice: device } : {}),
    },
    ...countsOf(model, costs),
  };
}

const ABSORBED = new WeakMap<Model, Costs>();

/** The model with latents left folded, and its costs, as serving engines decode; undefined without latent attention. */
export function absorbedCosts(model: Model): { readonly model: Model; readonly costs: Costs } | undefined {
  const absorbed = absorbedOf(model);
  if (!absorbed) return undefined;
  const costs = ABSORBED.get(absorbed) ?? costModel(absorbed);
  ABSORBED.set(absorbed, costs);
  return { model: absorbed, costs };
}

const ABSORBED_REASON =
  'the expansion of keys and values folded into queries and outputs (DeepSeek-V2, arXiv 2405.04434, section 2.1.2); engines may choose otherwise';

function absorbedCompute(model: Model, scenario: Scenario): { decodeAbsorbed?: ComputeEstimate } {
  const absorbed = absorbedCosts(model);
  if (!absorbed) return {};
  const c = computeOf(absorbed.model, absorbed.costs, scenario, 'decode');
  const of = (q: Quantity): Quantity =>
    q.value === null
      ? q
      : {
          ...q,
          certainty: worst('estimated', q.certainty),
          reason: [ABSORBED_REASON, q.reason].filter(Boolean).join('; '),
        };
  return {
    decodeAbsorbed: {
      macs: of(c.macs),
      usefulMacs: of(c.usefulMacs),
      matrixFlops: of(c.matrixFlops),
      elementOperations: of(c.elementOperations),
    },
  };
}
