/** What is known of a value that is one of two: after an If, or in every round of a Loop. */
import type { Facts } from './facts';
import { sameDim } from './dims';
import type { Dim } from './dims';
import type { Shape } from '../model/value';

/** What both sides agree on. `differing` gives a symbol for a dimension in which they differ. */
export function joinFacts(
  a: Facts | undefined,
  b: Facts | undefined,
  differing: (axis: number) => Dim,
): Facts | undefined {
  if (!a || !b) return undefined;
  if (a === b) return a;
  const same = a.kind === b.kind;
  // A tensor on one side and an optional on the other: the optional's type holds.
  if (!same) return undefined;
  const sequence = a.kind === 'sequence' || a.kind === 'optional';
  return {
    kind: a.kind,
    dtype: a.dtype === b.dtype ? a.dtype : undefined,
    shape: joinShapes(a.shape, b.shape, differing),
    element: sequence ? joinElements(a, b) : undefined,
    data: joinData(a, b),
    present: a.present === b.present ? a.present : undefined,
    items:
      a.items && b.items && a.items.length === b.items.length
        ? a.items.map((x, i) => joinFacts(x, b.items![i], () => undefined) ?? { kind: x.kind })
        : undefined,
  };
}

/** Elements of containers: a dimension that differs is unknown, for each element has its own. */
function joinElements(a: Facts, b: Facts): Facts | undefined {
  // An empty list says nothing of its elements.
  if (a.items?.length === 0 && b.element) return b.element;
  if (b.items?.length === 0 && a.element) return a.element;
  return joinFacts(a.element, b.element, () => undefined);
}

export function joinShapes(
  a: Shape | undefined,
  b: Shape | undefined,
  differing: (axis: number) => Dim,
): Shape | undefined {
  if (a === b) return a;
  if (!a || !b || a.length !== b.length) return undefined;
  return a.map((d, i) => (d === b[i] || sameDim(d, b[i]) ? d : differing(i)));
}

function joinData(a: Facts, b: Facts): Facts['data'] {
  if (!a.data || !b.data || a.data.length !== b.data.length) return undefined;
  const out = a.data.map((x, i) => (sameDim(x, b.data![i]) ? x : undefined));
  return out.every((x) => x === undefined) ? undefined : out;
}

/** Same in all that is known: a loop's state has settled. */
export function sameFacts(a: Facts | undefined, b: Facts | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.kind !== b.kind || a.dtype !== b.dtype || a.present !== b.present) return false;
  return (
    sameList(a.shape, b.shape) &&
    sameList(a.data, b.data) &&
    sameFacts(a.element, b.element) &&
    a.items?.length === b.items?.length &&
    (a.items ?? []).every((x, i) => sameFacts(x, b.items![i]))
  );
}

function sameList(a: readonly Dim[] | undefined, b: readonly Dim[] | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.length !== b.length) return false;
  return a.every((d, i) => d === b[i] || sameDim(d, b[i]));
}
