import type { Certainty } from '../../costs/quantity';
import { noValue, unknownPlaces } from '../../costs/compute';
import { bind, bindScenario } from '../../scenario/bind';
import { formatBytes, formatCount, formatScaled, formatValue } from '../format';
import type { PlaceView } from './figureView';
import type { Column, Item, LayerTable } from './layerTable';
import { layerTable } from './layerTable';
import { isOfKnown } from './knownShares';
import type { PageState } from './pageState';

/** Columns of the table of layers that can be sorted by. */
export type LayerColumn =
  | 'order'
  | 'name'
  | 'type'
  | 'parameters'
  | 'weightBytes'
  | 'macs'
  | 'elementOperations'
  | 'bytesMoved'
  | 'seconds';

/** Which rows are wanted: a window of a list that the host keeps. */
export interface LayerQuery {
  /** `tree`: blocks that open, operators inside; `list`: all operators; `weights`: all tensors. */
  readonly mode: 'tree' | 'list' | 'weights';
  /** Open blocks (ids of `BlockView`) in a tree. */
  readonly open: readonly number[];
  readonly sort: LayerColumn;
  readonly descending: boolean;
  /** Shown only when name, type, path or a tensor's or symbol's name holds it; '' for all. */
  readonly filter: string;
  readonly offset: number;
  /** At most 500. */
  readonly count: number;
}

/** One row, texts formatted; '' where a column does not apply and `unknown` where it does but is not known. */
export interface LayerRow {
  /** Stable id: `b12` a block, `o345` an operator, `w9` a weight. */
  readonly id: string;
  readonly depth: number;
  /** A block with something inside. */
  readonly expandable: boolean;
  readonly name: string;
  /** Copies or executions, 1 for one, null when data decides. */
  readonly repeat: number | null;
  readonly type: string;
  /** Output shape, or the tensor's own. */
  readonly shape: string;
  readonly parameters: string;
  readonly weightBytes: string;
  readonly macs: string;
  readonly elementOperations: string;
  readonly bytesMoved: string;
  readonly seconds: string;
  /** Of the whole in the sorted measure (MACs when sorted by none), 0 to 1; undefined when unknown. */
  readonly share: number | undefined;
  readonly certainty: Certainty;
  readonly reason: string;
  /** Where a click goes: the key that causes a block of a config, or the operator. */
  readonly place?: PlaceView;
}

export interface LayerRows {
  readonly total: number;
  readonly rows: readonly LayerRow[];
  readonly offset: number;
  /** What the rows' shares are of. */
  readonly shareOf: Column;
  /** Whether the whole misses operators whose cost is unknown. */
  readonly isOfKnown: boolean;
}

const MOST_ROWS = 500;
const MOST_OPEN = 10_000;
const LONGEST_FILTER = 200;
const SORTS: readonly LayerColumn[] = [
  'order',
  'name',
  'type',
  'parameters',
  'weightBytes',
  'macs',
  'elementOperations',
  'bytesMoved',
  'seconds',
];
const MODES: readonly LayerQuery['mode'][] = ['tree', 'list', 'weights'];

/** A query as it came from a page, made whole: what is missing or of the wrong type takes its default. */
export function checkLayerQuery(value: unknown): LayerQuery {
  const q = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof LayerQuery, unknown>
  >;
  const whole = (n: unknown, most: number, otherwise: number) =>
    typeof n === 'number' && Number.isInteger(n) && n >= 0 ? Math.min(n, most) : otherwise;
  const open = Array.isArray(q.open) ? (q.open as readonly unknown[]).slice(0, MOST_OPEN) : [];
  return {
    mode: MODES.find((m) => m === q.mode) ?? 'tree',
    open: open.filter((id): id is number => Number.isInteger(id)),
    sort: SORTS.find((s) => s === q.sort) ?? 'order',
    descending: q.descending === true,
    filter: typeof q.filter === 'string' ? q.filter.trim().slice(0, LONGEST_FILTER) : '',
    offset: whole(q.offset, Number.MAX_SAFE_INTEGER, 0),
    count: whole(q.count, MOST_ROWS, 100),
  };
}

/** The rows of a query: a window of the list, whose order is kept for the next window. */
export function layerRows(state: PageState, query: LayerQuery): LayerRows {
  const table = layerTable(state);
  const items = table.items(query);
  const shareOf = shareColumn(state, query.sort);
  const rows = items
    .slice(query.offset, query.offset + query.count)
    .map((item) => rowOf(state, table, item, shareOf));
  return { total: items.length, rows, offset: query.offset, shareOf, isOfKnown: isOfKnown(state, shareOf) };
}

/** What the share bar measures: what is sorted by, else MACs, else parameters where there is no matrix work. */
function shareColumn({ tree }: PageState, sort: LayerColumn): Column {
  if (sort !== 'order' && sort !== 'name' && sort !== 'type') return sort;
  return tree.macs ? 'macs' : 'parameters';
}

function rowOf(state: PageState, table: LayerTable, item: Item, column: Column): LayerRow {
  const whole = table.value({ kind: 'block', node: state.tree, depth: 0 }, column);
  const part = table.value(item, column);
  const [certainty, reason] = certaintyOf(state, item);
  const cell = (c: Column) => cellText(state, table, item, c);
  const place = placeOf(state, item);
  return {
    id: item.kind === 'block' ? `b${item.node.block}` : `${item.kind === 'operator' ? 'o' : 'w'}${item.id}`,
    depth: item.depth,
    expandable: item.kind === 'block' && isFull(item),
    name: table.name(item),
    repeat: table.repeat(item),
    type: table.type(item),
    shape: table.shape(item),
    parameters: cell('parameters'),
    weightBytes: cell('weightBytes'),
    macs: cell('macs'),
    elementOperations: cell('elementOperations'),
    bytesMoved: cell('bytesMoved'),
    seconds: cell('seconds'),
    share: whole > 0 && !Number.isNaN(part) ? Math.min(1, part / whole) : undefined,
    certainty,
    reason,
    ...(place ? { place } : {}),
  };
}

function isFull({ node }: Extract<Item, { kind: 'block' }>): boolean {
  return node.children.length + node.operators.length + node.weights.length > 0;
}

function cellText(state: PageState, table: LayerTable, item: Item, column: Column): string {
  if (item.kind === 'weight' && column !== 'parameters' && column !== 'weightBytes') return '';
  if (column === 'seconds' && !state.seconds) return '';
  const value = table.value(item, column);
  if (Number.isNaN(value)) return 'unknown';
  // Nothing of a kind that the row cannot have: an Add has no weights, a MatMul no element operations.
  if (value === 0 && item.kind !== 'weight') return '';
  switch (column) {
    case 'parameters':
      return formatCount(value);
    case 'weightBytes':
      return formatBytes(value, 'decimal');
    case 'macs':
    case 'elementOperations':
      return formatScaled(value, '').trimEnd();
    case 'bytesMoved':
      return formatBytes(value);
    case 'seconds':
      return formatValue(value, 'seconds');
  }
}

function certaintyOf({ analysis, run, figures }: PageState, item: Item): readonly [Certainty, string] {
  const { model, costs } = analysis;
  if (item.kind === 'block') return [item.node.certainty, item.node.reason ?? ''];
  if (item.kind === 'operator') {
    const missing = unknownPlaces(model, bindScenario(model, run));
    if (missing) return ['unknown', missing];
    const cost = costs.operators[item.id]!;
    // A formula may be exact and still have no number: a size that nobody has set.
    const all = [figures.macs, figures.elementOperations, figures.bytesRead, figures.bytesWritten];
    if (cost.certainty === 'exact' && all.some((list) => Number.isNaN(list[item.id]!))) {
      const { unbound } = bind(model, run);
      return ['unknown', unbound.length > 0 ? noValue(unbound) : 'a size in it is not known'];
    }
    return [cost.certainty, cost.reason ?? ''];
  }
  const w = model.weights[item.id]!;
  return model.certainty === 'exact'
    ? ['exact', w.reason ?? '']
    : ['estimated', 'the structure of the model is estimated'];
}

function placeOf({ places }: PageState, item: Item): PlaceView | undefined {
  if (item.kind === 'block') return places.ofBlock(item.node.block);
  return item.kind === 'operator' ? places.ofOperator(item.id) : places.ofWeight(item.id);
}
