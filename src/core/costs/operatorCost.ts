import type { Expression } from '../model/expression';
import type { Certainty } from './quantity';

/**
 * What one execution of one operator costs, as expressions in the symbols. MACs, and element operations are never
 * mixed; matrix FLOPs are 2 x MACs. Undefined means unknown, with the reason.
 */
export interface OperatorCost {
  /** Multiply-accumulates of matrix work as executed (attention over all S x T pairs). */
  readonly macs: Expression | undefined;
  /** MACs that matter: causal and windowed attention counts only the pairs it may see. Equal to `macs` elsewhere. */
  readonly usefulMacs: Expression | undefined;
  /** Everything else, by the table in `costs/elementOperations.ts`. */
  readonly elementOperations: Expression | undefined;
  /** Elements moved, by what they are, so that bytes follow from the scenario's precisions. */
  readonly traffic: Traffic;
  readonly certainty: Certainty;
  /** Why it is not exact. */
  readonly reason?: string;
}

/** Elements read and written by one execution; undefined means unknown. */
export interface Traffic {
  readonly weightsRead: Expression | undefined;
  readonly activationsRead: Expression | undefined;
  readonly activationsWritten: Expression | undefined;
  readonly cacheRead: Expression | undefined;
  readonly cacheWritten: Expression | undefined;
  /** True when activations read and written are simply all inputs and outputs, so that bytes follow value by value. */
  readonly plain?: boolean;
}
