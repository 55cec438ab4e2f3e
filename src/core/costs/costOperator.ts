/** The cost of one operator: its cost function's answer, completed with the bytes that its inputs and outputs mean. */
import { add } from '../model/arithmetic';
import type { Expression } from '../model/expression';
import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import { mayRest, misfitOf } from '../shapes/misfit';
import type { OperatorCost, Traffic } from './operatorCost';
import type { Work } from './ops/view';
import { OperatorView, UnknownCost } from './ops/view';
import { keyOfOperator, registered } from './ops/registry';
import { elementsOf } from './elements';

const NOTHING: Traffic = {
  weightsRead: 0,
  activationsRead: 0,
  activationsWritten: 0,
  cacheRead: 0,
  cacheWritten: 0,
};

/** A call of a model-local function, or an operator that runs graphs, costs nothing itself. */
export const FREE: OperatorCost = {
  macs: 0,
  usefulMacs: 0,
  elementOperations: 0,
  traffic: NOTHING,
  certainty: 'exact',
};

export function costOperator(model: Model, op: Operator): OperatorCost {
  const key = keyOfOperator(op);
  const entry = registered(key);
  if (!entry) {
    const reason = `operator ${op.type === '' ? 'without a type' : key} is not known`;
    return unknownCost(reason, { ...traffic(model, op, {}) }, undefined);
  }
  const misfit = entry.matrix ? misfitIn(model, op) : undefined;
  if (misfit !== undefined)
    return unknownCost(`its inputs do not fit: ${misfit}`, traffic(model, op, {}), undefined);
  let work: Work;
  try {
    work = entry.cost(new OperatorView(model, op));
  } catch (e) {
    if (!(e instanceof UnknownCost)) throw e;
    return unknownCost(e.reason, traffic(model, op, {}), entry.matrix ? undefined : 0);
  }
  const macs = work.macs ?? 0;
  return {
    macs,
    usefulMacs: work.usefulMacs ?? macs,
    elementOperations: work.elementOperations ?? 0,
    traffic: work.view ? NOTHING : traffic(model, op, work),
    certainty: work.lowerBound ? 'lower bound' : work.estimated ? 'estimated' : 'exact',
    ...(work.lowerBound || work.estimated ? { reason: work.lowerBound ?? work.estimated } : {}),
  };
}

function misfitIn(model: Model, op: Operator): string | undefined {
  if (mayRest(model.graphs[op.graph])) return undefined;
  return misfitOf(op, (i) => model.values[op.inputs[i] ?? -1]?.shape);
}

function unknownCost(reason: string, moved: Traffic, macs: 0 | undefined): OperatorCost {
  return {
    macs,
    usefulMacs: macs,
    elementOperations: undefined,
    traffic: moved,
    certainty: 'unknown',
    reason,
  };
}

function traffic(model: Model, op: Operator, work: Work): Traffic {
  return {
    weightsRead: work.weightsRead ?? sumOf(model, op.inputs, true),
    activationsRead: work.activationsRead ?? sumOf(model, op.inputs, false),
    activationsWritten: work.activationsWritten ?? sumOf(model, op.outputs, false),
    cacheRead: work.cacheRead ?? 0,
    cacheWritten: work.cacheWritten ?? 0,
    ...(work.activationsRead === undefined && work.activationsWritten === undefined ? { plain: true } : {}),
  };
}

/** Elements of the weights (or of all else) among these values, each once; undefined when one is unknown. */
function sumOf(model: Model, ids: readonly number[], weights: boolean): Expression | undefined {
  let sum: Expression = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const value = id < 0 ? undefined : model.values[id];
    if (!value || (value.weight !== undefined) !== weights || ids.indexOf(id) < i) continue;
    const n = elementsOf(model, value);
    if (n === undefined) return undefined;
    sum = typeof sum === 'number' && typeof n === 'number' ? sum + n : add(sum, n);
  }
  return sum;
}
