import './layers.css';
import type { BlockView } from '../../../src/core/views/page/blockView';
import type { LayerColumn, LayerQuery, LayerRow } from '../../../src/core/views/page/layerRows';
import type { Found } from '../../../src/protocol/pageAsks';
import { formatInteger } from '../../../src/core/views/format';
import { element } from '../dom';
import { ask, remembered, remember } from '../host';
import type { PageState, Section } from '../section';
import { Search } from '../search/search';
import { onSelect, select } from '../selection';
import { word } from '../words';
import { LayerDetail } from './layerDetail';
import { LayerGrid } from './layerGrid';
import { RowCache } from './rowCache';
import type { ListQuery } from './rowCache';

type Mode = LayerQuery['mode'];

const MODES: readonly Mode[] = ['tree', 'list', 'weights'];
const FIRST: ListQuery = { mode: 'tree', open: [], sort: 'order', descending: false, filter: '' };
const TYPING_MS = 120;
/** Operators of a graph whose own order is too long to read. */
const LONG = 40;

/** The table of layers: blocks that open, all operators, or all tensors; sorted, filtered, any number of rows. */
export class Layers implements Section {
  readonly element: HTMLElement;
  private readonly rows: RowCache;
  private readonly grid: LayerGrid;
  private readonly detail = new LayerDetail((row) => this.reveal(row));
  private readonly count = element('span', { class: 'subtle row-count', role: 'status' });
  private readonly message = element('p', { class: 'section-message' });
  private readonly filter = element('input', { class: 'filter' });
  private readonly modes = element('div', { class: 'segmented', role: 'radiogroup' });
  private state: PageState | undefined;
  private chosen: string | undefined;
  private typing: number | undefined;
  /** Nobody has ordered or filtered the list yet, in this window or before. */
  private untouched: boolean;

  constructor() {
    const kept = remembered('layers') as Partial<ListQuery> | undefined;
    this.untouched = kept === undefined;
    this.rows = new RowCache(
      { ...FIRST, ...kept },
      (query) => ask('layers', query),
      () => this.arrived(),
      (message) => (this.message.textContent = message),
    );
    this.grid = new LayerGrid(this.rows, {
      open: (row, open) => this.open(row, open),
      sort: (column) => this.sort(column),
      choose: (row) => this.choose(row),
      reveal: (row) => this.reveal(row),
    });
    this.filter.type = 'search';
    this.filter.value = this.rows.list.filter;
    this.filter.placeholder = word('layers.filter');
    this.filter.setAttribute('aria-label', word('layers.filter'));
    this.filter.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = window.setTimeout(() => this.show({ filter: this.filter.value }), TYPING_MS);
    });
    this.modes.setAttribute('aria-label', word('layers.mode'));
    for (const mode of MODES) this.modes.append(this.modeButton(mode));
    this.element = element(
      'section',
      { class: 'card layers' },
      element(
        'div',
        { class: 'section-head' },
        element('h2', { text: word('layers.title') }),
        this.modes,
        this.filter,
        this.count,
        new Search((hit) => void this.found(hit)).element,
      ),
      this.message,
      this.grid.element,
      this.detail.element,
    );
    onSelect((id, from) => {
      if (from !== this && id !== undefined) void this.showBlock(id);
    });
  }

  update(state: PageState): void {
    const first = this.state?.head !== state.head;
    this.state = state;
    const { list } = this.rows;
    // Without a device there are no times: their column would be empty.
    this.element.classList.toggle('untimed', state.view.roofline === undefined);
    const { root, measures } = state.view.blocks;
    const open = first && list.open.length === 0 ? openAtFirst(root) : list.open;
    // A graph without blocks begins with what costs most: its own order says nothing at a glance.
    const flat = first && this.untouched && root.children.every(({ children }) => children.length === 0);
    const known = typeof root.values.macs === 'number' && measures.includes('macs');
    const sort = flat && root.operators > LONG ? (known ? 'macs' : 'parameters') : undefined;
    void this.rows.show({ ...list, open, ...(sort ? { sort, descending: true } : {}) }, this.grid.first);
  }

  /** Opens the blocks above a row and makes it the active one. */
  async showRow(id: string, open: readonly number[]): Promise<void> {
    const mode: Mode = id.startsWith('w') ? 'weights' : 'tree';
    const all = [...new Set([...this.rows.list.open, ...open])];
    this.filter.value = '';
    await this.rows.show({
      ...this.rows.list,
      mode,
      open: all,
      filter: '',
      sort: 'order',
      descending: false,
    });
    this.chosen = id;
    await this.find(id);
  }

  /** Leads to what was searched for: its row, else its place in the source. */
  private async found({ row, place }: Found): Promise<void> {
    if (row) await this.showRow(row.id, row.open);
    else if (place) await ask('reveal', place);
  }

  private async showBlock(id: number): Promise<void> {
    const root = this.state?.view.blocks.root;
    if (!root) return;
    const open: number[] = [];
    const look = (block: typeof root): boolean => {
      if (block.id === id) return true;
      const found = block.children.some(look);
      if (found) open.push(block.id);
      return found;
    };
    if (look(root)) await this.showRow(`b${id}`, open);
  }

  /** Looks through the list for a row, chunk by chunk as it comes. */
  private async find(id: string): Promise<void> {
    const index = await this.rows.indexOf(id);
    if (index !== undefined) this.grid.go(index);
  }

  private show(change: Partial<ListQuery>): void {
    this.untouched = false;
    const query = { ...this.rows.list, ...change };
    remember('layers', query);
    void this.rows.show(query);
  }

  private arrived(): void {
    this.message.textContent = '';
    const { total } = this.rows;
    this.count.textContent =
      total === 1 ? word('layers.countOne') : word('layers.count', formatInteger(total));
    for (const button of this.modes.children) check(button as HTMLElement, this.rows.list.mode);
    this.grid.update();
    if (this.rows.total === 0) this.detail.show(undefined, false);
  }

  private modeButton(mode: Mode): HTMLElement {
    const button = element('button', { class: 'segment', role: 'radio', text: word(`layers.mode.${mode}`) });
    button.dataset['mode'] = mode;
    check(button, this.rows.list.mode);
    button.addEventListener('click', () => this.show({ mode }));
    // As radio buttons do: one stop for Tab, arrows choose.
    button.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = (MODES.indexOf(mode) + step + MODES.length) % MODES.length;
      (this.modes.children[next] as HTMLElement).focus();
      this.show({ mode: MODES[next]! });
    });
    return button;
  }

  private open(row: LayerRow, open: boolean): void {
    const id = Number(row.id.slice(1));
    const rest = this.rows.list.open.filter((one) => one !== id);
    this.show({ open: open ? [...rest, id] : rest });
  }

  /** Numbers come largest first, names from A; a third click goes back to the model's own order. */
  private sort(column: LayerColumn): void {
    const { sort, descending } = this.rows.list;
    const numbers = column !== 'name' && column !== 'type';
    if (sort !== column) this.show({ sort: column, descending: numbers });
    else if (descending === numbers) this.show({ descending: !numbers });
    else this.show({ sort: 'order', descending: false });
  }

  private choose(row: LayerRow): void {
    this.detail.show(row, this.state?.head.hasText ?? false);
    if (row.id !== this.chosen && row.id.startsWith('b')) select(Number(row.id.slice(1)), this);
    this.chosen = row.id;
  }

  private reveal(row: LayerRow): void {
    if (!this.state?.head.hasText || !row.place) return;
    ask('reveal', row.place).catch((error: unknown) => {
      this.message.textContent = (error as Error).message;
    });
  }
}

/** Blocks open at first: the model's own, and down as long as one part holds most of what there is: parts, not one line. */
function openAtFirst(root: BlockView): number[] {
  const open: number[] = [];
  for (let block: BlockView | undefined = root; block && open.length < 4;) {
    open.push(block.id);
    const most: number = block.operators / 2;
    block = block.children.find((child) => child.operators > most);
  }
  return open;
}

/** Marks a way of listing as the chosen one or not; only the chosen one takes part in the order of Tab. */
function check(button: HTMLElement, mode: Mode): void {
  const chosen = button.dataset['mode'] === mode;
  button.setAttribute('aria-checked', String(chosen));
  button.tabIndex = chosen ? 0 : -1;
}
