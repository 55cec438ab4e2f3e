import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  add,
  ceilDivide,
  divideExactly,
  floorDivide,
  isAtLeast,
  maximum,
  minimum,
  modulo,
  multiply,
  product,
  subtract,
} from '../../../src/core/model/arithmetic';
import { evaluate, substitute } from '../../../src/core/model/evaluate';
import { equalExpressions, symbol } from '../../../src/core/model/expression';
import type { Expression } from '../../../src/core/model/expression';
import { printExpression, printShape } from '../../../src/core/model/print';

const s = symbol('sequence');
const p = symbol('past');
const h = symbol('height');

describe('expressions', () => {
  it('are canonical: equal however they were made', () => {
    assert.ok(equalExpressions(add(s, p), add(p, s)));
    assert.ok(equalExpressions(multiply(add(s, 1), 2), add(multiply(2, s), 2)));
    assert.equal(subtract(add(s, 3), s), 3);
    assert.equal(multiply(s, 0), 0);
  });

  it('read as a person writes them', () => {
    assert.equal(printExpression(add(p, s)), 'past + sequence');
    assert.equal(printExpression(add(floorDivide(subtract(h, 1), 2), 1)), 'floor((height + 1)/2)');
    assert.equal(printExpression(multiply(s, s, 4)), '4*sequence^2');
    assert.equal(printExpression(minimum(s, 4096)), 'min(sequence, 4096)');
    assert.equal(
      printExpression(floorDivide(multiply(960, p), multiply(32, s))),
      'floor((30*past)/sequence)',
    );
    assert.equal(printShape([symbol('batch'), 12, undefined]), '[batch, 12, ?]');
  });

  it('divide exactly where it can be shown', () => {
    assert.ok(equalExpressions(floorDivide(multiply(4, s), 4), s));
    assert.ok(equalExpressions(divideExactly(multiply(s, p, 6), multiply(2, s))!, multiply(3, p)));
    assert.ok(equalExpressions(divideExactly(multiply(add(s, p), add(s, 1)), add(s, 1))!, add(s, p)));
    assert.equal(divideExactly(s, 2), undefined);
  });

  it('decide minimum and maximum where the symbols allow it', () => {
    assert.ok(equalExpressions(minimum(s, add(s, p)), s));
    assert.ok(equalExpressions(maximum(s, add(s, p)), add(s, p)));
    assert.ok(isAtLeast(add(s, 1), 1));
    assert.ok(!isAtLeast(s, 1));
  });

  it('evaluate to nothing when a symbol has no value', () => {
    assert.equal(evaluate(add(s, p), { sequence: 1 }), undefined);
    assert.equal(evaluate(add(s, p), { sequence: 1, past: 4095 }), 4096);
  });

  /** Random expressions next to the same computation on numbers: whatever is simplified, the value stays. */
  it('mean the same as plain arithmetic', () => {
    type Pair = readonly [Expression, (v: Record<string, number>) => number];
    const leaf: fc.Arbitrary<Pair> = fc.oneof(
      fc.integer({ min: -9, max: 9 }).map((n): Pair => [n, () => n]),
      fc.constantFrom('a', 'b', 'c').map((name): Pair => [symbol(name), (v) => v[name]!]),
    );
    const tree = fc.letrec<{ node: Pair }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc
          .tuple(
            fc.constantFrom('add', 'sub', 'mul', 'min', 'max', 'floor', 'ceil', 'mod'),
            tie('node'),
            tie('node'),
            fc.integer({ min: 1, max: 7 }),
          )
          .map(([op, x, y, n]): Pair => {
            const [ex, fx] = x;
            const [ey, fy] = y;
            switch (op) {
              case 'add':
                return [add(ex, ey), (v) => fx(v) + fy(v)];
              case 'sub':
                return [subtract(ex, ey), (v) => fx(v) - fy(v)];
              case 'mul':
                return [multiply(ex, n), (v) => fx(v) * n];
              case 'min':
                return [minimum(ex, ey), (v) => Math.min(fx(v), fy(v))];
              case 'max':
                return [maximum(ex, ey), (v) => Math.max(fx(v), fy(v))];
              case 'floor':
                return [floorDivide(ex, n), (v) => Math.floor(fx(v) / n)];
              case 'ceil':
                return [ceilDivide(ex, n), (v) => Math.ceil(fx(v) / n)];
              default:
                return [modulo(ex, n), (v) => ((fx(v) % n) + n) % n];
            }
          }),
      ),
    })).node;
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(tree, fc.record({ a: count, b: count, c: count }), ([e, f], values) => {
        assert.equal(evaluate(e, values)! + 0, f(values) + 0, printExpression(e));
        const half = substitute(e, { a: values.a });
        assert.equal(
          evaluate(half, values)! + 0,
          f(values) + 0,
          `after substitution: ${printExpression(half)}`,
        );
      }),
      { numRuns: 2000, seed: 20231201 },
    );
  });

  it('multiply shapes', () => {
    assert.equal(product([]), 1);
    assert.equal(product([2, 3, 4]), 24);
    assert.ok(equalExpressions(product([s, 2, p]), multiply(2, p, s)));
  });
});
