/** Every operator's figures under one scenario, in flat arrays by operator id: what lists, rooflines and trees read. */
import { bitsOf } from '../model/dtype';
import type { Model } from '../model/model';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { ExpressionTable } from './compile';
import type { Costs } from './costModel';
import { elementsOf } from './elements';
import { activationBits } from './liveness';
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
  };
  const bits = activationBits(model.dtype, computeBits(model, scenario));
  const weightSize = weightBytesById(model, scenario.weights);
  const cacheBytes = bytesPerCacheElement(model, scenario);
  const valueBytes = new Float64Array(model.values.length);
  for (let i = 0; i < valueBytes.length; i++)
    valueBytes[i] = (at(plan.values[i]!) * bits(model.values[i]!.dtype)) / 8;
  const decode = scenario.phase === 'decode';
  for (let i = 0; i < n; i++) {
    const base = i * FIELDS;
    const op = model.operators[i]!;
    out.executions[i] = decode && costs.prefillOnly.has(i) ? 0 : at(plan.fields[base]!);
    const macs = (out.macs[i] = at(plan.fields[base + 1]!));
    out.usefulMacs[i] = at(plan.fields[base + 2]!);
    out.elementOperations[i] = at(plan.fields[base + 3]!);
    const weights = (out.weightBytes[i] =
      at(plan.fields[base + 4]!) * bytesPerWeightElement(model, op.inputs, weightSize));
    let read: number;
    let written: number;
    if (costs.operators[i]!.traffic.plain) {
      read = sum(model, op.inputs, valueBytes);
      written = sum(model, op.outputs, valueBytes);
    } else {
      const first = op.inputs.find((v) => v >= 0 && model.values[v]?.weight === undefined);
      const width = bits(first === undefined ? undefined : model.values[first]?.dtype) / 8;
      read = at(plan.fields[base + 5]!) * width;
      written = at(plan.fields[base + 6]!) * width;
    }
    out.bytesRead[i] = weights + read + at(plan.fields[base + 7]!) * cacheBytes;
    out.bytesWritten[i] = written + at(plan.fields[base + 8]!) * cacheBytes;
    const moved = out.bytesRead[i]! + out.bytesWritten[i]!;
    out.intensity[i] = moved > 0 ? (2 * macs) / moved : Number.NaN;
  }
  return out;
}

const FIELDS = 9;

interface Plan {
  readonly table: ExpressionTable;
  readonly fields: Int32Array;
  readonly values: Int32Array;
}

const PLANS = new WeakMap<Costs, Plan>();

function compiledPlan(model: Model, costs: Costs): Plan {
  const known = PLANS.get(costs);
  if (known) return known;
  const table = new ExpressionTable();
  const fields = new Int32Array(costs.operators.length * FIELDS);
  costs.operators.forEach((c, i) => {
    const t = c.traffic;
    const list = [
      costs.executions[i],
      c.macs,
      c.usefulMacs,
      c.elementOperations,
      t.weightsRead,
      t.activationsRead,
      t.activationsWritten,
      t.cacheRead,
      t.cacheWritten,
    ];
    list.forEach((e, k) => (fields[i * FIELDS + k] = table.add(e)));
  });
  const values = Int32Array.from(model.values, (v) => table.add(elementsOf(model, v)));
  const plan = { table, fields, values };
  PLANS.set(costs, plan);
  return plan;
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

/** Bytes of these values, each once, weights left out. */
function sum(model: Model, ids: readonly number[], bytes: Float64Array): number {
  let total = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id < 0 || model.values[id]?.weight !== undefined || ids.indexOf(id) < i) continue;
    total += bytes[id]!;
  }
  return total;
}

function bytesPerCacheElement(model: Model, scenario: Scenario): number {
  const p = scenario.cache === 'auto' ? precisionOfDType(model.dtype) : PRECISIONS[scenario.cache];
  if (p) return p.blockBytes / p.block;
  return model.dtype ? bitsOf(model.dtype) / 8 : 2;
}
