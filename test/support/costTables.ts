/** The documentation's tables of element operations and of precisions, as text made from the code's own tables. */
import { format, resolveConfig } from 'prettier';
import { ELEMENT_RULES } from '../../src/core/costs/elementOperations';
import { MOVEMENT, VIEWS } from '../../src/core/costs/movement';
import { registeredKeys } from '../../src/core/costs/ops/registry';
import { isMix } from '../../src/core/costs/ggufMixes';
import { PRECISIONS, bitsPerWeight } from '../../src/core/costs/precisions';

/** Text as the project's formatter leaves it, so that a generated file equals what the generator makes. */
export async function formatted(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

const HEAD = 'Generated from the code by `npx tsx test/support/makeCostTables.ts`; do not edit.';

export function elementOperationsTable(): string {
  const groups = registeredKeys();
  const rows = Object.entries(ELEMENT_RULES)
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([key, r]) => `| ${code(key)} | ${r.each} | ${r.of} | ${r.steps} |`);
  return [
    '# What an operator costs',
    '',
    HEAD,
    '',
    'Three numbers, never mixed: **MACs** of matrix work, **matrix FLOPs** (twice the MACs), and **element operations** for',
    'all else. The small product that makes rotary angles (positions × frequencies) is among the MACs, as the modelling',
    'library’s own counter has it: 64 a token for Llama-3.1-8B, once for all layers.',
    '',
    '## Matrix work',
    '',
    '| Operators | MACs |',
    '| --- | --- |',
    '| MatMul, Gemm and their fused, integer and packed forms | elements of the output × the contracted dimension |',
    '| MatMulNBits, MatMulBnb4 | the real product over K, whatever the container holds |',
    '| Einsum | operands joined from the left, an index summed as soon as nothing later needs it: the product of all index sizes for each join |',
    '| Conv and its fused, integer and channels-last forms | elements of the output × elements of one filter (W without its first dimension) |',
    '| ConvTranspose | elements of the input × elements of W without its first dimension |',
    '| LSTM, GRU, RNN | steps × batch × elements of W and R |',
    '| Attention and its fused forms | heads × (width of a key + width of a value) × query-key pairs, and the projections that the operator holds |',
    '| MoE, QMoE | for every row the matrices of its k experts |',
    '| LinearAttention | per token and head the products with the d_k × d_v state: 2 for the linear and gated rule, 3 for the delta rules |',
    '| Selective scan (Mamba) | per token and channel the read-out of the state: state size; its update is element work |',
    '',
    'Attention has two counts. *As executed*: all S × T pairs; with a window the cache holds window - 1 earlier tokens.',
    '*Useful*: only pairs that a causal, windowed or chunked mask lets through. Biases, scales and activations that an',
    'operator holds are element operations. A look-up (Gather) is no product. What only moves elements computes nothing.',
    '',
    '## Element operations',
    '',
    'The number of arithmetic steps in the operator’s own definition (ONNX operator text and function bodies; ONNX Runtime’s',
    'contrib operator documentation), each elementary function (exp, log, erf, tanh, sqrt, division) as one. Softmax’s 5 and',
    'layer normalisation’s 7 are also what LLM-Viewer counts. A Fourier transform of n points counts 5 n log₂ n, as FFTW’s',
    'benchmarks do, half for real data. Windowed pooling counts one step per element of its window; interpolation a product',
    'and a sum per tap. Recurrent cells count their gates: sigmoid 4, tanh 1, each product and sum 1.',
    '',
    '| Operator | Steps per element | of the | Steps |',
    '| --- | ---: | --- | --- |',
    ...rows,
    '',
    '## Nothing computed',
    '',
    `Views, which share their input’s memory: ${[...VIEWS].map(code).join(', ')}.`,
    '',
    `Moves, which cost bytes only: ${[...MOVEMENT]
      .filter((k) => !VIEWS.has(k))
      .map(code)
      .join(', ')}.`,
    '',
    `Control, whose work is that of the graphs they run: ${(groups['control'] ?? []).map(code).join(', ')}. A Loop counts its`,
    'trips and a Scan its length where they are known; of an If whose condition is data, the costlier branch.',
    '',
    'Unknown operators are never counted as 0: the figure becomes a lower bound, with their number and share.',
    '',
  ].join('\n');
}

function order(key: string): number {
  return key.includes(':') ? 1 : 0;
}

function code(key: string): string {
  return `\`${key.replace(':', '::')}\``;
}

export function precisionsTable(): string {
  const rows = Object.values(PRECISIONS).map((p) => {
    const kept = p.keeps.length === 0 ? 'nothing' : `${p.keeps.join(', ')} (${p.keptBits} bit)`;
    const special = isMix(p) ? ['some matrices in more bits'] : p.isFile ? ['output matrix as q6_k'] : [];
    const fallback = p.fallback ? [`other row lengths as ${p.fallback}`] : [];
    const bits = bitsPerWeight(p);
    return `| \`${p.id}\` | ${p.label} | ${Number(bits.toFixed(4))} | ${p.block} in ${p.blockBytes} B | ${[kept, ...special, ...fallback].join('; ')} | ${p.source} |`;
  });
  return [
    '# Precisions',
    '',
    HEAD,
    '',
    'Bits per weight are true: scales and zero points are in them. A scheme converts the classes of tensors that it converts',
    'in practice; what it leaves is counted at the width given. Classes: `matrix` (linear layers), `expert` (matrices of',
    'routed experts), `embedding` (looked up by token; a tied head is this tensor), `head` (output projection), `router`,',
    '`convolution`, `vector` (norms, biases and all else of one dimension). Constants and buffers keep their stored bytes.',
    '',
    '| Id | Name | Bits per weight | Block | Left as it is | Source |',
    '| --- | --- | ---: | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Generated files and what makes them. */
export const TABLES: Readonly<Record<string, () => string>> = {
  'docs/element-operations.md': elementOperationsTable,
  'docs/precisions.md': precisionsTable,
};
