import { blockPath } from '../../model/model';
import { typeName } from '../../model/operator';
import { printShape } from '../../model/print';
import { modelSymbols } from '../../scenario/bind';
import type { BlockNode } from '../blockTree';
import type { PlaceView } from './figureView';
import type { PageState } from './pageState';

/** A hit of the search over blocks, operators, values, weights and symbols. */
export interface Found {
  readonly kind: 'block' | 'operator' | 'value' | 'weight' | 'symbol';
  readonly name: string;
  /** `MatMul in layers.3.mlp`, `[4096, 14336] bf16`. */
  readonly detail: string;
  /** Row of the table of layers that shows it, and the blocks to open for it. */
  readonly row?: { readonly id: string; readonly open: readonly number[] };
  readonly place?: PlaceView;
}

/** Hits in all, and of each kind. */
const MOST = 60;
const MOST_OF_KIND = 20;
const LONGEST = 200;

/** Everything whose name holds the text: whole names first, then beginnings, then the rest, each in the order of the file. */
export function searchModel(state: PageState, text: string): readonly Found[] {
  const wanted = text.trim().toLowerCase().slice(0, LONGEST);
  if (wanted === '') return [];
  const { model } = state.analysis;
  const tree = rowsOf(state);
  const finders: readonly (() => readonly Found[])[] = [
    () => blocks(state, wanted, tree),
    () =>
      hits(wanted, state.facts.labels, (id) => {
        const op = model.operators[id]!;
        const at = blockPath(model, op.block);
        const place = state.places.ofOperator(id);
        return {
          kind: 'operator',
          name: state.facts.labels[id]!,
          detail: at === '' ? typeName(op) : `${typeName(op)} in ${at}`,
          ...tree.ofOperator(id),
          ...(place ? { place } : {}),
        };
      }),
    () => weights(state, wanted, tree),
    () => values(state, wanted, tree),
    () =>
      hits(wanted, modelSymbols(model), (i) => ({
        kind: 'symbol',
        name: modelSymbols(model)[i]!,
        detail: '',
      })),
  ];
  return finders.flatMap((find) => find()).slice(0, MOST);
}

/** Ids of the names that hold the text, best first, as hits. */
function hits(wanted: string, names: readonly string[], found: (id: number) => Found): readonly Found[] {
  const ranked: [number[], number[], number[]] = [[], [], []];
  for (let id = 0; id < names.length; id++) {
    const name = names[id]!.toLowerCase();
    const at = name.indexOf(wanted);
    if (at < 0) continue;
    const rank = name.length === wanted.length ? 0 : at === 0 || /[._/]/.test(name[at - 1]!) ? 1 : 2;
    if (ranked[rank].length < MOST_OF_KIND) ranked[rank].push(id);
    if (ranked[0].length >= MOST_OF_KIND) break;
  }
  return ranked.flat().slice(0, MOST_OF_KIND).map(found);
}

function blocks(state: PageState, wanted: string, tree: Rows): readonly Found[] {
  const nodes = tree.nodes;
  return hits(
    wanted,
    nodes.map((n) => n.node.name),
    (i) => {
      const { node, open } = nodes[i]!;
      const place = state.places.ofBlock(node.block);
      return {
        kind: 'block',
        name: node.name,
        detail: blockPath(state.analysis.model, node.block),
        row: { id: `b${node.block}`, open },
        ...(place ? { place } : {}),
      };
    },
  );
}

function weights(state: PageState, wanted: string, tree: Rows): readonly Found[] {
  const { model } = state.analysis;
  return hits(
    wanted,
    model.weights.map((w) => w.name),
    (id) => {
      const w = model.weights[id]!;
      const user = state.facts.weights.findIndex((list) => list.includes(id));
      const place = state.places.ofWeight(id) ?? (user < 0 ? undefined : state.places.ofOperator(user));
      return {
        kind: 'weight',
        name: w.name,
        detail: `[${w.shape.join(', ')}] ${w.dtype ?? model.dtype ?? ''}`.trimEnd(),
        ...(user < 0 ? { row: { id: `w${id}`, open: tree.openOf(w.block) } } : tree.ofOperator(user)),
        ...(place ? { place } : {}),
      };
    },
  );
}

function values(state: PageState, wanted: string, tree: Rows): readonly Found[] {
  const { model } = state.analysis;
  // A config's values are named by us, not by the file.
  if (model.format !== 'onnx') return [];
  const maker = new Map<number, number>();
  model.operators.forEach((op, id) => op.outputs.forEach((v) => v >= 0 && maker.set(v, id)));
  return hits(
    wanted,
    model.values.map((v) => (v.weight === undefined ? v.name : '')),
    (id) => {
      const value = model.values[id]!;
      const made = maker.get(id);
      const place = made === undefined ? undefined : state.places.ofOperator(made);
      return {
        kind: 'value',
        name: value.name,
        detail: `${printShape(value.shape)} ${value.dtype ?? ''}`.trimEnd(),
        ...(made === undefined ? {} : tree.ofOperator(made)),
        ...(place ? { place } : {}),
      };
    },
  );
}

/** The row of the table of layers that shows an operator, and the blocks to open for it; undefined for no operator. */
export function rowOfOperator(state: PageState, operator: number): Found['row'] {
  return operator in state.analysis.model.operators ? rowsOf(state).ofOperator(operator).row : undefined;
}

interface Rows {
  readonly nodes: readonly { readonly node: BlockNode; readonly open: readonly number[] }[];
  readonly openOf: (block: number) => readonly number[];
  readonly ofOperator: (id: number) => Pick<Found, 'row'>;
}

const ROWS = new WeakMap<PageState, Rows>();

/** Where things stand in the tree: of equal blocks that were folded, at the first one. */
function rowsOf(state: PageState): Rows {
  const known = ROWS.get(state);
  if (known) return known;
  const { model } = state.analysis;
  const nodes: { node: BlockNode; open: readonly number[] }[] = [];
  const byBlock = new Map<number, { node: BlockNode; open: readonly number[] }>();
  const walk = (node: BlockNode, open: readonly number[]) => {
    const at = { node, open };
    if (node.depth > 0) nodes.push(at);
    for (const block of node.blocks) byBlock.set(block, at);
    const inside = node.depth > 0 ? [...open, node.block] : open;
    node.children.forEach((c) => walk(c, inside));
  };
  walk(state.tree, []);
  let positions: Int32Array | undefined;
  const positionOf = (id: number) => {
    if (!positions) {
      const seen = new Map<number, number>();
      positions = Int32Array.from(model.operators, ({ block }) => {
        const at = seen.get(block) ?? 0;
        seen.set(block, at + 1);
        return at;
      });
    }
    return positions[id]!;
  };
  const openOf = (block: number) => {
    const at = byBlock.get(block);
    return at ? (at.node.depth > 0 ? [...at.open, at.node.block] : at.open) : [];
  };
  const made: Rows = {
    nodes,
    openOf,
    ofOperator: (id) => {
      const { block } = model.operators[id]!;
      const first = byBlock.get(block)?.node.operators[positionOf(id)];
      return first === undefined ? {} : { row: { id: `o${first}`, open: openOf(block) } };
    },
  };
  ROWS.set(state, made);
  return made;
}
