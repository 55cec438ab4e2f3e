/** Sequences and optionals: the elements' type, and where it is known each element's own shape. */
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { axisIn, ceilOver, minus, plus, times } from '../dims';
import type { Facts } from '../facts';
import { joinFacts } from '../join';
import { dtypeAttribute } from './elementwise';

/** Sequences longer than this are known by their elements' common type only. */
const MAX_ITEMS = 1024;

/** A sequence of these; a dimension in which they differ is unknown in the common type. */
function sequenceOf(items: readonly Facts[], element?: Facts): Facts {
  let common: Facts | undefined = items[0] ?? element;
  for (const item of items) common = joinFacts(common, item, () => undefined);
  if (common)
    common = { kind: common.kind, dtype: common.dtype, shape: common.shape, element: common.element };
  return { kind: 'sequence', element: common, items: items.length <= MAX_ITEMS ? items : undefined };
}

const construct: ShapeFunction = (c) => {
  const items = Array.from({ length: c.inputCount }, (_, i) => c.input(i));
  if (items.some((x) => !x))
    return c.set(0, { kind: 'sequence', element: { kind: 'tensor', dtype: c.dtype(0) } });
  c.set(0, sequenceOf(items as Facts[]));
};

const empty: ShapeFunction = (c) =>
  c.set(0, {
    kind: 'sequence',
    element: { kind: 'tensor', dtype: dtypeAttribute(c, 'dtype') ?? 'float32' },
    items: [],
  });

/** The sequence inside, also when it comes as an optional. */
function sequence(c: ShapeContext, i: number): Facts | undefined {
  const x = c.input(i);
  return x?.kind === 'optional' ? x.element : x;
}

const at: ShapeFunction = (c) => {
  const s = sequence(c, 0);
  const position = c.scalar(1);
  const items = s?.items;
  if (items && typeof position === 'number') {
    const item = items[position < 0 ? position + items.length : position];
    if (item) return c.set(0, item);
  }
  const element = s?.element;
  if (!element) return;
  // Which element it is, is data: a size in which they differ is a symbol of this node.
  c.set(0, { ...element, shape: element.shape?.map((d, i) => d ?? c.fresh(String(i))) });
};

const insert: ShapeFunction = (c) => {
  const s = sequence(c, 0);
  const x = c.input(1);
  if (!s || !x)
    return c.set(0, s && { kind: 'sequence', element: { kind: 'tensor', dtype: s.element?.dtype } });
  const items = s.items;
  const position = c.has(2) ? c.scalar(2) : items?.length;
  if (items && typeof position === 'number') {
    const k = position < 0 ? position + items.length : position;
    return c.set(0, sequenceOf([...items.slice(0, k), x, ...items.slice(k)]));
  }
  if (items) return c.set(0, { ...sequenceOf([...items, x]), items: undefined });
  c.set(0, {
    kind: 'sequence',
    element: s.element?.shape ? joinFacts(s.element, x, () => undefined) : s.element,
  });
};

const erase: ShapeFunction = (c) => {
  const s = sequence(c, 0);
  const items = s?.items;
  const position = c.has(1) ? c.scalar(1) : -1;
  if (items && typeof position === 'number') {
    const k = position < 0 ? position + items.length : position;
    return c.set(
      0,
      sequenceOf(
        items.filter((_, i) => i !== k),
        s.element,
      ),
    );
  }
  c.set(0, s && { kind: 'sequence', element: s.element });
};

const length: ShapeFunction = (c) => {
  const items = sequence(c, 0)?.items;
  c.tensor(0, 'int64', [], items ? [items.length] : undefined);
};

/** Along an axis: parts of given sizes, of one size (the last may be smaller), or single slices. */
const splitTo: ShapeFunction = (c) => {
  const x = c.input(0);
  const shape = x?.shape;
  if (!shape) return c.set(0, { kind: 'sequence', element: { kind: 'tensor', dtype: x?.dtype } });
  const axis = axisIn(c.int('axis', 0), shape.length);
  if (axis === undefined) return;
  const part = (d: Dim, drop = false): Facts => ({
    kind: 'tensor',
    dtype: x.dtype,
    shape: drop ? shape.filter((_, i) => i !== axis) : shape.map((s, i) => (i === axis ? d : s)),
  });
  const size = shape[axis];
  if (!c.has(1)) {
    const drop = c.int('keepdims', 1) === 0;
    if (typeof size === 'number' && size <= MAX_ITEMS)
      return c.set(0, sequenceOf(new Array<Facts>(size).fill(part(1, drop)), part(1, drop)));
    return c.set(0, { kind: 'sequence', element: part(1, drop) });
  }
  const given = c.data(1);
  if (given && c.rank(1) === 1)
    return c.set(
      0,
      sequenceOf(
        given.map((d) => part(d)),
        part(undefined),
      ),
    );
  const each = c.scalar(1);
  const count = ceilOver(size, each);
  if (typeof count !== 'number' || count > MAX_ITEMS || each === undefined)
    return c.set(0, { kind: 'sequence', element: part(undefined) });
  const last = minus(size, times(each, count - 1));
  c.set(
    0,
    sequenceOf(
      Array.from({ length: count }, (_, i) => part(i < count - 1 ? each : last)),
      part(each),
    ),
  );
};

const concatFrom: ShapeFunction = (c) => {
  const s = sequence(c, 0);
  const element = s?.element;
  const shape = element?.shape;
  const stack = c.int('new_axis', 0) !== 0;
  if (!shape) return c.tensor(0, element?.dtype, undefined);
  const axis = axisIn(c.int('axis', 0), shape.length + (stack ? 1 : 0));
  if (axis === undefined) return;
  const items = s?.items;
  if (stack)
    return c.tensor(0, element.dtype, withAxis(shape, axis, items ? items.length : c.fresh('count')));
  let sum: Dim = items ? 0 : undefined;
  for (const item of items ?? []) sum = plus(sum, item.shape?.[axis]);
  c.tensor(
    0,
    element.dtype,
    shape.map((d, i) => (i === axis ? (sum ?? c.fresh(String(i))) : d)),
  );
};

function withAxis(shape: Shape, axis: number, size: Dim): Shape {
  return [...shape.slice(0, axis), size, ...shape.slice(axis)];
}

/** The body once for each element, or once for their common type. */
const map: ShapeFunction = (c) => {
  const body = c.graph('body');
  if (body === undefined) return;
  const inputs = Array.from({ length: c.inputCount }, (_, i) => c.input(i));
  const count = inputs[0]?.kind === 'sequence' ? inputs[0].items?.length : undefined;
  const known = count !== undefined && count <= 64;
  const results: (readonly (Facts | undefined)[])[] = [];
  if (known)
    for (let k = 0; k < count; k++)
      results.push(
        c.engine.inferGraph(
          body,
          inputs.map((x) => (x?.kind === 'sequence' ? x.items?.[k] : x)),
        ),
      );
  const common = c.engine.inferGraph(
    body,
    inputs.map((x) => (x?.kind === 'sequence' ? x.element : x)),
  );
  for (let i = 0; i < c.outputCount; i++) {
    const items = results.map((r) => r[i]);
    if (known && items.every((x) => x)) c.set(i, sequenceOf(items as Facts[], common[i]));
    else c.set(i, { kind: 'sequence', element: common[i] });
  }
};

const optional: ShapeFunction = (c) => {
  if (c.has(0)) return c.set(0, { kind: 'optional', element: c.input(0), present: true });
  c.set(0, { ...(c.output(0) ?? { kind: 'optional' }), kind: 'optional', present: false });
};

const optionalGet: ShapeFunction = (c) => {
  const x = c.input(0);
  c.set(0, x?.kind === 'optional' ? x.element : x);
};

const optionalHas: ShapeFunction = (c) => {
  const x = c.input(0);
  const known = !c.has(0) ? false : x && x.kind !== 'optional' ? true : x?.present;
  c.tensor(0, 'bool', [], known === undefined ? undefined : [Number(known)]);
};

export const sequences: ShapeTable = {
  SequenceConstruct: construct,
  SequenceEmpty: empty,
  SequenceAt: at,
  SequenceInsert: insert,
  SequenceErase: erase,
  SequenceLength: length,
  SequenceMap: map,
  SplitToSequence: splitTo,
  ConcatFromSequence: concatFrom,
  Optional: optional,
  OptionalGetElement: optionalGet,
  OptionalHasElement: optionalHas,
};
