/** Block types of GGUF files with their true sizes: elements and bytes of one block (ggml's own block structures). */
import { GGUF_MIXES } from './ggufMixes';
import type { Precision } from './precisions';

type Row = readonly [id: string, block: number, bytes: number, fallback: string | undefined];

/**
 * llama.cpp's quantiser leaves one-dimensional tensors and routers (ffn_gate_inp) in FP32, and convolution kernels
 * (`ssm_conv1d`, `shortconv.conv`). Rows that are no multiple of 256 fall back to a type with blocks of 32, and those that
 * are no multiple of 32 to F16: no row is ever padded (llama.cpp, src/llama-quant.cpp; convert_hf_to_gguf.py).
 */
const ROWS: readonly Row[] = [
  ['q4_0', 32, 18, undefined],
  ['q4_1', 32, 20, undefined],
  ['q5_0', 32, 22, undefined],
  ['q5_1', 32, 24, undefined],
  ['q8_0', 32, 34, undefined],
  ['q2_k', 256, 84, 'q4_0'],
  ['q3_k', 256, 110, 'q4_0'],
  ['q4_k', 256, 144, 'q5_0'],
  ['q5_k', 256, 176, 'q5_1'],
  ['q6_k', 256, 210, 'q8_0'],
  ['iq1_s', 256, 50, 'iq4_nl'],
  ['iq1_m', 256, 56, 'iq4_nl'],
  ['iq2_xxs', 256, 66, 'iq4_nl'],
  ['iq2_xs', 256, 74, 'iq4_nl'],
  ['iq2_s', 256, 82, 'iq4_nl'],
  ['iq3_xxs', 256, 98, 'iq4_nl'],
  ['iq3_s', 256, 110, 'iq4_nl'],
  ['iq4_nl', 32, 18, undefined],
  ['iq4_xs', 256, 136, 'iq4_nl'],
  ['tq1_0', 256, 54, 'q4_0'],
  ['tq2_0', 256, 66, 'q4_0'],
];

const CACHE_TYPES: ReadonlySet<string> = new Set(['q4_0', 'q4_1', 'q5_0', 'q5_1', 'q8_0', 'iq4_nl']);

/** Block types, then the files that mix them. */
export const GGUF_PRECISIONS: readonly Precision[] = [...ROWS.map(ofBlock), ...mixed()];

function ofBlock([id, block, blockBytes, fallback]: Row): Precision {
  return {
    id,
    label: `GGUF ${id.toUpperCase()}`,
    block,
    blockBytes,
    keeps: ['vector', 'router', 'convolution'],
    keptBits: 32,
    isFile: true,
    fallback: fallback ?? 'fp16',
    forCache: CACHE_TYPES.has(id),
    source: `ggml/src/ggml-common.h, block_${id}: ${block} elements in ${blockBytes} bytes`,
  };
}

/** Files named after no block type: `Q4_K_M`. */
function mixed(): readonly Precision[] {
  return Object.entries(GGUF_MIXES).flatMap(([id, mix]): Precision[] => {
    const base = ROWS.find((row) => row[0] === mix.base);
    if (!base || base[0] === id || ROWS.some((row) => row[0] === id)) return [];
    const source = `llama.cpp src/llama-quant.cpp: ${mix.base.toUpperCase()} for most matrices, more bits for some`;
    return [{ ...ofBlock(base), id, label: `GGUF ${id.toUpperCase()}`, forCache: false, source }];
  });
}
