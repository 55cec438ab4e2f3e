/** Bytes of the layers that lie on one of several devices, in the mixes of llama.cpp's quantiser as the product has them. */
import { ggufTypeOf } from '../../../src/core/costs/ggufMixes';
import { ggufPlaces } from '../../../src/core/costs/ggufPlaces';
import { PRECISIONS, tensorBytes } from '../../../src/core/costs/precisions';
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

export function mixBytes({ model }: Built, mix: Mix, part: Part): number {
  const { places, model: facts } = ggufPlaces(model);
  let sum = 0;
  model.weights.forEach((w, id) => {
    const inLayers = w.name.includes('{0}');
    for (const at of places[id]!) {
      const row = w.shape.at(-1) ?? 1;
      const type =
        mix === 'fp16' && at.role !== 'kept' ? mix : ggufTypeOf(mix, at, facts, row, PRECISIONS[mix]!.block);
      const isEnd = at.role === 'embedding' ? part.embedding : part.head;
      if (inLayers ? at.layer >= part.from && at.layer < part.to : isEnd)
        sum += tensorBytes(PRECISIONS[type]!, w.shape);
    }
  });
  return sum;
}

export function wholeMix(b: Built, mix: Mix): number {
  return mixBytes(b, mix, { from: 0, to: layersOf(b), embedding: true, head: true });
}
