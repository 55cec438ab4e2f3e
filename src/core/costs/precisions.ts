/**
 * Every precision that weights can have: true bits per weight with scales and zero points, and which tensors the scheme
 * converts. `docs/precisions.md` is generated from this table.
 */
import { GGUF_PRECISIONS } from './ggufPrecisions';
import type { TensorClass } from './tensorClass';

export interface Precision {
  readonly id: string;
  readonly label: string;
  /** Elements that share one block of scales, along the last stored dimension; 1 when every element stands alone. */
  readonly block: number;
  /** Bytes of one block, scales and zero points included. */
  readonly blockBytes: number;
  /** Tensor classes that the scheme leaves as `keptAs`. */
  readonly keeps: readonly TensorClass[];
  /** Bits of what is left unconverted. */
  readonly keptBits: number;
  /** A type of GGUF files: tensors have types by their role (`ggufMixes`), `block` being the most usual one. */
  readonly isFile?: boolean;
  /** For rows that are no multiple of the block: another precision, by id. */
  readonly fallback?: string;
  /** Whether caches and activations can have it. */
  readonly forCache: boolean;
  /** How scales are laid out, and who says so. */
  readonly source: string;
}

/** Bits per element of a converted tensor, scales and zero points included: MXFP4 4.25. */
export function bitsPerWeight(p: Precision): number {
  return (p.blockBytes * 8) / p.block;
}

/** Kept in 16 bits by weight-only schemes of the usual libraries: their defaults replace linear layers, never these. */
const LINEAR_ONLY: readonly TensorClass[] = ['embedding', 'head', 'router', 'convolution', 'vector'];

function plain(id: string, label: string, bits: number, source: string): Precision {
  return { id, label, block: 1, blockBytes: bits / 8, keeps: [], keptBits: bits, forCache: true, source };
}

function scheme(
  id: string,
  label: string,
  block: number,
  blockBytes: number,
  source: string,
  forCache = false,
): Precision {
  return { id, label, block, blockBytes, keeps: LINEAR_ONLY, keptBits: 16, forCache, source };
}

const LIST: readonly Precision[] = [
  plain('fp32', 'FP32', 32, 'IEEE 754 binary32'),
  plain(
    'tf32',
    'TF32',
    32,
    'stored as FP32; the tensor core rounds its mantissa to 10 bits (NVIDIA A100 white paper)',
  ),
  plain('bf16', 'BF16', 16, 'truncated binary32'),
  plain('fp16', 'FP16', 16, 'IEEE 754 binary16'),
  scheme(
    'fp8',
    'FP8 (one fp32 scale per 128 x 128 block)',
    16384,
    16388,
    'DeepSeek-V3, arXiv 2412.19437, section 3.3: weight_scale_inv in float32 for each block',
    true,
  ),
  scheme(
    'int8',
    'INT8 (one fp32 scale per output row, counted per 4,096)',
    4096,
    4100,
    'LLM.int8(), arXiv 2208.07339: one scale a row; bitsandbytes/functional.py, int8_vectorwise_quant: scales in float32',
    true,
  ),
  scheme(
    'int4',
    'INT4, group 128 (fp16 scale, 4-bit zero point)',
    128,
    66.5,
    'GPTQ (arXiv 2210.17323) and AWQ (arXiv 2306.00978) checkpoints: fp16 scales and packed 4-bit qzeros for each group, 4 + (16 + 4)/128 bits; GPTQ’s g_idx, 4 bytes an input channel, left out',
    true,
  ),
  scheme('int4-g32', 'INT4, group 32 (fp16 scale, 4-bit zero point)', 32, 18.5, '4 + (16 + 4)/32 bits'),
  scheme('int4-g64', 'INT4, group 64 (fp16 scale, 4-bit zero point)', 64, 34.5, '4 + (16 + 4)/64 bits'),
  scheme(
    'nf4',
    'NF4, block 64, double quantisation',
    16384,
    8192 + 256 + 4,
    'QLoRA, arXiv 2305.14314, section 3: 8-bit scales of 64 weights, one fp32 for 256 of them: 4 + 8/64 + 32/(64 × 256) = 4.127 bits; without double quantisation, as bitsandbytes has it unless asked, 4.5',
  ),
  scheme(
    'mxfp4',
    'MXFP4 (E8M0 scale per 32)',
    32,
    17,
    'OCP Microscaling Formats (MX) 1.0, concrete formats: E2M1 in blocks of 32 with one E8M0 scale, 4 + 8/32 bits',
  ),
  scheme(
    'nvfp4',
    'NVFP4 (E4M3 scale per 16)',
    16,
    9,
    'NVIDIA, Introducing NVFP4: E2M1 in blocks of 16 with one E4M3 scale, 4 + 8/16 bits; the one fp32 of a tensor left out',
  ),
  scheme(
    'int2',
    'INT2, group 64 (fp16 scale, 2-bit zero point)',
    64,
    18.25,
    'HQQ-style groups: 2 + (16 + 2)/64 bits',
  ),
  scheme(
    'ternary',
    'Ternary, 1.58 bits packed 2 bits per weight',
    1,
    0.25,
    'BitNet b1.58, arXiv 2402.17764: {-1, 0, 1}; packed four to a byte as transformers’ BitLinear has it; the one scale of a tensor left out',
  ),
  ...GGUF_PRECISIONS,
];

/** By id, in the order shown. */
export const PRECISIONS: Readonly<Record<string, Precision>> = Object.fromEntries(LIST.map((p) => [p.id, p]));

/** The precision of a dtype name as models write it (`bfloat16`, `float16`), or undefined. */
export function precisionOfDType(dtype: string | undefined): Precision | undefined {
  const id = dtype === undefined ? undefined : BY_DTYPE[dtype];
  return id === undefined ? undefined : PRECISIONS[id];
}

const BY_DTYPE: Readonly<Record<string, string>> = {
  float32: 'fp32',
  bfloat16: 'bf16',
  float16: 'fp16',
};

/** Bytes of a tensor stored under a precision; a row that fills no whole blocks is padded, or has the scheme's fallback. */
export function tensorBytes(p: Precision, shape: readonly number[], depth = 0): number {
  let elements = 1;
  for (const d of shape) elements *= d;
  if (p.block === 1) return Math.ceil(elements * p.blockBytes);
  const row = shape.at(-1) ?? 1;
  const rows = row === 0 ? 0 : elements / row;
  if (p.fallback !== undefined && row % p.block !== 0 && depth < 4) {
    const other = PRECISIONS[p.fallback];
    if (other) return tensorBytes(other, shape, depth + 1);
  }
  // Blocks longer than a row (two-dimensional blocks, double quantisation) run over the whole tensor.
  if (p.block > 256) return Math.ceil((elements / p.block) * p.blockBytes);
  return Math.ceil(rows * Math.ceil(row / p.block) * p.blockBytes);
}
