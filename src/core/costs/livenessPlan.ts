/**
 * Which activations are alive when, for one graph in execution order (file order).
 *
 * Rules. A graph input lives from the start to its last use, an output to the end, any other value from the operator
 * that writes it to its last use. A view (Reshape, Squeeze, Unsqueeze, Flatten, Identity) shares its input's memory. An
 * operator that works element by element writes over an input that dies there and has the same shape and type. Weights
 * and caches are counted elsewhere. What a repeated block reads from outside lives until the block ends. Attention is
 * taken not to store its scores. While an operator with graphs of its own runs, the peak inside comes on top.
 */
import type { Expression } from '../model/expression';
import { keyOf } from '../model/expression';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Operator } from '../model/operator';
import { STEP_OPERATORS } from '../steps';
import { ELEMENT_RULES } from './elementOperations';
import { elementsOf } from './elements';
import { VIEWS } from './movement';
import { keyOfOperator } from './ops/registry';

/** One piece of memory: values that share it, and the operators (positions in the graph) between which it is held. */
export interface Held {
  /** The value that first owned the memory. */
  readonly value: number;
  /** Values that share it, each from the operator (position) that wrote it, in that order. */
  readonly names: { readonly value: number; readonly at: number }[];
  readonly from: number;
  to: number;
  /** Undefined when its size is unknown. */
  readonly elements: Expression | undefined;
}

export interface LivenessPlan {
  readonly graph: number;
  readonly held: readonly Held[];
  /** Positions whose operator runs other graphs: their plans' peaks come on top while it runs. */
  readonly inner: readonly { readonly at: number; readonly plan: LivenessPlan }[];
}

const MAX_DEPTH = 16;
const NORMS = /Normalization$|^Softmax$|^LogSoftmax$/;

/** The plan of one graph and of those that it runs, with rests in between. */
export function* livenessSteps(
  model: Model,
  graph: number,
  isCache: ReadonlySet<number>,
  inner: (op: Operator) => readonly (readonly [string, number])[],
  depth = 0,
): Generator<void, LivenessPlan> {
  const g = model.graphs[graph]!;
  const ops = g.operators.map((id) => model.operators[id]!);
  const last = lastUses(model, ops, graph, inner);
  const end = ops.length - 1;
  for (const id of g.outputs) last.set(id, end);
  extendOverRepeats(model, ops, last);
  const owner = new Map<number, Held>();
  const held: Held[] = [];
  const hold = (id: number, from: number): void => {
    const value = model.values[id];
    if (!value || value.weight !== undefined || isCache.has(id) || owner.has(id)) return;
    const entry: Held = {
      value: id,
      names: [{ value: id, at: from }],
      from,
      to: Math.max(from, last.get(id) ?? from),
      elements: elementsOf(model, value),
    };
    owner.set(id, entry);
    held.push(entry);
  };
  for (const id of g.inputs) hold(id, 0);
  const inputs = new Set(g.inputs);
  const nested: { at: number; plan: LivenessPlan }[] = [];
  for (let at = 0; at < ops.length; at++) {
    const op = ops[at]!;
    if (at % STEP_OPERATORS === 0) yield;
    const shared =
      VIEWS.has(keyOfOperator(op)) || op.type === 'Dropout'
        ? op.inputs[0]
        : overwritten(model, op, at, owner, last, inputs);
    const memory = shared === undefined ? undefined : owner.get(shared);
    op.outputs.forEach((id, i) => {
      if (id < 0) return;
      if (i === 0 && memory && model.values[id]?.weight === undefined) {
        owner.set(id, memory);
        memory.names.push({ value: id, at });
        memory.to = Math.max(memory.to, last.get(id) ?? at);
      } else hold(id, at);
    });
    if (depth < MAX_DEPTH)
      for (const [, body] of inner(op))
        nested.push({ at, plan: yield* livenessSteps(model, body, isCache, inner, depth + 1) });
  }
  return { graph, held, inner: nested };
}

/** Last position that reads each value; reads inside sub-graphs count as the owner's. */
function lastUses(
  model: Model,
  ops: readonly Operator[],
  graph: number,
  inner: (op: Operator) => readonly (readonly [string, number])[],
): Map<number, number> {
  const last = new Map<number, number>();
  const read = (op: Operator, at: number, depth: number): void => {
    for (const id of op.inputs) if (id >= 0) last.set(id, at);
    if (depth >= MAX_DEPTH) return;
    for (const [, g] of inner(op)) {
      if (g === graph) continue;
      for (const id of model.graphs[g]?.operators ?? []) read(model.operators[id]!, at, depth + 1);
      for (const id of model.graphs[g]?.outputs ?? []) last.set(id, at);
    }
  };
  ops.forEach((op, at) => read(op, at, 0));
  return last;
}

/** A value from outside a repeated block is read again by every repetition: it lives until the block's last operator. */
function extendOverRepeats(model: Model, ops: readonly Operator[], last: Map<number, number>): void {
  const repeated = new Map<number, { first: number; last: number }>();
  const enclosing = ops.map((op) => repeatedBlock(model, op.block));
  enclosing.forEach((b, at) => {
    if (b < 0) return;
    const range = repeated.get(b);
    if (range) range.last = at;
    else repeated.set(b, { first: at, last: at });
  });
  if (repeated.size === 0) return;
  const born = new Map<number, number>();
  ops.forEach((op, at) => op.outputs.forEach((id) => born.set(id, at)));
  // The stream that the first operators of a block take in is replaced by each repetition's output.
  ops.forEach((op, at) => {
    const range = repeated.get(enclosing[at]!);
    if (!range) return;
    for (const id of op.inputs) {
      if (id < 0 || (born.get(id) ?? -1) >= range.first) continue;
      if (usedAgain(ops, id, range) || !isStream(model, ops, id, range))
        last.set(id, Math.max(last.get(id) ?? 0, range.last));
    }
  });
}

function usedAgain(ops: readonly Operator[], id: number, range: { last: number }): boolean {
  for (let i = range.last + 1; i < ops.length; i++) if (ops[i]!.inputs.includes(id)) return true;
  return false;
}

/** True when the block writes a value of the same shape that leaves it: the residual stream. */
function isStream(
  model: Model,
  ops: readonly Operator[],
  id: number,
  range: { first: number; last: number },
): boolean {
  const shape = shapeKey(model, id);
  return ops[range.last]!.outputs.some((o) => o >= 0 && shapeKey(model, o) === shape);
}

function repeatedBlock(model: Model, block: number): number {
  let found = -1;
  for (let b = block, depth = 0; b > 0 && depth < 64; depth++) {
    const at = model.blocks[b];
    if (!at) break;
    if (at.repeat > 1 && repeatsOf(model, b) > 1) found = b;
    b = at.parent;
  }
  return found;
}

/** The input that an element-by-element operator may write over, or undefined. */
function overwritten(
  model: Model,
  op: Operator,
  at: number,
  owner: ReadonlyMap<number, Held>,
  last: ReadonlyMap<number, number>,
  inputs: ReadonlySet<number>,
): number | undefined {
  const key = keyOfOperator(op);
  const rule = ELEMENT_RULES[key];
  if ((!rule || rule.of !== 'output' || rule.each === 0) && !NORMS.test(key)) return undefined;
  const out = op.outputs[0];
  if (out === undefined || out < 0) return undefined;
  const shape = shapeKey(model, out);
  const type = model.values[out]?.dtype;
  return op.inputs.find((id) => {
    const memory = owner.get(id);
    if (!memory || inputs.has(memory.value) || memory.to > at || (last.get(id) ?? -1) !== at) return false;
    return shape !== undefined && shapeKey(model, id) === shape && model.values[id]?.dtype === type;
  });
}

function shapeKey(model: Model, id: number): string | undefined {
  const shape = model.values[id]?.shape;
  if (!shape || shape.some((d) => d === undefined)) return undefined;
  return shape.map((d) => keyOf(d!)).join(',');
}
