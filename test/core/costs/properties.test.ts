/** Laws that every cost keeps: fused and unfused forms agree, a batch of n costs n times, evaluation is one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { add, floorDivide, minimum, multiply } from '../../../src/core/model/arithmetic';
import { evaluate } from '../../../src/core/model/evaluate';
import type { Dimension, Expression } from '../../../src/core/model/expression';
import { symbol } from '../../../src/core/model/expression';
import type { Model } from '../../../src/core/model/model';
import { ExpressionTable } from '../../../src/core/costs/compile';
import { costModel } from '../../../src/core/costs/costModel';
import { pairsOf } from '../../../src/core/costs/ops/attentionPairs';
import { GraphMaker } from './graph';

const size = fc.integer({ min: 1, max: 9 });

function macsOf(model: Model, bindings = {}): number {
  const { totals } = costModel(model);
  assert.equal(totals.prefill.macs.unknown, 0, totals.prefill.macs.reasons.join('; '));
  return evaluate(totals.prefill.macs.sum, bindings)!;
}

interface Sizes {
  readonly b: Dimension;
  readonly s: number;
  readonly heads: number;
  readonly d: number;
}

/** Self-attention with its projection as separate operators, as an exporter writes it. */
function unfused({ b, s, heads, d }: Sizes): Model {
  const g = new GraphMaker();
  const h = heads * d;
  const x = g.input([b, s, h]);
  const project = () => {
    const y = g.op('MatMul', [x, g.weight([h, h])], [[b, s, h]]);
    const z = g.op('Add', [y, g.weight([h])], [[b, s, h]]);
    const split = g.op('Reshape', [z, g.data([0, 0, heads, d])], [[b, s, heads, d]]);
    return g.op('Transpose', [split], [[b, heads, s, d]], { perm: [0, 2, 1, 3] });
  };
  const [q, k, v] = [project(), project(), project()];
  const kt = g.op('Transpose', [k], [[b, heads, d, s]], { perm: [0, 1, 3, 2] });
  const scores = g.op('MatMul', [q, kt], [[b, heads, s, s]]);
  const p = g.op('Softmax', [scores], [[b, heads, s, s]]);
  g.outputs.push(g.op('MatMul', [p, v], [[b, heads, s, d]]));
  return g.model();
}

/** Projections as Gemm over rows, the core as one standard Attention. */
function half({ b, s, heads, d }: Sizes): Model {
  const g = new GraphMaker();
  const h = heads * d;
  const rows = multiply(b, s);
  const x = g.input([rows, h]);
  const project = () => {
    const y = g.op('Gemm', [x, g.weight([h, h]), g.weight([h])], [[rows, h]], { transB: 1 });
    return g.op('Reshape', [y, g.data([b, s, h])], [[b, s, h]]);
  };
  g.outputs.push(
    g.op('Attention', [project(), project(), project()], [[b, s, h]], {
      q_num_heads: heads,
      kv_num_heads: heads,
    }),
  );
  return g.model();
}

function fused({ b, s, heads, d }: Sizes): Model {
  const g = new GraphMaker();
  const h = heads * d;
  const inputs = [g.input([b, s, h]), g.weight([h, 3 * h]), g.weight([3 * h])];
  g.outputs.push(g.op('com.microsoft:Attention', inputs, [[b, s, h]], { num_heads: heads }));
  return g.model();
}

function multiHead({ b, s, heads, d }: Sizes): Model {
  const g = new GraphMaker();
  const h = heads * d;
  const x = g.input([b, s, h]);
  const all = [0, 1, 2].map(() => g.op('MatMul', [x, g.weight([h, h])], [[b, s, h]]));
  g.outputs.push(
    g.op('com.microsoft:MultiHeadAttention', [...all, g.weight([3 * h])], [[b, s, h]], { num_heads: heads }),
  );
  return g.model();
}

function einsum({ b, s, heads, d }: Sizes): Model {
  const g = new GraphMaker();
  const h = heads * d;
  const x = g.input([b, s, h]);
  const split = () => {
    const y = g.op('MatMul', [x, g.weight([h, h])], [[b, s, h]]);
    return g.op('Reshape', [y, g.data([0, 0, heads, d])], [[b, s, heads, d]]);
  };
  const [q, k, v] = [split(), split(), split()];
  const scores = g.op('Einsum', [q, k], [[b, heads, s, s]], { equation: 'bihd,bjhd->bhij' });
  const p = g.op('Softmax', [scores], [[b, heads, s, s]]);
  g.outputs.push(g.op('Einsum', [p, v], [[b, s, heads, d]], { equation: 'bhij,bjhd->bihd' }));
  return g.model();
}

describe('costs: laws', () => {
  it('attention costs the same MACs fused, half fused, by Einsum and unfused', () => {
    fc.assert(
      fc.property(size, size, size, size, (b, s, heads, d) => {
        const sizes = { b, s, heads, d };
        // Three projections b*s*h*h and two products b*heads*s*s*d.
        const h = heads * d;
        const want = 3 * b * s * h * h + 2 * b * heads * s * s * d;
        for (const form of [unfused, half, fused, multiHead, einsum])
          assert.equal(macsOf(form(sizes)), want, form.name);
      }),
    );
  });

  it('Gemm, MatMul + Add, FusedMatMul, FusedGemm, MatMulNBits and Einsum agree on one linear layer', () => {
    fc.assert(
      fc.property(size, size, size, (m, k, n) => {
        const layer = (
          type: string,
          attributes: Record<string, number | string>,
          weight: readonly number[],
        ) => {
          const g = new GraphMaker();
          g.outputs.push(g.op(type, [g.input([m, k]), g.weight(weight)], [[m, n]], attributes));
          return macsOf(g.model());
        };
        const all = [
          layer('MatMul', {}, [k, n]),
          layer('Gemm', { transB: 1 }, [n, k]),
          layer('com.microsoft:FusedMatMul', { transB: 1, alpha: 0.5 }, [n, k]),
          layer('com.microsoft:FusedGemm', { activation: 'Relu' }, [k, n]),
          layer('com.microsoft:MatMulNBits', { K: k, N: n, bits: 4, block_size: 32 }, [n, 1, 16]),
          layer('Einsum', { equation: 'mk,kn->mn' }, [k, n]),
          layer('MatMulInteger', {}, [k, n]),
        ];
        assert.deepEqual(new Set(all), new Set([m * k * n]));
      }),
    );
  });

  it('a separable convolution costs its parts, fused with its activation or not', () => {
    fc.assert(
      fc.property(size, size, size, (c, out, hw) => {
        const make = (type: string) => {
          const g = new GraphMaker();
          const inputs = [g.input([1, c, hw, hw]), g.weight([out, c, 1, 1]), g.weight([out])];
          g.outputs.push(g.op(type, inputs, [[1, out, hw, hw]]));
          return macsOf(g.model());
        };
        assert.equal(make('Conv'), c * out * hw * hw);
        assert.equal(make('com.microsoft:FusedConv'), make('Conv'));
      }),
    );
  });

  it('a batch of n costs n times its matrix work, as an expression too', () => {
    const n = symbol('n');
    fc.assert(
      fc.property(size, size, size, size, (b, s, heads, d) => {
        for (const form of [unfused, half, fused, multiHead, einsum]) {
          const one = macsOf(form({ b: 1, s, heads, d }));
          assert.equal(macsOf(form({ b, s, heads, d })), b * one, form.name);
          assert.equal(macsOf(form({ b: n, s, heads, d }), { n: b }), b * one, form.name);
        }
      }),
    );
  });

  it('pairs of causal, windowed and chunked attention equal a count of the mask', () => {
    const p = symbol('past');
    const s = symbol('sequence');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (past, sequence, width) => {
          const count = (sees: (query: number, key: number) => boolean) => {
            let pairs = 0;
            for (let q = past; q < past + sequence; q++) for (let k = 0; k <= q; k++) if (sees(q, k)) pairs++;
            return pairs;
          };
          const value = (e: Expression) => evaluate(e, { past, sequence });
          assert.equal(
            value(pairsOf(s, p, { causal: true }).useful),
            count(() => true),
          );
          const windowed = pairsOf(s, minimum(p, width - 1), { causal: true, window: width });
          assert.equal(
            value(windowed.useful),
            count((q, k) => q - k < width),
          );
          const chunked = pairsOf(s, p, { causal: true, chunk: width });
          assert.equal(
            value(chunked.useful),
            count((q, k) => Math.floor(q / width) === Math.floor(k / width)),
          );
          assert.ok(value(windowed.executed)! >= value(windowed.useful)!);
        },
      ),
    );
  });

  it('a compiled table evaluates as the expressions themselves', () => {
    const [a, b] = [symbol('a'), symbol('b')];
    const list = [
      3,
      add(a, 1),
      multiply(2, a, b),
      floorDivide(add(a, b), 3),
      minimum(a, multiply(2, b)),
      multiply(a, a),
    ];
    const table = new ExpressionTable();
    const ids = list.map((e) => table.add(e));
    assert.equal(table.add(add(1, a)), ids[1], 'equal expressions share an id');
    assert.equal(table.add(undefined), -1);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (x, y) => {
        const values = table.evaluate({ a: x, b: y });
        list.forEach((e, i) => assert.equal(values[ids[i]!], evaluate(e, { a: x, b: y })));
      }),
    );
    assert.ok(Number.isNaN(table.evaluate({ a: 1 })[ids[2]!]), 'an open symbol is unknown');
  });
});
