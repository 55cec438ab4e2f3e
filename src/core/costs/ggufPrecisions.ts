/** Block types of GGUF files with their true sizes: elements and bytes of one block (ggml's own block structures). */
import type { Precision } from './precisions';

type Row = readonly [
  id: string,
  block: number,
  bytes: number,
  head: string | undefined,
  fallback: string | undefined,
];

/**
 * llama.cpp's quantiser leaves one-dimensional tensors and routers (ffn_gate_inp) in FP32, converts embeddings like any
 * matrix, and gives the output matrix Q6_K unless the file's type is Q8_0 or floating. Convolution kernels are left too
 * (`ssm_conv1d`, `shortconv.conv`). Rows that are no multiple of 256 fall back to a type with blocks of 32, and those that
 * are no multiple of 32 to F16: no row is ever padded (llama.cpp, src/llama-quant.cpp; convert_hf_to_gguf.py).
 */
const ROWS: readonly Row[] = [
  ['q4_0', 32, 18, 'q6_k', undefined],
  ['q4_1', 32, 20, 'q6_k', undefined],
  ['q5_0', 32, 22, 'q6_k', undefined],
  ['q5_1', 32, 24, 'q6_k', undefined],
  ['q8_0', 32, 34, undefined, undefined],
  ['q2_k', 256, 84, 'q6_k', 'q4_0'],
  ['q3_k', 256, 110, 'q6_k', 'q4_0'],
  ['q4_k', 256, 144, 'q6_k', 'q5_0'],
  ['q5_k', 256, 176, 'q6_k', 'q5_1'],
  ['q6_k', 256, 210, undefined, 'q8_0'],
  ['iq1_s', 256, 50, 'q5_k', 'iq4_nl'],
  ['iq1_m', 256, 56, 'q5_k', 'iq4_nl'],
  ['iq2_xxs', 256, 66, 'q5_k', 'iq4_nl'],
  ['iq2_xs', 256, 74, 'q5_k', 'iq4_nl'],
  ['iq2_s', 256, 82, 'q5_k', 'iq4_nl'],
  ['iq3_xxs', 256, 98, 'q5_k', 'iq4_nl'],
  ['iq3_s', 256, 110, 'q6_k', 'iq4_nl'],
  ['iq4_nl', 32, 18, 'q6_k', undefined],
  ['iq4_xs', 256, 136, 'q6_k', 'iq4_nl'],
  ['tq1_0', 256, 54, 'q6_k', 'q4_0'],
  ['tq2_0', 256, 66, 'q6_k', 'q4_0'],
];

const CACHE_TYPES: ReadonlySet<string> = new Set(['q4_0', 'q4_1', 'q5_0', 'q5_1', 'q8_0', 'iq4_nl']);

export const GGUF_PRECISIONS: readonly Precision[] = ROWS.map(([id, block, blockBytes, head, fallback]) => ({
  id,
  label: `GGUF ${id.toUpperCase()}`,
  block,
  blockBytes,
  keeps: ['vector', 'router', 'convolution'],
  keptBits: 32,
  ...(head ? { special: { head } } : {}),
  fallback: fallback ?? 'fp16',
  forCache: CACHE_TYPES.has(id),
  source: `ggml/src/ggml-common.h, block_${id}: ${block} elements in ${blockBytes} bytes`,
}));
