/** Matrix products: MACs are output elements x the contracted dimension. */
import { add, minimum, multiply, product, subtract } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { keyOf } from '../../model/expression';
import type { CostFunction, CostTable, OperatorView, Work } from './view';
import { UnknownCost } from './view';

/** numpy's rule: the last dimension of A is contracted (the only one of a vector); its second last when transposed. */
function contracted(v: OperatorView, input: number, transposed: boolean): Expression {
  const rank = v.rank(input);
  if (rank === 0) throw new UnknownCost('a scalar has no dimension to contract');
  return v.dim(input, rank === 1 || !transposed ? -1 : -2);
}

const matMul: CostFunction = (v) => ({ macs: multiply(v.outSize(), contracted(v, 0, false)) });

/** Operators that also scale, add a bias or apply an activation: one further operation per output element each. */
function fused(a: number, extra: (v: OperatorView) => number): CostFunction {
  return (v) => ({
    macs: multiply(v.outSize(), contracted(v, a, v.int('transA', 0) !== 0)),
    elementOperations: multiply(extra(v), v.outSize()),
  });
}

const gemm: CostFunction = (v) => {
  const k = contracted(v, 0, v.int('transA', 0) !== 0);
  // Y = alpha A B + beta C: a scale is work only when it is not 1.
  const scale = v.int('alpha', 1) === 1 ? 0 : 1;
  const bias = v.has(2) ? (v.int('beta', 1) === 1 ? 1 : 2) : 0;
  return { macs: multiply(v.outSize(), k), elementOperations: multiply(scale + bias, v.outSize()) };
};

/** Weight-only quantised products: the real product over K, and one scale per unpacked weight element to expand it. */
function packed(expansions: number): CostFunction {
  return (v) => {
    const k = v.required('K');
    const n = v.required('N');
    const bias = v.op.type === 'MatMulNBits' && v.has(5) ? v.outSize() : 0;
    return { macs: multiply(v.outSize(), k), elementOperations: add(expansions * n * k, bias) };
  };
}

/**
 * Einsum's contraction: operands are joined one after another from the left, an index is summed as soon as no later
 * operand and not the output needs it. For two operands this is the product of all index sizes.
 */
const einsum: CostFunction = (v) => {
  const plan = parseEinsum(v);
  if (plan.operands.length === 1) return { elementOperations: v.size(0) };
  let live = plan.operands[0]!;
  let macs: Expression = 0;
  for (let i = 1; i < plan.operands.length; i++) {
    const joint = [...new Set([...live, ...plan.operands[i]!])];
    macs = add(macs, product(joint.map((l) => plan.sizes.get(l)!)));
    const later = new Set([...plan.output, ...plan.operands.slice(i + 1).flat()]);
    live = joint.filter((l) => later.has(l));
  }
  return { macs };
};

interface EinsumPlan {
  readonly operands: readonly (readonly string[])[];
  readonly output: readonly string[];
  readonly sizes: ReadonlyMap<string, Expression>;
}

function parseEinsum(v: OperatorView): EinsumPlan {
  const equation = v.text('equation', '').replaceAll(/\s/g, '');
  const [left = '', right] = equation.split('->');
  const sizes = new Map<string, Expression>();
  const operands = left.split(',').map((term, i) => {
    const shape = v.shape(i);
    const labels = labelsOf(term, shape.length);
    if (labels.length !== shape.length)
      throw new UnknownCost(`equation "${equation}" does not fit the shapes`);
    labels.forEach((l, axis) => {
      const known = sizes.get(l);
      if (known === undefined || known === 1) sizes.set(l, shape[axis]!);
    });
    return labels;
  });
  const all = operands.flat();
  const output =
    right === undefined
      ? [...sizes.keys()].filter((l) => l.startsWith('.') || all.filter((x) => x === l).length === 1)
      : [...sizes.keys()].filter((l) => (l.startsWith('.') ? right.includes('...') : right.includes(l)));
  return { operands, output, sizes };
}

/** One label per axis; an ellipsis stands for as many as are left, counted from the right (`.1`, `.0`). */
function labelsOf(term: string, rank: number): string[] {
  const at = term.indexOf('...');
  if (at < 0) return [...term];
  const before = [...term.slice(0, at)];
  const after = [...term.slice(at + 3)];
  const hidden = Math.max(0, rank - before.length - after.length);
  return [...before, ...Array.from({ length: hidden }, (_, i) => `.${hidden - 1 - i}`), ...after];
}

/**
 * Weights of experts are read as far as tokens choose them: `rows` tokens that choose `perToken` each meet at most so many
 * different ones, and never more than there are. Exact for one token, an upper bound for several.
 */
function expertsRead(
  v: OperatorView,
  weight: number,
  perToken: number,
  rows: Expression,
  experts: Expression,
): Expression {
  const size = v.size(weight);
  if (typeof experts !== 'number' || typeof size !== 'number' || experts <= perToken) return size;
  return multiply(size / experts, minimum(experts, multiply(perToken, rows)));
}

/**
 * `model.efficiency:ExpertMatMul`: x [.., in] (or [.., k, in], one row per chosen expert) by the chosen of E matrices
 * [E, out, in]; each token meets `experts_per_token` of them.
 */
const expertMatMul: CostFunction = (v) => {
  const [experts, a, b] = v.shape(1);
  if (experts === undefined || a === undefined || b === undefined)
    throw new UnknownCost('an expert weight has three dimensions: experts, out, in');
  const perToken = v.int('experts_per_token', 1);
  const x = v.shape(0);
  const inner = x.at(-1)!;
  const out = keyOf(inner) === keyOf(b) ? a : b;
  // The rows of x count each token's k copies already when x has a dimension of k before its last one.
  const rows = product(x.slice(0, -1));
  const copies = v.int('rows_per_token', 1);
  return {
    macs: multiply(perToken / copies, rows, inner, out),
    weightsRead: expertsRead(v, 1, perToken, multiply(1 / copies, rows), experts),
  };
};

/** com.microsoft:MatMulNBitsMlp (gate and up over K, an activation and a product) and MatMulNBitsQkv (three outputs). */
const packedMlp: CostFunction = (v) => {
  const k = v.required('K');
  const n = v.required('N');
  const norm = v.has(2) ? multiply(v.has(1) ? 5 : 4, v.size(0)) : 0;
  const work = add(multiply(6, v.outSize()), 2 * 2 * n * k, norm);
  return { macs: multiply(2, v.outSize(), k), elementOperations: work };
};

const packedQkv: CostFunction = (v) => {
  const k = v.required('K');
  const n = v.required('Nq') + 2 * v.required('Nkv');
  const rows = product(v.shape(0).slice(0, -1));
  const norm = v.has(2) ? multiply(v.has(1) ? 5 : 4, v.size(0)) : 0;
  return { macs: multiply(rows, k * n), elementOperations: add(2 * n * k, norm) };
};

/** com.microsoft:WordConvEmbedding: words [rows, characters], one convolution of `window` characters each, then a maximum. */
const wordConvolution: CostFunction = (v) => {
  const windows = subtract(v.dim(0, -1), v.int('conv_window_size', 1) - 1);
  const words = product(v.shape(0).slice(0, -1));
  return {
    macs: multiply(words, windows, v.size(1)),
    elementOperations: multiply(words, windows, v.dim(1, 0), 3),
    estimated: 'words shorter than the longest are counted in full',
  };
};

/** com.microsoft:MoE and QMoE: router_probs [rows, E]; fc1 (and fc3 of a gated unit), activation, fc2; k experts a row. */
function moe(quantised: boolean): CostFunction {
  return (v) => {
    const x = v.shape(0);
    const hidden = x.at(-1)!;
    const rows = product(x.slice(0, -1));
    const k = v.int('k', 1);
    const fc1 = v.shape(2);
    const fc2Input = quantised ? 5 : 4;
    const fc3Input = quantised ? 8 : 6;
    const experts = fc1[0]!;
    // fc1 [E, inter(xfused), hidden(/pack)]; the activation's width comes from fc2 [E, hidden, inter(/pack)].
    const bits = v.int('fc2_expert_weight_bits', 0) || v.int('expert_weight_bits', 4);
    const pack = quantised ? 8 / bits : 1;
    const up = fc1[1]!;
    const inter = multiply(pack, v.shape(fc2Input)[2]!);
    const gate = v.has(fc3Input) ? v.shape(fc3Input)[1]! : 0;
    const perRow = add(multiply(hidden, add(up, gate)), multiply(inter, hidden));
    const share = (i: number) => (v.has(i) ? expertsRead(v, i, k, rows, experts) : 0);
    return {
      macs: multiply(k, rows, perRow),
      elementOperations: add(
        multiply(5, v.size(1)),
        multiply(k, rows, add(multiply(5, inter), gate, hidden)),
      ),
      weightsRead: add(share(2), share(fc2Input), share(fc3Input)),
    };
  };
}

/** Determinant and inverse by LU: n^3/3 and n^3 multiply-subtract steps (Golub and Van Loan, Matrix Computations, 3.2). */
function triangular(steps: number): CostFunction {
  return (v): Work => {
    const n = v.dim(0, -1);
    return {
      elementOperations: multiply(steps, v.size(0), n),
      estimated: 'the algorithm is the library’s choice',
    };
  };
}

const bias1 = (i: number) => (v: OperatorView) => (v.has(i) ? 1 : 0);

export const MATRIX: CostTable = {
  MatMul: matMul,
  Gemm: gemm,
  Einsum: einsum,
  MatMulInteger: fused(0, () => 0),
  QLinearMatMul: fused(0, () => 2),
  Det: triangular(2 / 3),
  'com.microsoft:Inverse': triangular(2),
  'com.microsoft:FusedMatMul': fused(0, (v) => (v.int('alpha', 1) === 1 ? 0 : 1)),
  'com.microsoft:FusedMatMulActivation': fused(0, () => 1),
  'com.microsoft:TransposeMatMul': fused(0, (v) => (v.int('alpha', 1) === 1 ? 0 : 1)),
  'com.microsoft:SparseToDenseMatMul': fused(0, () => 0),
  'com.microsoft:FusedGemm': fused(0, (v) => (v.has(2) ? 2 : 1)),
  'com.microsoft:GemmFastGelu': fused(0, (v) => (v.has(2) ? 10 : 9)),
  'com.microsoft:GemmFloat8': fused(0, bias1(2)),
  'com.microsoft:QGemm': fused(0, () => 2),
  'com.microsoft:MatMulInteger16': fused(0, () => 0),
  'com.microsoft:MatMulIntegerToFloat': fused(0, (v) => (v.has(6) ? 2 : 1)),
  'com.microsoft:DynamicQuantizeMatMul': fused(0, (v) => (v.has(4) ? 2 : 1)),
  'com.microsoft:QOrderedMatMul': fused(0, () => 2),
  'com.microsoft:MatMulNBits': packed(2),
  'com.microsoft:MatMulBnb4': packed(1),
  'com.microsoft:MatMulFpQ4': fused(0, () => 0),
  'com.microsoft:MatMulBlockQuantizedFp4Weight': fused(0, () => 0),
  'com.microsoft:MatMulBlockQuantizedFp8Weight': fused(0, () => 0),
  'com.microsoft:MatMulNBitsMlp': packedMlp,
  'com.microsoft:MatMulNBitsQkv': packedQkv,
  'com.microsoft:WordConvEmbedding': wordConvolution,
  'com.microsoft:MoE': moe(false),
  'com.microsoft:QMoE': moe(true),
  'com.microsoft.dml:DmlFusedGemm': fused(0, (v) => (v.has(2) ? 2 : 1)),
  'com.microsoft.dml:DmlFusedMatMul': fused(0, () => 1),
  'model.efficiency:ExpertMatMul': expertMatMul,
};
