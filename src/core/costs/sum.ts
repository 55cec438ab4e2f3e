import { add, multiply } from '../model/arithmetic';
import type { Expression } from '../model/expression';

/** A sum of very many expressions: equal ones are counted, and added up once at the end. */
export class RunningSum {
  private constant = 0;
  private readonly counts = new Map<string, { readonly e: Expression; n: number }>();

  add(e: Expression, times: Expression = 1): void {
    if (typeof times !== 'number') return this.count(multiply(e, times), 1);
    if (typeof e === 'number') this.constant += e * times;
    else this.count(e, times);
  }

  private count(e: Expression, n: number): void {
    if (typeof e === 'number') {
      this.constant += e * n;
      return;
    }
    const known = this.counts.get(e.key);
    if (known) known.n += n;
    else this.counts.set(e.key, { e, n });
  }

  get value(): Expression {
    let sum: Expression = this.constant;
    let part: Expression[] = [];
    for (const { e, n } of this.counts.values()) {
      part.push(multiply(e, n));
      if (part.length < 512) continue;
      sum = add(sum, ...part);
      part = [];
    }
    return add(sum, ...part);
  }
}
