import type { Costs } from '../costs/costModel';
import { costModel } from '../costs/costModel';
import { decodeReads } from '../costs/decodeReads';
import { estimate } from '../costs/estimate';
import type { Estimate } from '../costs/estimate';
import { tensorClasses } from '../costs/tensorClass';
import type { TensorClass } from '../costs/tensorClass';
import type { Quantity } from '../costs/quantity';
import type { Device } from '../hardware/device';
import { product } from '../model/arithmetic';
import type { AttentionFacts } from '../model/facts';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { shapeOf } from './shape';
import type { ConfigShape } from './shape';

/** What the advice is given: any analysis has these. */
export interface Source {
  readonly model: Model;
  readonly costs: Costs;
  readonly config?: { readonly values: Readonly<Record<string, unknown>> };
}

/** A model under a scenario, with what the techniques' tests ask of it. */
export interface Case {
  readonly model: Model;
  readonly costs: Costs;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly shape?: ConfigShape;
  readonly scenario: Scenario;
  readonly device?: Device;
  readonly before: Estimate;
  /** Parameters by class of tensor, copies included; a shared tensor once. */
  readonly classes: Readonly<Partial<Record<TensorClass, number>>>;
  /** Distinct parameters; 0 when unknown. */
  readonly parameters: number;
  /** Matrix parameters that one token is multiplied with, the output head included; looked-up tables are not. */
  readonly multiplied: number;
  /** Self-attention kinds with scores over all pairs (not linear, not state-space, not cross). */
  readonly softmax: readonly AttentionFacts[];
  /** How the checkpoint is quantised, as the file says. */
  readonly quantisation?: string;
  readonly isConfig: boolean;
  readonly isOnnx: boolean;
  /** Generates token by token and keeps a growing cache. */
  readonly isDecoder: boolean;
  /** Nested config that is an image tower, if there is one. */
  readonly vision?: Readonly<Record<string, unknown>>;
}

export function caseOf(source: Source, wanted: Partial<Scenario>, device?: Device): Case {
  const { model, costs } = source;
  const scenario = scenarioFor(model, wanted);
  const before = estimate(model, costs, scenario);
  const config = model.format === 'config' ? source.config?.values : undefined;
  const { classes, multiplied } = parametersByClass(model);
  const parameters = before.parameters.distinct.value ?? 0;
  const vision = config?.['vision_config'];
  const cache = before.cache.bytesAtContext.value;
  return {
    model,
    costs,
    config,
    shape: config ? shapeOf(config) : undefined,
    scenario,
    device,
    before,
    classes,
    parameters,
    multiplied,
    softmax: (model.facts.attention ?? []).filter((a) => /^(MHA|GQA|MQA|MLA)$/.test(a.kind)),
    ...quantisationOf(model, config),
    isConfig: config !== undefined,
    isOnnx: model.format === 'onnx',
    isDecoder: cache !== null && cache > 0,
    ...(typeof vision === 'object' && vision !== null ? { vision: vision as Record<string, unknown> } : {}),
  };
}

/** Operators of quantised graphs. */
export const QUANTISED_OPERATOR =
  /^(QLinear|MatMulInteger|ConvInteger|MatMulNBits|QuantizeLinear|DequantizeLinear|DynamicQuantize|QAttention|QGemm)/;

function quantisationOf(model: Model, config: Case['config']): Pick<Case, 'quantisation'> {
  const named = config?.['quantization_config'] as Record<string, unknown> | undefined;
  const method =
    named && typeof named === 'object' ? (named['quant_method'] ?? 'named in the config') : undefined;
  const inGraph = model.format === 'onnx' && model.operators.some((o) => QUANTISED_OPERATOR.test(o.type));
  const quantisation =
    model.facts.quantisation ??
    (typeof method === 'string' ? method : inGraph ? 'quantised operators' : undefined);
  return quantisation ? { quantisation } : {};
}

const READS = new WeakMap<Case, Quantity>();

/** Bytes that the case reads per generated token; found once, when it is first asked for. */
export function readsOf(c: Case): Quantity {
  let known = READS.get(c);
  if (!known) READS.set(c, (known = decodeReads(c.model, c.costs, c.scenario)));
  return known;
}

/** A model made from the case's by a change, evaluated under a scenario. */
export function estimateOf(c: Pick<Case, 'costs'>, model: Model, scenario: Scenario): Estimate {
  return estimate(model, costModel(model, c.costs), scenario);
}

function parametersByClass(model: Model): Pick<Case, 'classes' | 'multiplied'> {
  const classes: Partial<Record<TensorClass, number>> = {};
  let multiplied = 0;
  const vocabulary = model.facts.vocabularySize;
  tensorClasses(model).forEach((kind, id) => {
    const w = model.weights[id]!;
    if (w.role !== 'parameter' || w.duplicateOf !== undefined) return;
    const shape = w.packing?.shape ?? w.shape;
    const n = (product(shape) as number) * repeatsOf(model, w.block);
    classes[kind] = (classes[kind] ?? 0) + n;
    const [used, of] = w.activeFraction ?? [1, 1];
    const isTable = kind === 'embedding' && !(model.facts.tiedEmbeddings && shape[0] === vocabulary);
    if (kind !== 'vector' && kind !== 'other' && !isTable) multiplied += (n * used) / of;
  });
  return { classes, multiplied };
}

/** Parameters of the linear layers of all blocks, experts included. */
export function linearParameters(c: Case): number {
  return (c.classes.matrix ?? 0) + (c.classes.expert ?? 0);
}
