import type { LayerColumn, LayerRow } from '../../../src/core/views/page/layerRows';
import type { WordKey } from '../words';

/** A column of the table of layers. */
export interface LayerColumnView {
  /** What a click on its head sorts by; undefined: it can't be sorted by. */
  readonly sort?: LayerColumn;
  /** Names its cells' class and its width. */
  readonly id: string;
  readonly title: WordKey;
  readonly numeric?: boolean;
  /** Text of a cell; the name and the share are drawn. */
  readonly text?: (row: LayerRow) => string;
}

/** All columns in their order; narrow panes leave out the last but one first (layers.css), the row's detail has all. */
export const COLUMNS: readonly LayerColumnView[] = [
  { id: 'name', title: 'layers.name', sort: 'name' },
  { id: 'type', title: 'layers.type', sort: 'type', text: (row) => row.type },
  { id: 'shape', title: 'layers.shape', text: (row) => row.shape },
  {
    id: 'parameters',
    title: 'layers.parameters',
    sort: 'parameters',
    numeric: true,
    text: (r) => r.parameters,
  },
  {
    id: 'weights',
    title: 'layers.weightBytes',
    sort: 'weightBytes',
    numeric: true,
    text: (r) => r.weightBytes,
  },
  { id: 'macs', title: 'layers.macs', sort: 'macs', numeric: true, text: (r) => r.macs },
  {
    id: 'elements',
    title: 'layers.elementOperations',
    sort: 'elementOperations',
    numeric: true,
    text: (r) => r.elementOperations,
  },
  { id: 'moved', title: 'layers.bytesMoved', sort: 'bytesMoved', numeric: true, text: (r) => r.bytesMoved },
  { id: 'seconds', title: 'layers.seconds', sort: 'seconds', numeric: true, text: (r) => r.seconds },
  { id: 'share', title: 'layers.share', numeric: true },
];
