import type { LayerRow } from '../../../src/core/views/page/layerRows';
import { bar, element } from '../dom';
import { formatInteger, formatShare } from '../../../src/core/views/format';
import { word } from '../words';
import { COLUMNS } from './columns';

/** What a row in the grid can be besides its data. */
export interface RowState {
  /** 0-based place in the whole list. */
  readonly index: number;
  readonly open: boolean;
  readonly active: boolean;
}

/** The cells of a row, in the order of the columns; a row on its way has one empty cell for each. */
export function cellsOf(row: LayerRow | undefined): HTMLElement[] {
  return COLUMNS.map((column) => {
    const kind = `cell ${column.id}${column.numeric ? ' numeric' : ''}`;
    const cell = element('span', { class: kind, role: 'gridcell' });
    if (!row) return cell;
    if (column.id === 'name') cell.append(...nameOf(row));
    else if (column.id === 'share') cell.append(...shareOf(row));
    else {
      const text = column.text?.(row) ?? '';
      cell.textContent = text;
      if (text !== '') cell.title = text;
    }
    return cell;
  });
}

function nameOf(row: LayerRow): Node[] {
  const twistie = element('span', { class: row.expandable ? 'twistie' : 'twistie none' });
  twistie.setAttribute('aria-hidden', 'true');
  const name = element('span', { class: 'name-text', text: row.name, title: row.name });
  const repeat =
    row.repeat === null
      ? element('span', { class: 'repeat', text: '× ?', title: word('layers.dataDecides') })
      : row.repeat > 1
        ? element('span', { class: 'repeat', text: `× ${formatInteger(row.repeat)}` })
        : undefined;
  return repeat ? [twistie, name, repeat] : [twistie, name];
}

function shareOf(row: LayerRow): Node[] {
  if (row.share === undefined) return [element('span', { class: 'share-text', text: word('unknown') })];
  const kind = row.share === 0 ? 'share-text subtle' : 'share-text';
  return [bar(row.share), element('span', { class: kind, text: formatShare(row.share, 1) })];
}

/** Puts a row and its state into an element of the grid, used again and again while scrolling. */
export function fillRow(line: HTMLElement, row: LayerRow | undefined, state: RowState): void {
  line.replaceChildren(...cellsOf(row));
  const attribute = (name: string, value: string | undefined) =>
    value === undefined ? line.removeAttribute(name) : line.setAttribute(name, value);
  attribute('aria-rowindex', String(state.index + 2));
  attribute('aria-level', row ? String(row.depth + 1) : undefined);
  attribute('aria-expanded', row?.expandable ? String(state.open) : undefined);
  attribute('aria-selected', String(state.active));
  attribute('aria-busy', row ? undefined : 'true');
  line.classList.toggle('active', state.active);
  line.dataset['certainty'] = row?.certainty ?? '';
  line.style.setProperty('--depth', String(row?.depth ?? 0));
}
