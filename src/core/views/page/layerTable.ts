/** The list behind the table of layers: figures of every row under one scenario, its order kept for each query. */
import { weightFigures } from '../../costs/blockWeights';
import { blockPath, repeatsOf } from '../../model/model';
import { typeName } from '../../model/operator';
import { printShape } from '../../model/print';
import type { BlockNode } from '../blockTree';
import type { LayerColumn, LayerQuery } from './layerRows';
import { attentionText, expertsText } from './factTexts';
import { haystacks } from './haystacks';
import type { PageState } from './pageState';

/** Columns with a number. */
export type Column = Exclude<LayerColumn, 'order' | 'name' | 'type'>;

export const COLUMNS: readonly Column[] = [
  'parameters',
  'weightBytes',
  'macs',
  'elementOperations',
  'bytesMoved',
  'seconds',
];

/** A row before it is written: what it is, and how often the folded copies of its block stand for it. */
export type Item =
  | { readonly kind: 'block'; readonly node: BlockNode; readonly depth: number }
  | { readonly kind: 'operator'; readonly id: number; readonly copies: number; readonly depth: number }
  | { readonly kind: 'weight'; readonly id: number; readonly copies: number; readonly depth: number };

/** Orders kept for a scenario: pages of one list, and a few that a person goes to and fro between. */
const MOST_ORDERS = 4;

export class LayerTable {
  private readonly orders = new Map<string, readonly Item[]>();
  private readonly each;

  constructor(private readonly state: PageState) {
    this.each = weightFigures(state.analysis.model, state.scenario.weights);
  }

  /** All rows of a query in their order. */
  items(query: LayerQuery): readonly Item[] {
    const open = query.mode === 'tree' ? [...query.open].sort((a, b) => a - b).join() : '';
    const key = JSON.stringify([query.mode, open, query.sort, query.descending, query.filter]);
    const known = this.orders.get(key);
    if (known) return known;
    const made = query.mode === 'tree' ? this.tree(query) : this.flat(query);
    const [oldest] = this.orders.keys();
    if (this.orders.size >= MOST_ORDERS) this.orders.delete(oldest!);
    this.orders.set(key, made);
    return made;
  }

  private flat(query: LayerQuery): readonly Item[] {
    const { model } = this.state.analysis;
    const list: readonly unknown[] = query.mode === 'list' ? model.operators : model.weights;
    const kind = query.mode === 'list' ? 'operator' : 'weight';
    const items = list.map((_, id): Item => ({ kind, id, copies: 1, depth: 0 }));
    const found = query.filter === '' ? items : items.filter(this.matcher(query.filter));
    return this.sorted(found, query);
  }

  private tree(query: LayerQuery): readonly Item[] {
    const open = new Set(query.open);
    const matches = query.filter === '' ? undefined : this.matcher(query.filter);
    const out: Item[] = [];
    const unused = this.unusedByBlock();
    const walk = (node: BlockNode, depth: number): boolean => {
      const copies = node.blocks.length;
      const inside: Item[] = [
        ...node.children.map((c): Item => ({ kind: 'block', node: c, depth })),
        ...node.operators.map((id): Item => ({ kind: 'operator', id, copies, depth })),
        ...(unused.get(node.block) ?? []).map((id): Item => ({ kind: 'weight', id, copies, depth })),
      ];
      let some = false;
      for (const item of this.sorted(inside, query)) {
        if (item.kind !== 'block') {
          if (matches && !matches(item)) continue;
          out.push(item);
          some = true;
          continue;
        }
        const at = out.length;
        out.push(item);
        // A filter opens what holds a match; what matches itself may stay closed.
        const wanted = matches?.(item) ?? true;
        const opened = (matches && !wanted) || open.has(item.node.block);
        const found = opened ? walk(item.node, depth + 1) : false;
        if (!wanted && !found) out.length = at;
        else some = true;
      }
      return some;
    };
    walk(this.state.tree, 0);
    return out;
  }

  /** Weights that no operator uses stand in their block: all there is of a file without operators. */
  private unusedByBlock(): ReadonlyMap<number, readonly number[]> {
    const { model } = this.state.analysis;
    const byBlock = new Map<number, number[]>();
    for (const id of this.state.facts.unused) {
      const { block } = model.weights[id]!;
      const list = byBlock.get(block);
      if (list) list.push(id);
      else byBlock.set(block, [id]);
    }
    return byBlock;
  }

  private matcher(filter: string): (item: Item) => boolean {
    const wanted = filter.toLowerCase();
    const texts = haystacks(this.state.analysis);
    return (item) => {
      if (item.kind === 'operator') return texts.operator(item.id).includes(wanted);
      if (item.kind === 'weight') return texts.weight(item.id).includes(wanted);
      return item.node.name.toLowerCase().includes(wanted);
    };
  }

  private sorted(items: readonly Item[], { sort, descending }: LayerQuery): readonly Item[] {
    if (sort === 'order') return descending ? [...items].reverse() : items;
    const at = items.map((_, i) => i);
    const sign = descending ? -1 : 1;
    if (sort === 'name' || sort === 'type') {
      const texts = items.map((item) => (sort === 'name' ? this.name(item) : this.type(item)));
      at.sort((a, b) => sign * compareText(texts[a]!, texts[b]!) || a - b);
    } else {
      const values = Float64Array.from(items, (item) => this.value(item, sort));
      at.sort((a, b) => {
        const [x, y] = [values[a]!, values[b]!];
        // What is unknown stands last whichever way.
        if (Number.isNaN(x) || Number.isNaN(y))
          return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
        return sign * (x - y) || a - b;
      });
    }
    return at.map((i) => items[i]!);
  }

  name(item: Item): string {
    if (item.kind === 'block') return item.node.name;
    if (item.kind === 'weight') return this.state.analysis.model.weights[item.id]!.name;
    return this.state.facts.labels[item.id]!;
  }

  type(item: Item): string {
    const { model } = this.state.analysis;
    if (item.kind === 'block') return this.role(item.node);
    if (item.kind === 'operator') return typeName(model.operators[item.id]!);
    const w = model.weights[item.id]!;
    return w.packing?.scheme ?? w.dtype ?? model.dtype ?? '';
  }

  /** What a block is where one of its operators says it: `GQA 32/8 × 128`, `2 of 8 experts`; '' for others. */
  private role({ operators }: BlockNode): string {
    const { model } = this.state.analysis;
    const has = (type: string) => operators.some((id) => model.operators[id]!.type === type);
    const { attention = [], experts } = model.facts;
    if (experts && has('ExpertMatMul')) return `${expertsText(experts)} experts`;
    // Where layers differ in kind the facts do not say which layer has which.
    const kinds = new Set(attention.map(attentionText));
    return kinds.size === 1 && has('Attention') ? [...kinds].join('') : '';
  }

  shape(item: Item): string {
    const { model } = this.state.analysis;
    if (item.kind === 'block') return '';
    if (item.kind === 'weight') {
      const w = model.weights[item.id]!;
      return `[${(w.packing?.shape ?? w.shape).join(', ')}]`;
    }
    const out = model.operators[item.id]!.outputs.find((v) => v >= 0);
    return out === undefined ? '' : printShape(model.values[out]?.shape);
  }

  /** Copies of a block or tensor, executions of an operator; null when data decides. */
  repeat(item: Item): number | null {
    const { model, costs } = this.state.analysis;
    if (item.kind === 'block') return item.node.repeat;
    if (item.kind === 'weight') return item.copies * repeatsOf(model, model.weights[item.id]!.block);
    if (costs.executions[item.id] === undefined) return null;
    const runs = this.state.figures.executions[item.id]! * item.copies;
    return Number.isNaN(runs) ? null : runs;
  }

  /** A column's number, all copies together; NaN when unknown. */
  value(item: Item, column: Column): number {
    if (item.kind === 'block') return this.ofBlock(item.node, column);
    if (item.kind === 'weight') {
      if (column === 'parameters') return item.copies * this.each.parameters[item.id]!;
      return column === 'weightBytes' ? item.copies * this.each.bytes[item.id]! : 0;
    }
    const { figures: f, facts, seconds } = this.state;
    const { id, copies } = item;
    if (column === 'parameters' || column === 'weightBytes') {
      const list = column === 'parameters' ? this.each.parameters : this.each.bytes;
      let sum = 0;
      for (const w of facts.weights[id]!) sum += list[w]!;
      return copies * sum;
    }
    if (column === 'seconds') return seconds ? copies * seconds[id]! : Number.NaN;
    const runs = copies * f.executions[id]!;
    if (runs === 0) return 0;
    if (column === 'bytesMoved') return runs * (f.bytesRead[id]! + f.bytesWritten[id]!);
    const one = column === 'macs' ? f.macs[id]! : f.elementOperations[id]!;
    // What costs nothing costs nothing however often it runs.
    return one === 0 ? 0 : runs * one;
  }

  private ofBlock(node: BlockNode, column: Column): number {
    if (column === 'parameters') return node.parameters;
    if (column === 'weightBytes') return node.weightBytes ?? Number.NaN;
    if (column === 'macs') return node.macs ?? Number.NaN;
    if (column === 'elementOperations') return node.elementOperations ?? Number.NaN;
    if (column === 'seconds') return node.seconds ?? Number.NaN;
    return this.summed(node, column);
  }

  private readonly sums = new Map<string, Map<BlockNode, number>>();

  /** Columns that blocks have no figure for are sums over their operators. */
  private summed(node: BlockNode, column: Column): number {
    let known = this.sums.get(column);
    if (!known) this.sums.set(column, (known = new Map()));
    let sum = known.get(node);
    if (sum === undefined) {
      sum = 0;
      for (const child of node.children) sum += this.summed(child, column);
      const copies = node.blocks.length;
      for (const id of node.operators) sum += this.value({ kind: 'operator', id, copies, depth: 0 }, column);
      known.set(node, sum);
    }
    return sum;
  }

  /** The path of the block a row stands in, and its own name. */
  path(item: Item): string {
    const { model } = this.state.analysis;
    if (item.kind === 'block') return blockPath(model, item.node.block);
    if (item.kind === 'weight') return model.weights[item.id]!.name;
    const block = blockPath(model, model.operators[item.id]!.block);
    return block === '' ? this.name(item) : `${block}.${this.name(item)}`;
  }
}

/** By letters, numbers inside names by their size: layer 2 before layer 10. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

const TABLES = new WeakMap<PageState, LayerTable>();

/** The table of a state, made once. */
export function layerTable(state: PageState): LayerTable {
  let known = TABLES.get(state);
  if (!known) TABLES.set(state, (known = new LayerTable(state)));
  return known;
}
