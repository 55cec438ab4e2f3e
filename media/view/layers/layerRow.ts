import type { LayerRow } from '../../../src/core/views/page/layerRows';
import { element } from '../dom';
import { formatInteger, formatShare } from '../../../src/core/views/format';
import { word } from '../words';
import { COLUMNS } from './columns';

/** What a row in the grid can be besides its data. */
export interface RowState {
  readonly open: boolean;
  readonly active: boolean;
}

/** A line of the grid, made once and used for one row after the other: what has not changed is left alone. */
export class LayerLine {
  readonly element = element('div', { class: 'grid-row', role: 'row' });
  private readonly cells: readonly HTMLElement[];
  private readonly name = new NameCell();
  private readonly share = new ShareCell();
  private row: LayerRow | undefined | null = null;
  private open = false;
  private active = false;

  constructor() {
    this.cells = COLUMNS.map((column) =>
      element(
        'span',
        { class: `cell ${column.id}${column.numeric ? ' numeric' : ''}`, role: 'gridcell' },
        ...(column.id === 'name' ? this.name.nodes : column.id === 'share' ? this.share.nodes : []),
      ),
    );
    this.element.append(...this.cells);
  }

  /** Stands for a place in the list from now on; 0-based, `top` in px. */
  stand(index: number, id: string, top: number): void {
    this.element.id = id;
    this.element.dataset['index'] = String(index);
    this.element.style.transform = `translateY(${top}px)`;
    this.element.setAttribute('aria-rowindex', String(index + 2));
  }

  /** Shows a row; undefined: it is on its way. */
  show(row: LayerRow | undefined, { open, active }: RowState): void {
    const same = row === this.row && open === this.open;
    if (same && active === this.active) return;
    this.active = active;
    this.element.classList.toggle('active', active);
    this.element.setAttribute('aria-selected', String(active));
    if (same) return;
    this.row = row;
    this.open = open;
    this.attribute('aria-level', row ? String(row.depth + 1) : undefined);
    this.attribute('aria-expanded', row?.expandable ? String(open) : undefined);
    this.attribute('aria-busy', row ? undefined : 'true');
    this.element.dataset['certainty'] = row?.certainty ?? '';
    this.element.style.setProperty('--depth', String(row?.depth ?? 0));
    this.name.show(row);
    this.share.show(row);
    for (const [i, column] of COLUMNS.entries())
      if (column.text) say(this.cells[i]!, row ? column.text(row) : '');
  }

  private attribute(name: string, value: string | undefined): void {
    if (value === undefined) this.element.removeAttribute(name);
    else if (this.element.getAttribute(name) !== value) this.element.setAttribute(name, value);
  }
}

/** Puts a text where it is not yet, and in full where the mouse rests. */
function say(cell: HTMLElement, text: string, title = text): void {
  if (cell.textContent === text && cell.title === title) return;
  cell.textContent = text;
  if (title === '') cell.removeAttribute('title');
  else cell.title = title;
}

class NameCell {
  private readonly twistie = element('span', { class: 'twistie none' });
  private readonly text = element('span', { class: 'name-text' });
  private readonly repeat = element('span', { class: 'repeat' });
  readonly nodes = [this.twistie, this.text, this.repeat];

  constructor() {
    this.twistie.setAttribute('aria-hidden', 'true');
    this.repeat.hidden = true;
  }

  show(row: LayerRow | undefined): void {
    this.twistie.classList.toggle('none', !row?.expandable);
    say(this.text, row?.name ?? '');
    const repeat = row ? row.repeat : 1;
    this.repeat.hidden = repeat !== null && repeat <= 1;
    if (repeat === null) say(this.repeat, '× ?', word('layers.dataDecides'));
    else say(this.repeat, repeat > 1 ? `× ${formatInteger(repeat)}` : '', '');
  }
}

/** A bar as long as the share; the words beside it say it, so it is hidden from screen readers. */
class ShareCell {
  private readonly filled = element('span', { class: 'bar-filled' });
  private readonly bar = element('span', { class: 'bar' }, this.filled);
  private readonly text = element('span', { class: 'share-text' });
  readonly nodes = [this.bar, this.text];

  constructor() {
    this.bar.setAttribute('aria-hidden', 'true');
    this.bar.hidden = true;
  }

  show(row: LayerRow | undefined): void {
    const share = row?.share;
    this.bar.hidden = share === undefined;
    this.filled.hidden = share === undefined || share <= 0;
    const width = `${(100 * Math.min(1, Math.max(0, share ?? 0))).toFixed(2)}%`;
    if (this.filled.style.width !== width) this.filled.style.width = width;
    this.text.classList.toggle('subtle', share === 0);
    say(this.text, row ? (share === undefined ? word('unknown') : formatShare(share, 1)) : '', '');
  }
}
