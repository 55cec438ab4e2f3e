/** Bytes of a model's weights in a file type of llama.cpp, whose tensors have block types by their roles. */
import type { Model } from '../model/model';
import { ggufTypeOf } from './ggufMixes';
import type { GgufPlace } from './ggufMixes';
import { ggufPlaces } from './ggufPlaces';
import type { Precision } from './precisions';
import { PRECISIONS, tensorBytes } from './precisions';

/** Of one weight: block types with how many of its layers have them, in the order of the layers. */
export function ggufTypes(model: Model, p: Precision, id: number): ReadonlyMap<string, number> {
  const { places, model: facts } = ggufPlaces(model);
  const w = model.weights[id]!;
  const row = (w.packing?.shape ?? w.shape).at(-1) ?? 1;
  const types = new Map<string, number>();
  const typeOf = (at: GgufPlace) => ggufTypeOf(p.id, at, facts, row, p.block);
  for (const at of places[id] ?? []) {
    const type = typeOf(at);
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  return types;
}

/** Bytes of one copy of a weight, the mean over its layers. */
export function ggufBytes(model: Model, p: Precision, id: number): number {
  const w = model.weights[id]!;
  const shape = w.packing?.shape ?? w.shape;
  let bytes = 0;
  let layers = 0;
  for (const [type, n] of ggufTypes(model, p, id)) {
    bytes += n * tensorBytes(PRECISIONS[type]!, shape);
    layers += n;
  }
  return layers === 0 ? 0 : bytes / layers;
}
