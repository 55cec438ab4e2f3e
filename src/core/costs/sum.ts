import { add, multiply } from '../model/arithmetic';
import type { Expression } from '../model/expression';

/** A sum of very many expressions, without copying what was summed for each new one. */
export class RunningSum {
  private constant = 0;
  private symbolic: Expression[] = [];

  add(e: Expression, times: Expression = 1): void {
    if (typeof e === 'number' && typeof times === 'number') {
      this.constant += e * times;
      return;
    }
    this.symbolic.push(times === 1 ? e : multiply(e, times));
    if (this.symbolic.length >= 512) this.symbolic = [add(...this.symbolic)];
  }

  get value(): Expression {
    return add(this.constant, ...this.symbolic);
  }
}
