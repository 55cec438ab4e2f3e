/** The engine's one pass over a model: what every operator costs, how often it runs, and what is alive when. */
import type { Expression } from '../model/expression';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { cacheValues, cacheTensorsOf, unknownCaches } from './cacheTensors';
import type { CacheTensor } from '../model/cache';
import { FREE } from './costOperator';
import { OperatorCosts } from './operatorCosts';
import { executionsOf, innerGraphs, isCall } from './executions';
import type { LivenessPlan } from './livenessPlan';
import { livenessSteps } from './livenessPlan';
import type { OperatorCost } from './operatorCost';
import { STEP_OPERATORS, atOnce } from '../steps';
import { prefillOnly } from './prefillOnly';
import { totalsOf } from './totals';
import type { Totals } from './totals';

/** What a model costs, as expressions in its symbols: computed once, evaluated under every scenario. */
export interface Costs {
  /** Cost of one execution, by operator id. */
  readonly operators: readonly OperatorCost[];
  /** Executions of each operator in one pass, by operator id; 0: it does not run; undefined: the number is data. */
  readonly executions: readonly (Expression | undefined)[];
  /** Operators (by id) that a decode step does not run: they depend on no new token (encoders, image towers). */
  readonly prefillOnly: ReadonlySet<number>;
  readonly totals: { readonly prefill: Totals; readonly decode: Totals };
  /** The model's cache tensors: declared ones, or for ONNX those found at its inputs and operators. */
  readonly caches: readonly CacheTensor[];
  /** Cache tensors of an ONNX graph whose shapes are not known. */
  readonly unknownCaches: number;
  readonly liveness: LivenessPlan | undefined;
  /** Assumptions and gaps worth saying. */
  readonly problems: readonly Problem[];
}

/** What was found of single operators of config models. Of a graph's operators the operator set decides too. */
const EACH = new WeakMap<Costs, ReadonlyMap<string, OperatorCost>>();

/** `like`: the costs of a config model that this one was made from by a change; what they share is not found again. */
export function costModel(model: Model, like?: Costs): Costs {
  return atOnce(costSteps(model, like));
}

/** The same, with rests between steps of about a thousand operators. */
export function* costSteps(model: Model, like?: Costs): Generator<void, Costs> {
  const called = isCall(model);
  const each = new OperatorCosts(model, model.format === 'config' && like ? EACH.get(like) : undefined);
  const operators: OperatorCost[] = [];
  for (const op of model.operators) {
    operators.push(called(op) ? FREE : each.of(op));
    if (operators.length % STEP_OPERATORS === 0) yield;
  }
  const executions = executionsOf(model, operators);
  yield;
  const once = prefillOnly(model);
  const caches = cacheTensorsOf(model);
  yield;
  const main = model.graphs.findIndex((g) => g.kind === 'main');
  const prefill = totalsOf(operators, executions.byOperator, undefined);
  yield;
  const costs: Costs = {
    operators,
    executions: executions.byOperator,
    prefillOnly: once,
    totals: {
      prefill,
      decode: once.size === 0 ? prefill : totalsOf(operators, executions.byOperator, once),
    },
    caches,
    unknownCaches: unknownCaches(model),
    liveness:
      main < 0 ? undefined : yield* livenessSteps(model, main, cacheValues(model), innerGraphs(model)),
    problems: problemsOf(model, operators, executions),
  };
  if (model.format === 'config') EACH.set(costs, each.known);
  return costs;
}

function problemsOf(
  { operators }: Model,
  costs: readonly OperatorCost[],
  executions: ReturnType<typeof executionsOf>,
): Problem[] {
  const problems: Problem[] = [];
  const types = new Map<string, { count: number; first: number }>();
  costs.forEach((c, id) => {
    if (!c.reason?.endsWith('is not known')) return;
    const known = types.get(c.reason);
    if (known) known.count++;
    else types.set(c.reason, { count: 1, first: id });
  });
  for (const [reason, { count, first }] of [...types].slice(0, 20)) {
    const { origin } = operators[first]!;
    problems.push({
      severity: 'warning',
      code: 'costs.unknown-operator',
      message: `${reason[0]!.toUpperCase()}${reason.slice(1)}: ${count} of ${costs.length} operators, so compute is a lower bound.`,
      ...(origin ? { origin } : {}),
    });
  }
  for (const reason of executions.unknownTrips)
    problems.push({
      severity: 'warning',
      code: 'costs.unknown-trips',
      message: `${reason}, so its body is counted once and compute is a lower bound.`,
    });
  if (executions.guessedBranches > 0)
    problems.push({
      severity: 'assumption',
      code: 'costs.branch',
      message: `${executions.guessedBranches} If operators decide by data: the costlier branch of each is counted.`,
    });
  return problems;
}
