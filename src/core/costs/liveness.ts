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

/** The value that lies in this memory while the operator runs. */
function nameAt(h: Held, position: number): number {
  let found = h.value;
  for (const n of h.names) if (n.at <= position) found = n.value;
  return found;
}

const COMPILED = new WeakMap<LivenessPlan, { table: ExpressionTable; ids: Int32Array }>();

export function peakOf(model: Model, plan: LivenessPlan, bindings: Bindings, bits: BitsOf): Peak {
  const ops = model.graphs[plan.graph]!.operators;
  const { table, ids } = compiled(plan);
  const values = table.evaluate(bindings);
  const n = ops.length;
  const change = new Float64Array(n + 2);
  const bytes = new Float64Array(plan.held.length);
  let unknown = 0;
  let open = 0;
  plan.held.forEach((h, i) => {
    const elements = ids[i]! < 0 ? Number.NaN : values[ids[i]!]!;
    if (Number.isNaN(elements)) {
      unknown++;
      if (ids[i]! >= 0) open++;
      return;
    }
    const size = Math.ceil((elements * bits(model.values[h.value]!.dtype)) / 8);
    bytes[i] = size;
    change[h.from] = change[h.from]! + size;
    change[h.to + 1] = change[h.to + 1]! - size;
  });
  const inside = new Map<number, number>();
  let pieces = plan.held.length;
  for (const { at, plan: inner } of plan.inner) {
    const p = peakOf(model, inner, bindings, bits);
    unknown += p.unknown;
    open += p.open;
    pieces += p.pieces;
    // Inputs of the body are the outer values already held; only one graph of an operator runs at a time.
    inside.set(at, Math.max(inside.get(at) ?? 0, p.bytes));
  }
  let running = 0;
  let best = -1;
  let most = 0;
  for (let i = 0; i < Math.max(n, 1); i++) {
    running += change[i]!;
    const now = running + (inside.get(i) ?? 0);
    if (now > most) {
      most = now;
      best = i;
    }
  }
  const alive: { value: number; bytes: number }[] = [];
  if (best >= 0)
    plan.held.forEach((h, i) => {
      if (h.from <= best && best <= h.to && bytes[i]! > 0)
        alive.push({ value: nameAt(h, best), bytes: bytes[i]! });
    });
  alive.sort((a, b) => b.bytes - a.bytes);
  return { bytes: most, operator: best >= 0 ? (ops[best] ?? -1) : -1, alive, unknown, pieces, open };
}

function compiled(plan: LivenessPlan): { table: ExpressionTable; ids: Int32Array } {
  const known = COMPILED.get(plan);
  if (known) return known;
  const table = new ExpressionTable();
  const ids = Int32Array.from(plan.held, (h) => table.add(h.elements));
  const made = { table, ids };
  COMPILED.set(plan, made);
  return made;
}
