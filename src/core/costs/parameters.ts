/** The four counts of parameters, as sums over the weights. */
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Weight } from '../model/weight';
import type { Estimate } from './estimate';
import type { Certainty, Quantity } from './quantity';
import { unknown } from './quantity';
import { num, plural } from './text';
import { whyEstimated, whyLowerBound } from './whyEstimated';

/** At most so many addends in a formula; the rest is summed. */
const MAX_PARTS = 8;

const KNOWN = new WeakMap<Model, Estimate['parameters']>();

export function parametersOf(model: Model): Estimate['parameters'] {
  let known = KNOWN.get(model);
  if (!known) KNOWN.set(model, (known = countParameters(model)));
  return known;
}

/** Why nothing is counted: a file that tells no tensor at all has an unknown number of them, not none. */
export function noWeights(model: Model): string | undefined {
  if (model.weights.length > 0 || model.format === 'onnx') return undefined;
  return (
    model.problems.find((p) => p.severity !== 'assumption' || p.code === 'config.unknown-type')?.message ??
    'no tensor is told'
  );
}

function countParameters(model: Model): Estimate['parameters'] {
  const why = noWeights(model);
  if (why) {
    const none = unknown('parameters', why);
    return { stored: none, unpacked: none, distinct: none, active: none };
  }
  const stored = new Count(model);
  const unpacked = new Count(model);
  const distinct = new Count(model);
  const active = new Count(model);
  for (const w of model.weights) {
    const container = product(w.shape);
    if (w.role === 'quantisation') stored.add(w, container);
    if (w.role !== 'parameter') continue;
    const real = w.packing ? product(w.packing.shape) : container;
    if (w.made === undefined) stored.add(w, container);
    unpacked.add(w, real);
    if (w.duplicateOf !== undefined) continue;
    distinct.add(w, real);
    const [used, of] = w.activeFraction ?? [1, 1];
    active.add(w, of > 0 ? (real * Math.min(used, of)) / of : 0);
  }
  return {
    stored: stored.quantity('elements of all stored tensors, containers and scales as they are'),
    unpacked: unpacked.quantity('containers expanded, scales and zero points left out'),
    distinct: withLookAlikes(model, distinct.quantity('tied and shared tensors once')),
    active: active.quantity('of each expert tensor the share that one token uses'),
  };
}

/** Tensors that agree wherever they were looked at may be one: counted apart, the sum is then an estimate. */
function withLookAlikes(model: Model, distinct: Quantity): Quantity {
  const alike = model.problems.find((p) => p.code === 'onnx.look-alikes');
  if (!alike || distinct.certainty !== 'exact') return distinct;
  return { ...distinct, certainty: 'estimated', reason: alike.message };
}

export function product(shape: readonly number[]): number {
  let n = 1;
  for (const d of shape) n *= d;
  return n;
}

class Count {
  private total = 0;
  private tensors = 0;
  /** Sum per block with repeats, for the formula: copies and size of one. */
  private readonly repeated = new Map<number, { name: string; copies: number; one: number }>();

  constructor(private readonly model: Model) {}

  add(w: Weight, elements: number): void {
    const copies = repeatsOf(this.model, w.block);
    this.total += copies * elements;
    this.tensors += copies;
    const block = copies > 1 ? repeatedBlock(this.model, w.block) : 0;
    const part = this.repeated.get(block) ?? {
      name: this.model.blocks[block]?.name ?? 'model',
      copies,
      one: 0,
    };
    // Blocks inside blocks repeat more often than the outermost: counted in its copies.
    part.one += (copies * elements) / part.copies;
    this.repeated.set(block, part);
  }

  quantity(meaning: string): Quantity {
    const certainty: Certainty = this.model.certainty === 'exact' ? 'exact' : 'estimated';
    const broken = whyLowerBound(this.model);
    return {
      value: this.total,
      unit: 'parameters',
      certainty: broken ? 'lower bound' : certainty,
      formula: `${this.parts()} = ${num(this.total)} (${plural(this.tensors, 'tensor')}; ${meaning})`,
      ...(broken ? { reason: broken } : certainty === 'exact' ? {} : { reason: whyEstimated(this.model) }),
    };
  }

  private parts(): string {
    const list = [...this.repeated.values()];
    const shown = list
      .slice(0, MAX_PARTS)
      .map((p) => (p.copies > 1 ? `${num(p.copies)} ${p.name} × ${num(p.one)}` : num(p.one)));
    const rest = list.slice(MAX_PARTS).reduce((sum, p) => sum + p.copies * p.one, 0);
    if (rest > 0) shown.push(num(rest));
    return shown.join(' + ') || '0';
  }
}

/** The outermost repeated block that holds this one. */
function repeatedBlock(model: Model, block: number): number {
  let found = 0;
  for (let b = block, depth = 0; b > 0 && depth < 64; depth++) {
    const at = model.blocks[b];
    if (!at) break;
    if (at.repeat > 1) found = b;
    b = at.parent;
  }
  return found;
}
