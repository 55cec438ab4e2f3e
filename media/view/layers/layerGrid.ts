import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';
import type { LayerColumn, LayerRow } from '../../../src/core/views/page/layerRows';
import { element } from '../dom';
import { remember, remembered } from '../host';
import { word } from '../words';
import { COLUMNS } from './columns';
import { LayerLine } from './layerRow';
import type { RowCache } from './rowCache';

/** Height of a row, px: the grid's lines are all alike. */
export const ROW_HEIGHT = 24;
const PAGE_ROWS = 12;
/** Rows in sight at most. */
const MOST_LINES = 17;

/** What a person does to a row or a column. */
export interface GridActions {
  open(row: LayerRow, open: boolean): void;
  sort(column: LayerColumn): void;
  /** The row's detail, and what else shows it, should follow. */
  choose(row: LayerRow): void;
  /** Goes to the row's place in the source. */
  reveal(row: LayerRow): void;
}

let grids = 0;

/** The grid of rows: only those in sight are elements, so that 100,000 scroll as ten do. */
export class LayerGrid {
  readonly element: HTMLElement;
  private readonly head = element('div', { class: 'grid-row grid-head', role: 'row' });
  private readonly body = element('div', { class: 'grid-body', role: 'rowgroup' });
  private readonly scroller = element('div', { class: 'grid-scroller' });
  private readonly lines = new Map<number, LayerLine>();
  /** Lines that were scrolled out of sight, for those that come. */
  private readonly spare: LayerLine[] = [];
  private shownHead = '';
  private readonly virtual: Virtualizer<HTMLElement, HTMLElement>;
  private readonly prefix = `layer-grid-${grids++}`;
  private active = 0;
  private inSight = 1;
  private placed = false;

  constructor(
    private readonly rows: RowCache,
    private readonly actions: GridActions,
  ) {
    this.scroller.append(this.head, this.body);
    this.element = element('div', { class: 'grid', role: 'treegrid' }, this.scroller);
    this.element.setAttribute('aria-label', word('layers.title'));
    this.element.tabIndex = 0;
    this.virtual = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      getScrollElement: () => this.scroller,
      estimateSize: () => ROW_HEIGHT,
      overscan: 8,
      scrollMargin: ROW_HEIGHT,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.draw(),
    });
    this.drawHead();
    this.virtual._didMount();
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', (event) => this.click(event));
    this.body.addEventListener('dblclick', () => this.revealActive());
    this.scroller.addEventListener('scrollend', () =>
      remember('layersTop', this.scroller.scrollTop || undefined),
    );
  }

  /** The first row in sight. */
  get first(): number {
    return Math.max(0, Math.floor((this.virtual.scrollOffset ?? 0) / ROW_HEIGHT));
  }

  /** Shows the list as the cache has it now. */
  update(): void {
    // Rows that come change no row's place: only another count does.
    if (this.virtual.options.count !== this.rows.total) {
      this.virtual.setOptions({ ...this.virtual.options, count: this.rows.total });
      this.grow();
      this.virtual._willUpdate();
      this.virtual.measure();
    }
    this.element.setAttribute('aria-rowcount', String(this.rows.total + 1));
    this.active = Math.max(0, Math.min(this.active, this.rows.total - 1));
    this.drawHead();
    this.draw();
    this.restorePlace();
  }

  /** Scrolls to where a person was when the page was hidden, once there are rows. */
  private restorePlace(): void {
    if (this.placed || this.rows.total === 0) return;
    this.placed = true;
    const top = remembered('layersTop');
    if (typeof top === 'number') this.scroller.scrollTop = top;
  }

  /** As high as its rows, to a limit, and never less high than it was: what stands below does not jump. */
  private grow(): void {
    this.inSight = Math.max(this.inSight, Math.min(MOST_LINES, this.rows.total));
    this.scroller.style.height = `${(this.inSight + 1) * ROW_HEIGHT + 2}px`;
  }

  /** Makes a row the active one and brings it into sight. */
  go(index: number): void {
    this.element.classList.add('chosen');
    this.active = Math.max(0, Math.min(index, this.rows.total - 1));
    this.virtual.scrollToIndex(this.active, { align: 'auto' });
    this.draw();
    const row = this.rows.at(this.active);
    if (row) this.actions.choose(row);
  }

  private drawHead(): void {
    const { sort, descending } = this.rows.list;
    const key = [sort, descending, this.shareTitle()].join(' ');
    if (key === this.shownHead) return;
    this.shownHead = key;
    this.head.setAttribute('aria-rowindex', '1');
    const inHead = this.head.contains(document.activeElement) ? document.activeElement : undefined;
    const focused = inHead instanceof HTMLElement ? inHead.dataset['column'] : undefined;
    this.head.replaceChildren(
      ...COLUMNS.map((column) => {
        const cell = element('span', {
          class: `cell ${column.id}${column.numeric ? ' numeric' : ''}`,
          role: 'columnheader',
        });
        const title = column.id === 'share' ? this.shareTitle() : word(column.title);
        if (!column.sort) {
          cell.textContent = title;
          cell.title = title;
        } else {
          const chosen = column.sort === sort;
          const button = element('button', { class: 'sort', text: title, title });
          button.dataset['column'] = column.id;
          cell.setAttribute('aria-sort', chosen ? (descending ? 'descending' : 'ascending') : 'none');
          button.addEventListener('click', () => this.actions.sort(column.sort!));
          cell.append(button);
        }
        return cell;
      }),
    );
    // Who sorts by keyboard goes on from there.
    if (focused) this.head.querySelector<HTMLElement>(`[data-column="${focused}"]`)?.focus();
  }

  /** The share is of what is sorted by: its head says so. */
  private shareTitle(): string {
    const of = COLUMNS.find(({ sort }) => sort !== undefined && sort === this.rows.shareOf);
    if (!of) return word('layers.share');
    return word(this.rows.isOfKnown ? 'layers.shareOfKnown' : 'layers.shareOf', word(of.title));
  }

  private draw(): void {
    this.body.style.height = `${this.virtual.getTotalSize()}px`;
    const items = this.virtual.getVirtualItems();
    const from = items[0]?.index ?? 0;
    const to = items.at(-1)?.index ?? -1;
    for (const [index, line] of this.lines)
      if (index < from || index > to) {
        this.spare.push(line);
        this.lines.delete(index);
      }
    for (const { index } of items) this.drawLine(index);
    for (const line of this.spare.splice(0)) line.element.remove();
    const line = this.lines.get(this.active);
    if (line) this.element.setAttribute('aria-activedescendant', line.element.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  private drawLine(index: number): void {
    const row = this.rows.at(index);
    const open = row !== undefined && this.isOpen(row);
    const active = index === this.active;
    let line = this.lines.get(index);
    if (!line) {
      line = this.spare.pop() ?? new LayerLine();
      line.stand(index, `${this.prefix}-${index}`, index * ROW_HEIGHT);
      this.lines.set(index, line);
      if (!line.element.isConnected) this.body.append(line.element);
    }
    line.show(row, { open, active });
  }

  private isOpen(row: LayerRow): boolean {
    return row.id.startsWith('b') && this.rows.list.open.includes(Number(row.id.slice(1)));
  }

  private click(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>('.grid-row')?.dataset['index'] ?? Number.NaN);
    const row = Number.isNaN(index) ? undefined : this.rows.at(index);
    if (!row) return;
    if (target.classList.contains('twistie') && row.expandable) this.actions.open(row, !this.isOpen(row));
    this.go(index);
  }

  private revealActive(): void {
    const row = this.rows.at(this.active);
    if (row) this.actions.reveal(row);
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.element || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = this.rows.at(this.active);
    switch (event.key) {
      case 'ArrowDown':
        this.go(this.active + 1);
        break;
      case 'ArrowUp':
        this.go(this.active - 1);
        break;
      case 'PageDown':
        this.go(this.active + PAGE_ROWS);
        break;
      case 'PageUp':
        this.go(this.active - PAGE_ROWS);
        break;
      case 'Home':
        this.go(0);
        break;
      case 'End':
        this.go(this.rows.total - 1);
        break;
      case 'ArrowRight':
        if (!row?.expandable) return;
        if (this.isOpen(row)) this.go(this.active + 1);
        else this.actions.open(row, true);
        break;
      case 'ArrowLeft':
        if (row?.expandable && this.isOpen(row)) this.actions.open(row, false);
        else this.goToParent(row);
        break;
      case 'Enter':
        this.revealActive();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  private goToParent(row: LayerRow | undefined): void {
    if (!row || row.depth === 0) return;
    for (let i = this.active - 1; i >= 0; i--) {
      const above = this.rows.at(i);
      if (above === undefined) return;
      if (above.depth < row.depth) {
        this.go(i);
        return;
      }
    }
  }
}
