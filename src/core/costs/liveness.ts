/** Peak of the activations: the plan's sizes with a scenario's numbers, and the moment at which it is reached. */
import { bitsOf, isFloat } from '../model/dtype';
import type { DType } from '../model/dtype';
import type { Bindings } from '../model/evaluate';
import type { Model } from '../model/model';
import { ExpressionTable } from './compile';
import type { Held, LivenessPlan } from './livenessPlan';

export interface Peak {
  readonly bytes: number;
  /** Operator (id) that runs at the peak; -1 when nothing is ever held. */
  readonly operator: number;
  /** What is held then, largest first. */
  readonly alive: readonly { readonly value: number; readonly bytes: number }[];
  /** Pieces of memory whose size is unknown. */
  readonly unknown: number;
  readonly pieces: number;
  /** Symbols without a value among the sizes. */
  readonly open: number;
}

/** Bits of one activation: integers keep their own type, floats take the scenario's where it names one. */
export type BitsOf = (dtype: DType | undefined) => number;

export function activationBits(own: DType | undefined, wanted: number | undefined): BitsOf {
  const otherwise = wanted ?? (own ? bitsOf(own) : 16);
  return (dtype) => {
    if (dtype === undefined) return otherwise;
    return isFloat(dtype) && wanted !== undefined ? wanted : bitsOf(dtype);
  };
}

/** A plan as flat numbers: what each piece holds, from where to where, and of which type. */
interface Compiled {
  readonly table: ExpressionTable;
  readonly ids: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly types: readonly (DType | undefined)[];
  readonly type: Uint8Array;
}

const COMPILED = new WeakMap<LivenessPlan, Compiled>();

export function peakOf(model: Model, plan: LivenessPlan, bindings: Bindings, bits: BitsOf): Peak {
  const ops = model.graphs[plan.graph]!.operators;
  const c = compiled(model, plan);
  const values = c.table.evaluate(bindings);
  const widths = c.types.map(bits);
  const n = ops.length;
  const change = new Float64Array(n + 2);
  const bytes = new Float64Array(plan.held.length);
  let unknown = 0;
  let open = 0;
  for (let i = 0; i < bytes.length; i++) {
    const id = c.ids[i]!;
    const elements = id < 0 ? Number.NaN : values[id]!;
    if (Number.isNaN(elements)) {
      unknown++;
      if (id >= 0) open++;
      continue;
    }
    const size = Math.ceil((elements * widths[c.type[i]!]!) / 8);
    bytes[i] = size;
    change[c.from[i]!]! += size;
    change[c.to[i]! + 1]! -= size;
  }
  const inside = new Map<number, number>();
  let pieces = plan.held.length;
  for (const { at, plan: inner } of plan.inner) {
    const p = peakOf(model, inner, bindings, bits);
    unknown += p.unknown;
    open += p.open;
    pieces += p.pieces;
    // Only one graph of an operator runs at a time.
    inside.set(at, Math.max(inside.get(at) ?? 0, p.bytes));
  }
  const { best, most } = largest(change, inside, n);
  const alive: { value: number; bytes: number }[] = [];
  if (best >= 0)
    for (let i = 0; i < bytes.length; i++)
      if (c.from[i]! <= best && best <= c.to[i]! && bytes[i]! > 0)
        alive.push({ value: nameAt(plan.held[i]!, best), bytes: bytes[i]! });
  alive.sort((a, b) => b.bytes - a.bytes);
  return { bytes: most, operator: best >= 0 ? (ops[best] ?? -1) : -1, alive, unknown, pieces, open };
}

/** What is held while each operator of the plan's graph runs, by position. */
export interface HeldBytes {
  /** Bytes of all pieces of known size. */
  readonly bytes: Float64Array;
  /** Pieces that are held then and whose size is unknown. */
  readonly unknown: Int32Array;
}

export function heldBytes(model: Model, plan: LivenessPlan, bindings: Bindings, bits: BitsOf): HeldBytes {
  const c = compiled(model, plan);
  const values = c.table.evaluate(bindings);
  const widths = c.types.map(bits);
  const n = model.graphs[plan.graph]!.operators.length;
  const bytes = new Float64Array(n + 2);
  const unknown = new Int32Array(n + 2);
  for (let i = 0; i < c.ids.length; i++) {
    const elements = c.ids[i]! < 0 ? Number.NaN : values[c.ids[i]!]!;
    if (Number.isNaN(elements)) {
      unknown[c.from[i]!]! += 1;
      unknown[c.to[i]! + 1]! -= 1;
      continue;
    }
    const size = Math.ceil((elements * widths[c.type[i]!]!) / 8);
    bytes[c.from[i]!]! += size;
    bytes[c.to[i]! + 1]! -= size;
  }
  for (let i = 1; i < n; i++) {
    bytes[i]! += bytes[i - 1]!;
    unknown[i]! += unknown[i - 1]!;
  }
  const inside = new Map<number, number>();
  for (const { at, plan: inner } of plan.inner) {
    const p = peakOf(model, inner, bindings, bits);
    unknown[at]! += p.unknown;
    // Only one graph of an operator runs at a time.
    inside.set(at, Math.max(inside.get(at) ?? 0, p.bytes));
  }
  for (const [at, most] of inside) bytes[at]! += most;
  return { bytes: bytes.subarray(0, n), unknown: unknown.subarray(0, n) };
}

function largest(
  change: Float64Array,
  inside: ReadonlyMap<number, number>,
  n: number,
): { best: number; most: number } {
  let running = 0;
  let best = -1;
  let most = 0;
  for (let i = 0; i < Math.max(n, 1); i++) {
    running += change[i]!;
    const now = inside.size === 0 ? running : running + (inside.get(i) ?? 0);
    if (now > most) {
      most = now;
      best = i;
    }
  }
  return { best, most };
}

function compiled(model: Model, plan: LivenessPlan): Compiled {
  const known = COMPILED.get(plan);
  if (known) return known;
  const table = new ExpressionTable();
  const types: (DType | undefined)[] = [];
  const made: Compiled = {
    table,
    ids: Int32Array.from(plan.held, (h) => table.add(h.elements)),
    from: Int32Array.from(plan.held, (h) => h.from),
    to: Int32Array.from(plan.held, (h) => h.to),
    types,
    type: Uint8Array.from(plan.held, (h) => typeIndex(types, model.values[h.value]!.dtype)),
  };
  COMPILED.set(plan, made);
  return made;
}

/** Index of a type in the list, which grows by it; there are fewer than forty. */
export function typeIndex(types: (DType | undefined)[], dtype: DType | undefined): number {
  const at = types.indexOf(dtype);
  return at >= 0 ? at : types.push(dtype) - 1;
}

/** The value that lies in this memory while the operator runs. */
function nameAt(h: Held, position: number): number {
  let found = h.value;
  for (const n of h.names) if (n.at <= position) found = n.value;
  return found;
}
