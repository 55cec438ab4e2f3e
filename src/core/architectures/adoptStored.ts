/** A declared model with the bytes that a file really has for it. */
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Weight } from '../model/weight';
import { explainer } from './agreeWithDisk';
import type { BesideKind } from './agreeWithDisk';
import type { Match, Pair } from './matchStored';
import type { StoredTensor } from './storedTensor';

/**
 * The model whose weights are those of the file: every declared weight with its stored bytes and type, what is not stored
 * no longer counted, and what is stored besides added. A weight that stands for several copies gets their mean, so that
 * copies x bytes is what the file holds.
 */
export function adoptStored(model: Model, match: Match): Model {
  const pairs = new Map<number, Pair[]>();
  for (const p of match.pairs) {
    const list = pairs.get(p.weight) ?? [];
    list.push(p);
    pairs.set(p.weight, list);
  }
  const weights = model.weights.map((w, id): Weight => {
    const own = pairs.get(id);
    if (own) return storedAs(w, own, repeatsOf(model, w.block));
    // Neither parameter nor stored: it weighs nothing.
    return w.role === 'parameter' || w.role === 'quantisation'
      ? { ...w, role: 'buffer', reason: 'not stored in this file' }
      : w;
  });
  const kindOf = explainer(model, match.extra);
  for (const t of match.extra) weights.push(besides(model, t, kindOf(t)));
  return { ...model, weights };
}

function storedAs(w: Weight, own: readonly Pair[], copies: number): Weight {
  const tensors = own.flatMap((p) => p.tensors);
  const bytes = tensors.reduce<number | undefined>(
    (n, t) => (n === undefined || t.bytes === undefined ? undefined : n + t.bytes),
    0,
  );
  const schemes = [...new Set(tensors.map((t) => t.packing?.scheme ?? t.dtype ?? 'unknown'))];
  const packed = tensors.some((t) => t.packing !== undefined);
  const elements = (w.packing?.shape ?? w.shape).reduce((a, b) => a * b, 1);
  const only = tensors.length === 1 ? tensors[0]! : undefined;
  const dtype = packed ? 'uint8' : schemes.length === 1 ? tensors[0]!.dtype : undefined;
  return {
    ...w,
    ...(dtype ? { dtype } : {}),
    ...(packed && bytes !== undefined
      ? {
          packing: {
            shape: w.packing?.shape ?? w.shape,
            bits: Math.round(((bytes * 8) / (elements * copies)) * 1e6) / 1e6,
            scheme: schemes.join(' + '),
          },
        }
      : {}),
    ...(bytes === undefined
      ? {}
      : {
          storage: {
            bytes: bytes / copies,
            ...(only?.offset === undefined ? {} : { offset: only.offset }),
            ...(only?.file === undefined ? {} : { file: only.file }),
          },
        }),
  };
}

/** A stored tensor that the declared model does not have. */
function besides(model: Model, t: StoredTensor, kind: BesideKind): Weight {
  const original = kind === 'tied' ? tiedTo(model, t) : undefined;
  return {
    name: t.name,
    ...(t.dtype ? { dtype: t.dtype } : {}),
    shape: t.shape ?? [],
    role: kind === 'buffer' || kind === 'router' ? 'buffer' : kind === 'scale' ? 'quantisation' : 'parameter',
    reason: REASONS[kind],
    block: 0,
    ...(t.packing ? { packing: t.packing } : {}),
    ...(t.bytes === undefined ? {} : { storage: { bytes: t.bytes, offset: t.offset, file: t.file } }),
    ...(original === undefined || original < 0 ? {} : { duplicateOf: original }),
  };
}

const REASONS = {
  tied: 'tied, and stored all the same',
  buffer: 'stored and not learned',
  router: 'balances the experts, and is not learned by gradients',
  scale: 'belongs to a quantised weight',
  prediction: 'multi-token prediction, which the modelling library does not build',
  unexplained: 'the architecture does not tell of it',
} as const;

/** The weight that this is another name of: the declared one of the same size with aliases. */
function tiedTo(model: Model, t: StoredTensor): number {
  const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
  const elements = size(t.packing?.shape ?? t.shape ?? []);
  return model.weights.findIndex(
    (w) =>
      (w.aliases?.length || /embed|shared|wte/.test(w.name)) &&
      size(w.packing?.shape ?? w.shape) === elements,
  );
}
