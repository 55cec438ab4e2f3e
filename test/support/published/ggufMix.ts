/**
 * Bytes of a model in the mixes of llama.cpp's quantiser: one type for matrices, others for some. `Q4_K_M` and `Q5_K_M`
 * keep value and down projections of the first and last eighth and of every third layer between in Q6_K
 * (`use_more_bits`), and with 80 layers values in Q5_K elsewhere; heads are Q6_K, vectors F32. `IQ1_M` has values in Q4_K
 * where heads share them by four or more, attention's outputs in IQ2_XXS, down projections of the first eighth and the
 * embedding in Q2_K, the head in Q5_K.
 */
import { PRECISIONS, tensorBytes } from '../../../src/core/costs/precisions';
import { repeatsOf } from '../../../src/core/model/model';
import type { Weight } from '../../../src/core/model/weight';
import type { Built } from './claim';

export type Mix = 'fp16' | 'q8_0' | 'q4_0' | 'q4_k_m' | 'q5_k_m' | 'iq1_m';

/** What of a model lies on a device: layers from one to before another, and its ends. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly embedding?: boolean;
  readonly head?: boolean;
}

export function layersOf({ model }: Built): number {
  return Math.max(...model.blocks.map((b) => b.repeat));
}

export function mixBytes(b: Built, mix: Mix, part: Part): number {
  const layers = layersOf(b);
  let sum = 0;
  for (const w of b.model.weights) {
    const of = (id: string) => tensorBytes(PRECISIONS[id]!, w.shape);
    if (repeatsOf(b.model, w.block) === layers)
      for (let i = part.from; i < part.to; i++) sum += of(typeInLayer(w, mix, i, layers));
    else if (/embed_tokens/.test(w.name)) sum += part.embedding ? of(embeddingType(mix)) : 0;
    else if (part.head) sum += of(/lm_head/.test(w.name) ? headType(mix) : 'fp32');
  }
  return sum;
}

export function wholeMix(b: Built, mix: Mix): number {
  return mixBytes(b, mix, { from: 0, to: layersOf(b), embedding: true, head: true });
}

function embeddingType(mix: Mix): string {
  return mix === 'iq1_m' ? 'q2_k' : mix.replace('_m', '');
}

function headType(mix: Mix): string {
  if (mix === 'iq1_m') return 'q5_k';
  return mix === 'fp16' || mix === 'q8_0' ? mix : 'q6_k';
}

function typeInLayer(w: Weight, mix: Mix, layer: number, layers: number): string {
  if (w.shape.length === 1) return 'fp32';
  const eighth = Math.floor(layers / 8);
  if (mix === 'iq1_m') {
    if (/v_proj/.test(w.name)) return 'q4_k';
    if (/o_proj/.test(w.name)) return 'iq2_xxs';
    return /down_proj/.test(w.name) && layer < eighth ? 'q2_k' : mix;
  }
  if (!mix.endsWith('_m')) return mix;
  const plain = mix.replace('_m', '');
  const values = /v_proj/.test(w.name);
  if (!values && !/down_proj/.test(w.name)) return plain;
  const more = layer < eighth || layer >= Math.floor((7 * layers) / 8) || (layer - eighth) % 3 === 2;
  if (more) return 'q6_k';
  return values && layers === 80 ? 'q5_k' : plain;
}
