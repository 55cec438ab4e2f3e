import type { Operator } from '../../model/operator';
import { isInteger } from '../../model/dtype';
import { product } from '../../model/arithmetic';
import type { Value } from '../../model/value';
import type { Packing, Weight, WeightRole } from '../../model/weight';

/** What an input of an operator is, by type and position, where the standard or its contrib documentation says so. */
const POSITIONS: Readonly<Record<string, Readonly<Record<number, WeightRole>>>> = {
  BatchNormalization: { 3: 'buffer', 4: 'buffer' },
  RotaryEmbedding: { 2: 'buffer', 3: 'buffer' },
  GroupQueryAttention: { 7: 'buffer', 8: 'buffer' },
  QuantizeLinear: { 1: 'quantisation', 2: 'quantisation' },
  DequantizeLinear: { 0: 'parameter', 1: 'quantisation', 2: 'quantisation' },
  QLinearConv: {
    1: 'quantisation',
    2: 'quantisation',
    3: 'parameter',
    4: 'quantisation',
    5: 'quantisation',
    6: 'quantisation',
    7: 'quantisation',
    8: 'parameter',
  },
  QLinearMatMul: {
    0: 'parameter',
    1: 'quantisation',
    2: 'quantisation',
    3: 'parameter',
    4: 'quantisation',
    5: 'quantisation',
    6: 'quantisation',
    7: 'quantisation',
  },
  QGemm: {
    1: 'quantisation',
    2: 'quantisation',
    3: 'parameter',
    4: 'quantisation',
    5: 'quantisation',
    6: 'parameter',
    7: 'quantisation',
    8: 'quantisation',
  },
  QAttention: {
    1: 'parameter',
    2: 'parameter',
    3: 'quantisation',
    4: 'quantisation',
    6: 'quantisation',
    7: 'quantisation',
  },
  ConvInteger: { 1: 'parameter', 2: 'quantisation', 3: 'quantisation' },
  MatMulInteger: { 0: 'parameter', 1: 'parameter', 2: 'quantisation', 3: 'quantisation' },
  DynamicQuantizeMatMul: { 1: 'parameter', 2: 'quantisation', 3: 'quantisation', 4: 'parameter' },
  MatMulIntegerToFloat: {
    1: 'parameter',
    2: 'quantisation',
    3: 'quantisation',
    4: 'quantisation',
    5: 'quantisation',
    6: 'parameter',
  },
  DynamicQuantizeLSTM: {
    1: 'parameter',
    2: 'parameter',
    3: 'parameter',
    8: 'quantisation',
    9: 'quantisation',
    10: 'quantisation',
    11: 'quantisation',
  },
  MatMulNBits: { 1: 'parameter', 2: 'quantisation', 3: 'quantisation', 4: 'index', 5: 'parameter' },
  MatMulBnb4: { 1: 'parameter', 2: 'quantisation' },
  GatherBlockQuantized: { 0: 'parameter', 1: 'index', 2: 'quantisation', 3: 'quantisation' },
  QMoE: {
    2: 'parameter',
    3: 'quantisation',
    4: 'parameter',
    5: 'parameter',
    6: 'quantisation',
    7: 'parameter',
    8: 'parameter',
    9: 'quantisation',
    10: 'parameter',
  },
  Resize: { 1: 'constant', 2: 'constant', 3: 'index' },
  Upsample: { 1: 'constant' },
  Clip: { 1: 'constant', 2: 'constant' },
  Pad: { 1: 'index', 2: 'constant' },
  Where: { 0: 'buffer' },
};

/** Operators whose tensors of numbers, even integers, are learned. */
const GATHERS = new Set(['Gather', 'EmbedLayerNormalization', 'QEmbedLayerNormalization']);

/** Operators that hand their first input on unchanged: what follows decides. */
const PASS = new Set([
  'Identity',
  'Cast',
  'Transpose',
  'Reshape',
  'Squeeze',
  'Unsqueeze',
  'DequantizeLinear',
  'Flatten',
]);

/**
 * Sorts stored tensors into parameters, buffers, constants, indices and quantisation data, by the operators that read
 * them; every one that is no plain parameter gets its reason.
 */
export function classify(
  weights: readonly Weight[],
  values: readonly Value[],
  operators: readonly Operator[],
): Weight[] {
  const readers = new Map<number, { op: Operator; input: number }[]>();
  for (const op of operators)
    op.inputs.forEach((id, input) => {
      if (id < 0 || values[id]?.weight === undefined) return;
      const known = readers.get(id);
      if (known) known.push({ op, input });
      else readers.set(id, [{ op, input }]);
    });
  const out = [...weights];
  values.forEach((value, id) => {
    if (value.weight === undefined) return;
    const weight = weights[value.weight]!;
    const found = roleOf(weight, readers.get(id) ?? []);
    const packing = packingOf(weight, readers.get(id) ?? []);
    out[value.weight] = { ...weight, ...found, ...(packing ? { packing } : {}) };
  });
  return out;
}

function roleOf(
  w: Weight,
  readers: readonly { readonly op: Operator; readonly input: number }[],
): Pick<Weight, 'role' | 'reason'> {
  const first = readers[0];
  if (w.dtype === 'string') return { role: 'constant', reason: 'text' };
  if (!first)
    return isIndex(w)
      ? { role: 'index', reason: 'integers that no operator reads' }
      : { role: 'parameter', reason: 'read by no operator of its graph' };
  for (const { op, input } of readers) {
    const role = Object.hasOwn(POSITIONS, op.type) ? POSITIONS[op.type]![input] : undefined;
    if (role) return role === 'parameter' ? { role } : { role, reason: `input ${input} of ${op.type}` };
  }
  const { op, input } = first;
  if (w.dtype === 'bool') return { role: 'buffer', reason: `a mask, feeds ${op.type}` };
  if (isIndex(w)) return { role: 'index', reason: `${w.dtype}, feeds ${op.type}` };
  if (w.dtype && isInteger(w.dtype) && !GATHERS.has(op.type) && !PASS.has(op.type))
    return { role: 'constant', reason: `${w.dtype}, input ${input} of ${op.type}` };
  if ((product(w.shape) as number) <= 1 && !/Conv|Gemm|MatMul|Norm|PRelu|Linear/.test(op.type))
    return { role: 'constant', reason: `a single number, feeds ${op.type}` };
  return { role: 'parameter' };
}

function isIndex(w: Weight): boolean {
  return w.dtype === 'int64' || w.dtype === 'int32' || w.dtype === 'uint64' || w.dtype === 'uint32';
}

function packingOf(
  w: Weight,
  readers: readonly { readonly op: Operator; readonly input: number }[],
): Packing | undefined {
  for (const { op, input } of readers) {
    const int = (name: string) => {
      const a = op.attributes[name];
      return a?.kind === 'int' ? a.value : undefined;
    };
    if ((op.type === 'MatMulNBits' || op.type === 'MatMulBnb4') && input === 1) {
      const [k, n] = [int('K'), int('N')];
      if (k !== undefined && n !== undefined && k > 0 && n > 0)
        return { shape: [n, k], bits: op.type === 'MatMulBnb4' ? 4 : (int('bits') ?? 4), scheme: op.type };
    }
    if (op.type === 'GatherBlockQuantized' && input === 0 && w.dtype === 'uint8') {
      const bits = int('bits') ?? 4;
      return { shape: [...w.shape.slice(0, -1), (w.shape.at(-1) ?? 1) * (8 / bits)], bits, scheme: op.type };
    }
    if (op.type === 'QMoE' && [2, 5, 8].includes(input)) {
      const bits = int('expert_weight_bits') ?? 4;
      return { shape: [...w.shape.slice(0, -1), (w.shape.at(-1) ?? 1) * (8 / bits)], bits, scheme: 'QMoE' };
    }
  }
  return undefined;
}
