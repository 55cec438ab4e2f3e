import type { Expression } from '../model/expression';
import type { OperatorCost } from './operatorCost';
import { RunningSum } from './sum';

/** Sums over operators, each times its executions, and how trustworthy they are. */
export interface Totals {
  readonly macs: Expression;
  readonly usefulMacs: Expression;
  readonly elementOperations: Expression;
  /** Operators that run in this phase. */
  readonly operators: number;
  /** Of those, operators whose MACs, or whose element operations, are unknown. */
  readonly unknownMacs: number;
  readonly unknownElements: number;
  /** Operators counted as at least, or about. */
  readonly lowerBounds: number;
  readonly estimates: number;
  /** First reasons, for the figure's own. */
  readonly reasons: readonly string[];
}

const MAX_REASONS = 3;

export function totalsOf(
  operators: readonly OperatorCost[],
  executions: readonly (Expression | undefined)[],
  without: ReadonlySet<number> | undefined,
): Totals {
  const macs = new RunningSum();
  const useful = new RunningSum();
  const elements = new RunningSum();
  const count = { operators: 0, unknownMacs: 0, unknownElements: 0, lowerBounds: 0, estimates: 0 };
  const reasons = new Set<string>();
  const because = (reason: string | undefined) => {
    if (reason && reasons.size < MAX_REASONS) reasons.add(reason);
  };
  operators.forEach((c, id) => {
    const runs = executions[id];
    if (runs === 0 || without?.has(id)) return;
    count.operators++;
    // An unknown number of runs is counted as one.
    const times = runs ?? 1;
    const worked = c.macs !== 0 || c.elementOperations !== 0;
    if (runs === undefined && worked) count.lowerBounds++;
    if (c.macs === undefined) count.unknownMacs++;
    else macs.add(c.macs, times);
    useful.add(c.usefulMacs ?? 0, times);
    if (c.elementOperations === undefined) count.unknownElements++;
    else elements.add(c.elementOperations, times);
    if (c.certainty === 'lower bound') count.lowerBounds++;
    if (c.certainty === 'estimated') count.estimates++;
    if (c.certainty !== 'exact') because(c.reason);
  });
  return {
    macs: macs.value,
    usefulMacs: useful.value,
    elementOperations: elements.value,
    ...count,
    reasons: [...reasons],
  };
}
