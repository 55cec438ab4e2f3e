/** Fused operators against the same computation written out: equal MACs, and equal element operations where the tables say. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../src/core/model/evaluate';
import { multiply } from '../../../src/core/model/arithmetic';
import type { Dimension } from '../../../src/core/model/expression';
import { symbol } from '../../../src/core/model/expression';
import { costModel } from '../../../src/core/costs/costModel';
import type { Plain } from './graph';
import { GraphMaker } from './graph';

const size = fc.integer({ min: 1, max: 6 });

interface Work {
  readonly macs: number;
  readonly elements: number;
}

function workOf(g: GraphMaker, bindings = {}): Work {
  const { prefill } = costModel(g.model()).totals;
  assert.equal(prefill.macs.unknown, 0, prefill.macs.reasons.join('; '));
  return {
    macs: evaluate(prefill.macs.sum, bindings)!,
    elements: evaluate(prefill.elementOperations.sum, bindings)!,
  };
}

type Op = (g: GraphMaker, b: Dimension) => void;

function work(make: Op, batch: Dimension = 1, bindings = {}): Work {
  const g = new GraphMaker();
  make(g, batch);
  return workOf(g, bindings);
}

/** All forms cost the same MACs, and n times as many for a batch of n, as numbers and as expressions. */
function assertSame(forms: Readonly<Record<string, Op>>, want: number, n: number): void {
  for (const [name, make] of Object.entries(forms)) {
    assert.equal(work(make).macs, want, name);
    assert.equal(work(make, n).macs, n * want, `${name}, a batch of ${n}`);
    assert.equal(work(make, symbol('n'), { n }).macs, n * want, `${name}, a batch of n`);
  }
}

describe('costs: fused operators and the same written out', () => {
  it('grouped-query attention: keys repeated, Attention, GroupQueryAttention with QKV apart and packed', () => {
    fc.assert(
      fc.property(size, size, size, size, size, (n, s, groups, kv, d) => {
        const heads = groups * kv;
        const apart =
          (type: string, attributes: Record<string, Plain>): Op =>
          (g, b) => {
            const q = g.input([b, s, heads * d]);
            const [k, v] = [g.input([b, s, kv * d]), g.input([b, s, kv * d])];
            g.op(type, [q, k, v], [[b, s, heads * d]], attributes);
          };
        const forms: Record<string, Op> = {
          written: (g, b) => {
            const q = g.input([b, heads, s, d]);
            const repeated = () =>
              g.op('Expand', [g.input([b, kv, 1, s, d]), g.data([1])], [[b, heads, s, d]]);
            const keys = g.op('Transpose', [repeated()], [[b, heads, d, s]], { perm: [0, 1, 3, 2] });
            const p = g.op('Softmax', [g.op('MatMul', [q, keys], [[b, heads, s, s]])], [[b, heads, s, s]]);
            g.op('MatMul', [p, repeated()], [[b, heads, s, d]]);
          },
          Attention: apart('Attention', { q_num_heads: heads, kv_num_heads: kv }),
          'causal Attention, as executed': apart('Attention', {
            q_num_heads: heads,
            kv_num_heads: kv,
            is_causal: 1,
          }),
          GroupQueryAttention: apart('com.microsoft:GroupQueryAttention', {
            num_heads: heads,
            kv_num_heads: kv,
          }),
          'GroupQueryAttention, packed': (g, b) => {
            const qkv = g.input([b, s, (heads + 2 * kv) * d]);
            g.op('com.microsoft:GroupQueryAttention', [qkv], [[b, s, heads * d]], {
              num_heads: heads,
              kv_num_heads: kv,
            });
          },
        };
        assertSame(forms, 2 * heads * s * s * d, n);
      }),
      { numRuns: 40 },
    );
  });

  it('a linear layer in every fused and quantised form', () => {
    fc.assert(
      fc.property(size, size, size, size, (n, m, k, out) => {
        const linear =
          (type: string, attributes: Record<string, Plain> = {}, before = 0): Op =>
          (g, b) => {
            const rows = multiply(b, m);
            const scales = Array.from({ length: before }, () => g.weight([1]));
            g.op(type, [g.input([rows, k]), ...scales, g.weight([k, out])], [[rows, out]], attributes);
          };
        const nBits = (bits: number) => ({ K: k, N: out, bits, block_size: 32 });
        const micro = (type: string, attributes: Record<string, Plain> = {}, before = 0) =>
          linear(`com.microsoft:${type}`, attributes, before);
        const forms: Record<string, Op> = {
          MatMul: linear('MatMul'),
          Gemm: linear('Gemm'),
          MatMulInteger: linear('MatMulInteger'),
          QLinearMatMul: linear('QLinearMatMul', {}, 2),
          FusedMatMul: micro('FusedMatMul', { alpha: 2 }),
          TransposeMatMul: micro('TransposeMatMul'),
          FusedMatMulActivation: micro('FusedMatMulActivation', { activation: 'Relu' }),
          FusedGemm: micro('FusedGemm', { activation: 'Relu' }),
          GemmFastGelu: micro('GemmFastGelu'),
          GemmFloat8: micro('GemmFloat8'),
          QGemm: micro('QGemm', {}, 2),
          DynamicQuantizeMatMul: micro('DynamicQuantizeMatMul'),
          MatMulIntegerToFloat: micro('MatMulIntegerToFloat'),
          MatMulBnb4: micro('MatMulBnb4', { K: k, N: out, block_size: 64, quant_type: 1 }),
          ...Object.fromEntries([2, 4, 8].map((b) => [`MatMulNBits ${b}`, micro('MatMulNBits', nBits(b))])),
        };
        assertSame(forms, m * k * out, n);
        assert.equal(work(micro('MatMulNBitsMlp', nBits(4))).macs, 2 * m * k * out, 'gate and up');
      }),
      { numRuns: 40 },
    );
  });

  it('a convolution with groups: plain, fused, integer, channels last and in blocks of channels', () => {
    fc.assert(
      fc.property(size, size, size, size, size, (n, group, c, out, hw) => {
        const kernel = 3;
        const conv =
          (type: string, before = 0, last = false): Op =>
          (g, b) => {
            const places = (channels: number) => (last ? [b, hw, hw, channels] : [b, channels, hw, hw]);
            const x = g.input(places(group * c));
            const scales = Array.from({ length: before }, () => g.weight([1]));
            const w = g.weight([group * out, c, kernel, kernel]);
            g.op(type, [x, ...scales, w], [places(group * out)], { group, pads: [1, 1, 1, 1] });
          };
        const forms = {
          Conv: conv('Conv'),
          FusedConv: conv('com.microsoft:FusedConv'),
          ConvInteger: conv('ConvInteger'),
          QLinearConv: conv('QLinearConv', 2),
          'QLinearConv, channels last': conv('com.microsoft:QLinearConv', 2, true),
          'Conv, channels last': conv('com.microsoft.nhwc:Conv', 0, true),
          'FusedConv, channels last': conv('com.microsoft.nhwc:FusedConv', 0, true),
          NhwcConv: conv('com.microsoft:NhwcConv', 0, true),
          NhwcFusedConv: conv('com.microsoft:NhwcFusedConv', 0, true),
          'Conv in onnxruntime’s channels-last domain': conv('com.ms.internal.nhwc:Conv', 0, true),
          'QLinearConv in onnxruntime’s channels-last domain': conv(
            'com.ms.internal.nhwc:QLinearConv',
            2,
            true,
          ),
          'Conv in blocks of channels': conv('com.microsoft.nchwc:Conv'),
          DmlFusedConv: conv('com.microsoft.dml:DmlFusedConv'),
        };
        assertSame(forms, group * out * hw * hw * c * kernel * kernel, n);
      }),
      { numRuns: 40 },
    );
  });

  it('experts: MoE, QMoE, ExpertMatMul and the chosen experts as products', () => {
    fc.assert(
      fc.property(size, size, size, size, fc.integer({ min: 1, max: 4 }), (n, rows, half, inner, k) => {
        const hidden = 2 * half;
        const wide = 2 * inner;
        const experts = 4;
        const forms: Record<string, Op> = {
          written: (g, b) => {
            const r = multiply(b, rows);
            for (let e = 0; e < k; e++) {
              const up = g.op('MatMul', [g.input([r, hidden]), g.weight([hidden, wide])], [[r, wide]]);
              g.op('MatMul', [g.op('Relu', [up], [[r, wide]]), g.weight([wide, hidden])], [[r, hidden]]);
            }
          },
          MoE: (g, b) => {
            const r = multiply(b, rows);
            const w = [g.weight([experts, wide, hidden]), -1, g.weight([experts, hidden, wide])];
            g.op('com.microsoft:MoE', [g.input([r, hidden]), g.input([r, experts]), ...w], [[r, hidden]], {
              k,
            });
          },
          QMoE: (g, b) => {
            const r = multiply(b, rows);
            const w = [g.weight([experts, wide, half]), g.weight([experts, wide]), -1];
            w.push(g.weight([experts, hidden, inner]), g.weight([experts, hidden]));
            g.op('com.microsoft:QMoE', [g.input([r, hidden]), g.input([r, experts]), ...w], [[r, hidden]], {
              k,
              expert_weight_bits: 4,
            });
          },
          ExpertMatMul: (g, b) => {
            const attributes = { experts_per_token: k };
            const x = g.input([b, rows, hidden]);
            const up = g.op(
              'model.efficiency:ExpertMatMul',
              [x, g.weight([experts, wide, hidden])],
              [[b, rows, k, wide]],
              attributes,
            );
            g.op(
              'model.efficiency:ExpertMatMul',
              [up, g.weight([experts, hidden, wide])],
              [[b, rows, k, hidden]],
              { ...attributes, rows_per_token: k },
            );
          },
        };
        assertSame(forms, 2 * rows * k * hidden * wide, n);
      }),
      { numRuns: 40 },
    );
  });

  it('norms with their sums: Skip- and EmbedLayerNormalization as Add and norm', () => {
    fc.assert(
      fc.property(size, size, size, (b, s, h) => {
        const shape = [b, s, h];
        const gain = (g: GraphMaker) => g.weight([h]);
        const written = (norm: string, weights: number) =>
          work((g) => {
            const sum = g.op('Add', [g.input(shape), g.input(shape)], [shape]);
            g.op(norm, [sum, ...Array.from({ length: weights }, () => gain(g))], [shape]);
          });
        const fused = (type: string, weights: number) =>
          work((g) => {
            const gains = Array.from({ length: weights }, () => gain(g));
            g.op(`com.microsoft:${type}`, [g.input(shape), g.input(shape), ...gains], [shape]);
          });
        assert.deepEqual(fused('SkipLayerNormalization', 2), written('LayerNormalization', 2));
        assert.deepEqual(
          fused('SkipSimplifiedLayerNormalization', 1),
          written('SimplifiedLayerNormalization', 1),
        );
        const ids = (g: GraphMaker) => g.input([b, s], 'int32');
        const embedded = work((g) => {
          const tables = [50, 20, 2].map((rows) => g.weight([rows, h]));
          const inputs = [ids(g), ids(g), ...tables, gain(g), gain(g)];
          g.op('com.microsoft:EmbedLayerNormalization', inputs, [shape]);
        });
        const apart = work((g) => {
          const [a, p, t] = [50, 20, 2].map((rows) => g.op('Gather', [g.weight([rows, h]), ids(g)], [shape]));
          const sum = g.op('Add', [g.op('Add', [a!, p!], [shape]), t!], [shape]);
          g.op('LayerNormalization', [sum, gain(g), gain(g)], [shape]);
        });
        assert.deepEqual(embedded, apart);
      }),
      { numRuns: 40 },
    );
  });
});
