/** Every operator's figures under one scenario, in flat arrays by operator id: what lists, rooflines and trees read. */
import type { DType } from '../model/dtype';
import { bitsOf } from '../model/dtype';
import type { Model } from '../model/model';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { ExpressionTable } from './compile';
import type { Costs } from './costModel';
import { elementsOf } from './elements';
import { activationBits, typeIndex } from './liveness';
import { STEP_OPERATORS, atOnce } from '../steps';
import { computeBits } from './memory';
import { PRECISIONS, precisionOfDType } from './precisions';
import { weightBytesById } from './weightBytes';

/** NaN is unknown. All figures are of one run of the operator; `executions` says how often it runs. */
export interface OperatorFigures {
  readonly executions: Float64Array;
  readonly macs: Float64Array;
  readonly usefulMacs: Float64Array;
  readonly elementOperations: Float64Array;
  /** Bytes of weights read. */
  readonly weightBytes: Float64Array;
  /** Bytes read in all: weights, activations, cache. */
  readonly bytesRead: Float64Array;
  readonly bytesWritten: Float64Array;
  /** Matrix FLOPs per byte moved; NaN where nothing moves. */
  readonly intensity: Float64Array;
  /** Bytes of one weight element under the scenario's precision; 0 without weights. */
  readonly weightWidth: Float64Array;
  /** Type of the first input that is no weight, by the index of each operator. */
  readonly inputType: Uint8Array;
  readonly types: readonly (DType | undefined)[];
}

/** Evaluates all operators; an operator that the phase does not run has 0 executions. */
export function operatorFigures(model: Model, costs: Costs, scenario: Scenario): OperatorFigures {
  const plan = compiledPlan(model, costs);
  const values = plan.table.evaluate(bindScenario(model, scenario));
  const at = (id: number) => (id < 0 ? Number.NaN : values[id]!);
  const n = model.operators.length;
  const make = () => new Float64Array(n);
  const out = {
    executions: make(),
    macs: make(),
    usefulMacs: make(),
    elementOperations: make(),
    weightBytes: make(),
    bytesRead: make(),
    bytesWritten: make(),
    intensity: make(),
    weightWidth: weightWidths(model, plan, scenario.weights),
    inputType: plan.mainType,
    types: plan.types,
  };
  const bits = activationBits(model.dtype, computeBits(model, scenario));
  const widths = plan.types.map((t) => bits(t) / 8);
  const perWeight = out.weightWidth;
  const cacheBytes = bytesPerCacheElement(model, scenario);
  const valueBytes = new Float64Array(model.values.length);
  for (let i = 0; i < valueBytes.length; i++) valueBytes[i] = at(plan.values[i]!) * widths[plan.type[i]!]!;
  const sum = (list: Int32Array, from: number, to: number) => {
    let total = 0;
    for (let k = from; k < to; k++) total += valueBytes[list[k]!]!;
    return total;
  };
  const decode = scenario.phase === 'decode';
  const { fields, moved, starts, plain } = plan;
  for (let i = 0; i < n; i++) {
    const base = i * FIELDS;
    out.executions[i] = decode && costs.prefillOnly.has(i) ? 0 : at(fields[base]!);
    const macs = (out.macs[i] = at(fields[base + 1]!));
    out.usefulMacs[i] = at(fields[base + 2]!);
    out.elementOperations[i] = at(fields[base + 3]!);
    const weights = (out.weightBytes[i] = at(fields[base + 4]!) * perWeight[i]!);
    let read: number;
    let written: number;
    if (plain[i]) {
      read = sum(moved, starts[2 * i]!, starts[2 * i + 1]!);
      written = sum(moved, starts[2 * i + 1]!, starts[2 * i + 2]!);
    } else {
      const width = widths[plan.mainType[i]!]!;
      read = at(fields[base + 5]!) * width;
      written = at(fields[base + 6]!) * width;
    }
    out.bytesRead[i] = weights + read + at(fields[base + 7]!) * cacheBytes;
    out.bytesWritten[i] = written + at(fields[base + 8]!) * cacheBytes;
    const bytes = out.bytesRead[i]! + out.bytesWritten[i]!;
    out.intensity[i] = bytes > 0 ? (2 * macs) / bytes : Number.NaN;
  }
  return out;
}

const FIELDS = 9;

/** Everything of the model that no scenario changes, as flat numbers. */
interface Plan {
  readonly table: ExpressionTable;
  /** Nine expression ids for each operator. */
  readonly fields: Int32Array;
  /** Expression id of each value's elements, and the index of its type. */
  readonly values: Int32Array;
  readonly types: readonly (DType | undefined)[];
  readonly type: Uint8Array;
  /** Values that an operator reads and writes, each once, weights left out: from starts[2i], starts[2i + 1]. */
  readonly moved: Int32Array;
  readonly starts: Int32Array;
  readonly plain: Uint8Array;
  /** Type of the first input that is no weight. */
  readonly mainType: Uint8Array;
  /** Bytes of one weight element of each operator, by model (changed ones may share their costs) and precision id. */
  readonly weightWidths: WeakMap<Model, Map<string, Float64Array>>;
}

const PLANS = new WeakMap<Costs, Plan>();

function compiledPlan(model: Model, costs: Costs): Plan {
  return PLANS.get(costs) ?? atOnce(planSteps(model, costs));
}

/** What no scenario changes, with rests in between: `operatorFigures` is quick when it is through. */
export function* figureSteps(model: Model, costs: Costs): Generator<void, void> {
  if (!PLANS.has(costs)) yield* planSteps(model, costs);
}

function* planSteps(model: Model, costs: Costs): Generator<void, Plan> {
  const table = new ExpressionTable();
  const n = costs.operators.length;
  const fields = new Int32Array(n * FIELDS);
  const types: (DType | undefined)[] = [];
  const type = Uint8Array.from(model.values, (v) => typeIndex(types, v.dtype));
  const none = typeIndex(types, undefined);
  const moved: number[] = [];
  const starts = new Int32Array(2 * n + 1);
  const mainType = new Uint8Array(n);
  const plain = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    if (i % STEP_OPERATORS === 0) yield;
    const c = costs.operators[i]!;
    const t = c.traffic;
    const list = [costs.executions[i], c.macs, c.usefulMacs, c.elementOperations, t.weightsRead];
    list.push(t.activationsRead, t.activationsWritten, t.cacheRead, t.cacheWritten);
    list.forEach((e, k) => (fields[i * FIELDS + k] = table.add(e)));
    const op = model.operators[i]!;
    plain[i] = t.plain ? 1 : 0;
    pushActivations(model, op.inputs, moved);
    starts[2 * i + 1] = moved.length;
    pushActivations(model, op.outputs, moved);
    starts[2 * i + 2] = moved.length;
    const first = op.inputs.find((v) => v >= 0 && model.values[v]?.weight === undefined);
    mainType[i] = first === undefined ? none : type[first]!;
  }
  yield;
  const values = Int32Array.from(model.values, (v) => table.add(elementsOf(model, v)));
  const plan: Plan = {
    table,
    fields,
    values,
    types,
    type,
    moved: Int32Array.from(moved),
    starts,
    plain,
    mainType,
    weightWidths: new WeakMap(),
  };
  PLANS.set(costs, plan);
  return plan;
}

function pushActivations(model: Model, ids: readonly number[], into: number[]): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id < 0 || model.values[id]?.weight !== undefined || ids.indexOf(id) < i) continue;
    into.push(id);
  }
}

function weightWidths(model: Model, plan: Plan, precision: string): Float64Array {
  const known = plan.weightWidths.get(model) ?? new Map<string, Float64Array>();
  plan.weightWidths.set(model, known);
  const found = known.get(precision);
  if (found) return found;
  const sizes = weightBytesById(model, precision);
  const made = Float64Array.from(model.operators, (op) => bytesPerWeightElement(model, op.inputs, sizes));
  known.set(precision, made);
  return made;
}

/** Bytes of one element of the operator's weights, all of them together; 0 without weights. */
function bytesPerWeightElement(
  model: Model,
  inputs: readonly number[],
  sizes: readonly (number | undefined)[],
): number {
  let bytes = 0;
  let elements = 0;
  for (const id of inputs) {
    const weight = id < 0 ? undefined : model.values[id]?.weight;
    if (weight === undefined) continue;
    const shape = model.weights[weight]?.shape;
    bytes += sizes[weight] ?? Number.NaN;
    elements += shape ? shape.reduce((a, b) => a * b, 1) : 0;
  }
  return elements === 0 ? 0 : bytes / elements;
}

function bytesPerCacheElement(model: Model, scenario: Scenario): number {
  const p = scenario.cache === 'auto' ? precisionOfDType(model.dtype) : PRECISIONS[scenario.cache];
  if (p) return p.blockBytes / p.block;
  return model.dtype ? bitsOf(model.dtype) / 8 : 2;
}
