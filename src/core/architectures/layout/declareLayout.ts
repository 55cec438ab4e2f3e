/** Declares a layout into a builder: its tensors by name and shape, and the operators that follow from them. */
import type { Builder } from '../builder';
import type { Locals } from './sizeExpression';
import type { Entry, Layout, Section, TensorLine } from './parseLayout';
import { parseLayout } from './parseLayout';
import { outlineOf } from './outline';
import type { Outline } from './outline';
import { routedOf } from './routed';
import { useFamily } from './useFamily';

/** No layout writes out more tensors than this; a config that asks for more is absurd. */
const MAX_TENSORS = 200_000;

/** Outputs of the nested families that a layout used, by the key of their config. */
export type UsedOutputs = Readonly<Record<string, readonly number[]>>;

/** What tells a family of the layout's own: facts, the head, operators between its nested parts. */
export type AfterLayout = (b: Builder, used: UsedOutputs) => void;

/** The family that a layout declares. The text is parsed at its first use. */
export function layoutFamily(text: string, after?: AfterLayout): (b: Builder) => void {
  let layout: Layout | undefined;
  return (b) => {
    layout ??= parseLayout(text);
    const used = declareLayout(b, layout);
    after?.(b, used);
  };
}

/** Declares the parts of nested families, then the tensors of the layout itself. */
export function declareLayout(b: Builder, layout: Layout): UsedOutputs {
  const locals: Record<string, number> = {};
  for (const [name, size] of layout.lets) locals[name] = size(b.c, locals);
  const used: Record<string, readonly number[]> = {};
  for (const use of layout.uses)
    if (!use.when || use.when(b.c, locals) !== 0) used[use.key] = useFamily(b, use);
  // Nested parts alone, each with operators of its own: nothing is outlined.
  if (layout.root.children.length === 0 && layout.root.entries.length === 0) {
    b.facts.task ??= b.caches.length > 0 ? 'causal' : 'encoder';
    return used;
  }
  const walk: Walk = { b, outline: outlineOf(b), count: 0 };
  inside(walk, layout.root, locals, '');
  walk.outline.finish();
  return used;
}

interface Walk {
  readonly b: Builder;
  readonly outline: Outline;
  count: number;
}

function inside(walk: Walk, section: Section, locals: Locals, path: string): void {
  walk.outline.enter(path);
  for (const entry of section.entries) declareEntry(walk, entry, locals);
  for (const child of section.children) declareSection(walk, child, locals, path);
}

function declareSection(walk: Walk, s: Section, locals: Locals, path: string): void {
  const { b } = walk;
  if (s.repeat) {
    const [from, to] = [s.repeat.from(b.c, locals), s.repeat.to(b.c, locals)];
    const indices = from === 0 ? to : range(from, to);
    b.repeat('', indices, () => inside(walk, s, locals, path));
  } else if (s.loop) {
    const { variable, before, after } = s.loop;
    for (const i of range(s.loop.from(b.c, locals), s.loop.to(b.c, locals)))
      scoped(walk, `${before}${i}${after}`, s, { ...locals, [variable]: i }, path);
  } else scoped(walk, s.name, s, locals, path);
}

/** A section whose only content is a repetition makes no block of its own: `layer.{n}` is one block. */
function scoped(walk: Walk, name: string, s: Section, locals: Locals, path: string): void {
  const at = `${path}.${name}`;
  const only = s.children.length === 1 && s.entries.length === 0 ? s.children[0]! : undefined;
  if (only?.repeat) {
    const { b } = walk;
    const [from, to] = [only.repeat.from(b.c, locals), only.repeat.to(b.c, locals)];
    b.repeat(name, from === 0 ? to : range(from, to), () => inside(walk, only, locals, at));
  } else walk.b.scope(name, () => inside(walk, s, locals, at));
}

function range(from: number, to: number): number[] {
  const n = Math.min(Math.max(0, Math.floor(to - from)), MAX_TENSORS);
  return Array.from({ length: n }, (_, i) => from + i);
}

function declareEntry(walk: Walk, entry: Entry, locals: Locals): void {
  const { b, outline } = walk;
  if (entry.when && entry.when(b.c, locals) === 0) return;
  for (const name of entry.names) {
    const ids: number[] = [];
    for (const leaf of entry.leaves) {
      if (leaf.when && leaf.when(b.c, locals) === 0) continue;
      if (++walk.count > MAX_TENSORS) return;
      ids.push(declareTensor(b, name, leaf, locals));
    }
    outline.use(name, ids);
  }
}

function declareTensor(b: Builder, name: string, leaf: TensorLine, locals: Locals): number {
  const shape = leaf.shape.map((size) => Math.max(0, Math.floor(size(b.c, locals))));
  const full = leaf.leaf === '' ? name : name === '.' ? leaf.leaf : `${name}.${leaf.leaf}`;
  const routed = routedOf(b.c, `${b.place}${full}`);
  if (!routed) return b.weight(full, shape);
  b.facts.experts ??= { routed: routed[1], perToken: routed[0], shared: 0 };
  return b.weight(full, shape, { activeFraction: routed });
}
