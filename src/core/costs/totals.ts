import type { Expression } from '../model/expression';
import type { OperatorCost } from './operatorCost';
import { RunningSum } from './sum';

/** A sum over operators, each times its executions, with how many of them it misses or guesses. */
export interface Total {
  readonly sum: Expression;
  /** Operators of which nothing is counted. */
  readonly unknown: number;
  /** Operators that are counted less often, or less, than they may run. */
  readonly partial: number;
  readonly estimated: number;
  /** First reasons for all of these. */
  readonly reasons: readonly string[];
}

/** Totals of one phase. */
export interface Totals {
  readonly macs: Total;
  readonly usefulMacs: Total;
  readonly elementOperations: Total;
  /** Operators that run in this phase. */
  readonly operators: number;
}

const MAX_REASONS = 3;

export function totalsOf(
  operators: readonly OperatorCost[],
  executions: readonly (Expression | undefined)[],
  without: ReadonlySet<number> | undefined,
): Totals {
  const macs = new Measure();
  const useful = new Measure();
  const elements = new Measure();
  let running = 0;
  operators.forEach((c, id) => {
    const runs = executions[id];
    if (runs === 0 || without?.has(id)) return;
    running++;
    macs.add(c.macs, runs, c);
    useful.add(c.usefulMacs, runs, c);
    elements.add(c.elementOperations, runs, c);
  });
  return {
    macs: macs.total,
    usefulMacs: useful.total,
    elementOperations: elements.total,
    operators: running,
  };
}

class Measure {
  private readonly sum = new RunningSum();
  private unknown = 0;
  private partial = 0;
  private estimated = 0;
  private readonly reasons = new Set<string>();

  /** `runs` undefined: the number is data; one run is counted. What costs nothing of this measure hides nothing of it. */
  add(cost: Expression | undefined, runs: Expression | undefined, c: OperatorCost): void {
    if (cost === 0) return;
    if (cost === undefined) {
      this.unknown++;
      this.because(c.reason);
      return;
    }
    this.sum.add(cost, runs ?? 1);
    if (runs === undefined || c.certainty === 'lower bound') {
      this.partial++;
      this.because(runs === undefined ? 'how often a loop runs is data' : c.reason);
    } else if (c.certainty === 'estimated') {
      this.estimated++;
      this.because(c.reason);
    }
  }

  private because(reason: string | undefined): void {
    if (reason && this.reasons.size < MAX_REASONS) this.reasons.add(reason);
  }

  get total(): Total {
    const { unknown, partial, estimated } = this;
    return { sum: this.sum.value, unknown, partial, estimated, reasons: [...this.reasons] };
  }
}
