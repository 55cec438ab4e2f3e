import type { Analysis } from '../../analysis';
import { worst } from '../../costs/quantity';
import type { WantedScenario } from '../../scenario/checkScenario';
import type { BlockNode } from '../blockTree';
import { layerRows } from './layerRows';
import type { LayerQuery } from './layerRows';
import { COLUMNS, layerTable } from './layerTable';
import type { Column } from './layerTable';
import type { PageOptions, PageState } from './pageState';
import { pageState } from './pageState';

/** Rows asked for at once. */
const CHUNK = 500;

const TITLES: Readonly<Record<Column, string>> = {
  parameters: 'parameters',
  weightBytes: 'weights (bytes)',
  macs: 'MACs',
  elementOperations: 'element operations',
  bytesMoved: 'moved (bytes)',
  seconds: 'time (seconds)',
};

/**
 * All blocks and operators as CSV (RFC 4180): whole numbers under the scenario, an empty cell where nothing applies or is
 * known; certainty and reason say which.
 */
export function layersCsv(
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
  options: PageOptions = {},
): string {
  const state = pageState(analysis, wanted, options);
  const table = layerTable(state);
  const query: LayerQuery = {
    mode: 'tree',
    open: blocksOf(state),
    sort: 'order',
    descending: false,
    filter: '',
    offset: 0,
    count: CHUNK,
  };
  const items = table.items(query);
  const columns = COLUMNS.filter((column) => column !== 'seconds' || state.seconds);
  const head = ['path', 'name', 'type', 'output shape', 'repeat', ...columns.map((c) => TITLES[c])];
  const lines = [line([...head, 'certainty', 'reason'])];
  for (let offset = 0; offset < items.length; offset += CHUNK)
    layerRows(state, { ...query, offset }).rows.forEach((row, i) => {
      const item = items[offset + i]!;
      const values = columns.map((column) => number(table.value(item, column)));
      const repeat = row.repeat === null ? '' : String(row.repeat);
      const certainty = values.includes('') ? worst(row.certainty, 'lower bound') : row.certainty;
      lines.push(
        line([table.path(item), row.name, row.type, row.shape, repeat, ...values, certainty, row.reason]),
      );
    });
  return lines.join('');
}

function blocksOf({ tree }: PageState): number[] {
  const ids: number[] = [];
  const walk = (node: BlockNode): void => {
    ids.push(node.block);
    node.children.forEach(walk);
  };
  walk(tree);
  return ids;
}

function number(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Quoted where it must be; what a spreadsheet would run as a formula stands behind an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?(e[+-]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
