/**
 * The tensors a model keeps between steps. Configs declare theirs; an ONNX graph shows them as past inputs and present
 * outputs, or as inputs of operators that carry a cache.
 */
import type { CacheKind, CacheTensor } from '../model/cache';
import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import { keyOfOperator } from './ops/registry';

/** Where operators that carry a cache take it in and give it out: [input, output, kind]. */
type Carries = readonly (readonly [input: number, output: number, kind: CacheKind])[];

const CARRIERS: ReadonlyMap<string, Carries> = new Map<string, Carries>(
  Object.entries<Carries>({
    Attention: [
      [4, 1, 'key'],
      [5, 2, 'value'],
    ],
    LinearAttention: [[3, 1, 'recurrent']],
    CausalConvWithState: [[3, 1, 'conv']],
    'com.microsoft:Attention': [[4, 1, 'key']],
    'com.microsoft:QAttention': [[8, 1, 'key']],
    'com.microsoft:DecoderMaskedSelfAttention': [[4, 1, 'key']],
    'com.microsoft:MultiHeadAttention': [
      [6, 1, 'key'],
      [7, 2, 'value'],
    ],
    'com.microsoft:DecoderMaskedMultiHeadAttention': [
      [5, 1, 'key'],
      [6, 2, 'value'],
    ],
    'com.microsoft:GroupQueryAttention': [
      [3, 1, 'key'],
      [4, 2, 'value'],
    ],
    'com.microsoft:SparseAttention': [
      [3, 1, 'key'],
      [4, 2, 'value'],
    ],
    'com.microsoft:PagedAttention': [
      [3, 1, 'key'],
      [4, 2, 'value'],
    ],
    'com.microsoft:LinearAttention': [[3, 1, 'recurrent']],
    'com.microsoft:GatedDeltaNet': [[6, 1, 'recurrent']],
    'com.microsoft:CausalConvWithState': [[3, 1, 'conv']],
    'model.efficiency:SelectiveScan': [[6, 1, 'recurrent']],
  }),
);

const PAST_NAME =
  /(^|[._/-])(past|cache|kv_cache)([._/-]|$|\d|key|value)|past_(key|value|conv|recurrent|ssm)/i;
const PRESENT_NAME = /^(present|updated|new_past)([._/-]|$|\d|key|value)/i;
const STATE_NAME =
  /(^|[._/-])(conv_state|ssm_state|recurrent_state|h_state|rnn_state|state)([._/-]|$|\d)|conv_cache|past_(conv|recurrent|ssm)/i;

/** Values that are caches and so no activations: past inputs and present outputs. */
export function cacheValues(model: Model): ReadonlySet<number> {
  const found = new Set<number>();
  for (const c of pairs(model)) {
    if (c.past >= 0) found.add(c.past);
    if (c.present >= 0) found.add(c.present);
  }
  return found;
}

/** Declared cache tensors, or those found in an ONNX graph; a present's shape says what is held after the step. */
export function cacheTensorsOf(model: Model): readonly CacheTensor[] {
  if (model.format !== 'onnx' || model.caches.length > 0) return model.caches;
  const found = pairs(model);
  const blockOf = found.length === 0 ? () => 0 : blocksOf(model, found);
  return found.flatMap(({ past, present, kind }): CacheTensor[] => {
    const value = model.values[present] ?? model.values[past];
    if (!value?.shape) return [];
    const shape = value.shape.every((d) => d !== undefined) ? value.shape : model.values[past]?.shape;
    if (!shape || shape.some((d) => d === undefined)) return [];
    return [
      {
        name: (model.values[past] ?? value).name,
        kind,
        shape: shape as CacheTensor['shape'],
        dtype: value.dtype ?? 'cache',
        block: blockOf(past, present),
      },
    ];
  });
}

/** Where a cache belongs in the tree: to the operator that writes its present, else to one that reads its past. */
function blocksOf(model: Model, found: readonly Pair[]): (past: number, present: number) => number {
  const kept = new Set(found.flatMap((p) => [p.past, p.present]));
  const blocks = new Map<number, number>();
  for (const op of model.operators) {
    for (const id of op.inputs) if (kept.has(id) && !blocks.has(id)) blocks.set(id, op.block);
    for (const id of op.outputs) if (kept.has(id)) blocks.set(id, op.block);
  }
  return (past, present) => blocks.get(present) ?? blocks.get(past) ?? 0;
}

/** How many cache tensors were found whose shape is not known. */
export function unknownCaches(model: Model): number {
  return model.format === 'onnx' && model.caches.length === 0
    ? pairs(model).length - cacheTensorsOf(model).length
    : 0;
}

interface Pair {
  readonly past: number;
  readonly present: number;
  readonly kind: CacheKind;
}

const PAIRS = new WeakMap<Model, readonly Pair[]>();

function pairs(model: Model): readonly Pair[] {
  if (model.format !== 'onnx') return [];
  let known = PAIRS.get(model);
  if (!known) PAIRS.set(model, (known = findPairs(model)));
  return known;
}

function findPairs(model: Model): readonly Pair[] {
  const found = new Map<number, Pair>();
  const main = model.graphs.find((g) => g.kind === 'main');
  if (!main) return [];
  const inputs = new Set(main.inputs);
  const outputs = new Set(main.outputs);
  const carry = (op: Operator): void => {
    for (const [i, o, kind] of CARRIERS.get(keyOfOperator(op)) ?? []) {
      const past = op.inputs[i] ?? -1;
      const present = op.outputs[o] ?? -1;
      const isOut = outputs.has(present);
      const isIn = inputs.has(past);
      if (!isOut && !isIn) continue;
      found.set(isIn ? past : present, { past: isIn ? past : -1, present: isOut ? present : -1, kind });
    }
  };
  for (const id of main.operators) carry(model.operators[id]!);
  const taken = new Set([...found.values()].flatMap((p) => [p.past, p.present]));
  const pasts = main.inputs.filter(
    (id) => !taken.has(id) && PAST_NAME.test(model.values[id]?.name ?? '') && isFloating(model, id),
  );
  const presents = main.outputs.filter(
    (id) => !taken.has(id) && PRESENT_NAME.test(model.values[id]?.name ?? '') && isFloating(model, id),
  );
  if (pasts.length === presents.length)
    pasts.forEach((past, i) =>
      found.set(past, { past, present: presents[i]!, kind: kindOfName(model.values[past]!.name) }),
    );
  else if (pasts.length > presents.length) {
    // Cross-attention caches are given but not returned.
    const byTail = new Map(presents.map((p) => [tail(model.values[p]!.name), p]));
    for (const past of pasts) {
      const mate = byTail.get(tail(model.values[past]!.name)) ?? -1;
      const kind = kindOfName(model.values[past]!.name);
      found.set(past, {
        past,
        present: mate,
        kind: mate < 0 && kind === 'key' ? 'cross_key' : mate < 0 && kind === 'value' ? 'cross_value' : kind,
      });
    }
  } else
    for (const present of presents)
      found.set(present, { past: -1, present, kind: kindOfName(model.values[present]!.name) });
  return [...found.values()];
}

/** Masks and lengths may carry `past` in their names; what is kept is floating or 8-bit, with a rank of three or more. */
function isFloating(model: Model, id: number): boolean {
  const v = model.values[id]!;
  if (v.kind !== 'tensor' || (v.shape && v.shape.length < 3)) return false;
  return v.dtype === undefined || /^(float|bfloat|u?int8|u?int4)/.test(v.dtype);
}

function tail(name: string): string {
  return name.replace(/^(past(_key_values)?|present(_key_values)?|cache)[._-]?/i, '');
}

function kindOfName(name: string): CacheKind {
  const cross = /encoder|cross/i.test(name);
  if (/conv/i.test(name) && STATE_NAME.test(name)) return 'conv';
  if (STATE_NAME.test(name)) return 'recurrent';
  if (/value|(^|[._-])v([._-]|$)/i.test(name)) return cross ? 'cross_value' : 'value';
  return cross ? 'cross_key' : 'key';
}
