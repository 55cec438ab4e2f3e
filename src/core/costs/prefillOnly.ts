import type { Model } from '../model/model';
import { symbolsOf } from '../model/expression';

/**
 * Operators of a declared (config) model that a decode step does not run: they read, directly or not, inputs of the
 * model, but none that grows with the new tokens (`sequence`). Encoders, image towers and the projections of
 * cross-attention keys and values are such. An ONNX graph runs all of its operators each time.
 */
export function prefillOnly(model: Model): ReadonlySet<number> {
  const found = new Set<number>();
  if (model.format === 'onnx') return found;
  /** By value: 1 reads an input, 2 reads one with new tokens. */
  const reads = new Uint8Array(model.values.length);
  for (const g of model.graphs) {
    if (g.kind !== 'main') continue;
    for (const id of g.inputs) reads[id] = hasSequence(model, id) ? 2 : 1;
    for (const at of g.operators) {
      const op = model.operators[at]!;
      let most = 0;
      for (const id of op.inputs) if (id >= 0) most = Math.max(most, reads[id]!);
      if (most === 1) found.add(at);
      for (const id of op.outputs) if (id >= 0) reads[id] = Math.max(reads[id]!, most);
    }
  }
  return found;
}

function hasSequence(model: Model, id: number): boolean {
  return (model.values[id]?.shape ?? []).some((d) => d !== undefined && symbolsOf(d).has('sequence'));
}
