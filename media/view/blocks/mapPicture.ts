import type { BlockView, Measure } from '../../../src/core/views/page/blockView';
import { shortened, textWidth } from '../picture/textWidth';
import { svg } from '../svg';
import { HEADING, layCells } from './cells';
import type { Cell } from './cells';
import { measureText, measureTitle, nameOf } from './texts';

const SIZE = 12;
const SMALL = 11;
const KINDS = ['embedding', 'attention', 'mlp', 'experts', 'norm', 'convolution', 'state', 'head'];

/** What a hand or a key does on the map. */
export interface MapActions {
  select(block: BlockView): void;
  /** Opens a block: the map shows its parts alone. */
  open(block: BlockView): void;
  up(): void;
  read(block: BlockView | undefined): void;
}

/** The boxes of the map; one of them holds the keyboard, arrows move it to the box that lies there. */
export class MapPicture {
  // A browser takes an svg that listens for the focus for a stop of its own, unless it is told not to.
  readonly element = svg('svg', { class: 'chart map', role: 'group', tabindex: -1 });
  private cells: readonly Cell[] = [];
  private active: number | undefined;

  constructor(private readonly actions: MapActions) {
    this.element.addEventListener('click', (event) => {
      const cell = this.cellOf(event.target);
      if (!cell) return;
      // A hand sees where it is: the page does not move under it.
      this.focus(cell, { preventScroll: true });
      actions.select(cell.block);
    });
    this.element.addEventListener('dblclick', (event) => {
      const cell = this.cellOf(event.target);
      if (cell) actions.open(cell.block);
    });
    this.element.addEventListener('pointerover', (event) => actions.read(this.cellOf(event.target)?.block));
    this.element.addEventListener('pointerleave', () => actions.read(undefined));
    this.element.addEventListener('focusin', (event) => {
      const cell = this.cellOf(event.target);
      if (!cell) return;
      this.active = cell.block.id;
      actions.read(cell.block);
    });
    this.element.addEventListener('keydown', (event) => this.key(event));
  }

  draw(root: BlockView, measure: Measure, chosen: number | undefined, width: number, height: number): void {
    const focused = this.element.contains(document.activeElement);
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height }))
      this.element.setAttribute(name, String(value));
    this.cells = layCells(root, measure, width, height);
    if (!this.cells.some(({ block }) => block.id === this.active)) this.active = this.cells[0]?.block.id;
    // Labels lie over all boxes and apart from them: a box has its name whole, its label may be shortened.
    const labels = svg('g', { class: 'labels', 'aria-hidden': 'true' });
    this.element.replaceChildren(
      ...this.cells.map((cell) => this.box(cell, measure, cell.block.id === chosen, labels)),
      labels,
    );
    if (focused) this.boxOf(this.active)?.focus({ preventScroll: true });
  }

  private box(cell: Cell, measure: Measure, chosen: boolean, labels: SVGElement): SVGElement {
    const { block, x0, y0, x1, y1, open } = cell;
    const width = x1 - x0;
    const height = y1 - y0;
    const kind = KINDS.includes(block.kind) ? block.kind : 'other';
    const name = nameOf(block);
    const value = measureText(block, measure);
    const box = svg('g', {
      class: `block ${kind}${open ? ' open' : ''}${chosen ? ' chosen' : ''}`,
      role: 'button',
      tabindex: block.id === this.active ? 0 : -1,
      'aria-pressed': String(chosen),
      'aria-label': `${name} ${value}`,
      'data-block': block.id,
    });
    box.append(
      svg('title', {}, `${block.path || name}\n${measureTitle(block, measure)}`),
      svg('rect', { class: 'box', x: x0, y: y0, width, height }),
      svg('rect', { class: 'edge', x: x0, y: y0, width: Math.min(3, width), height }),
    );
    const text = (content: string, y: number, size: number, weight: number, kindOf: string) => {
      // A name may be shortened; of a value only the whole is true.
      const shown =
        kindOf === 'block-value'
          ? wholeOrNothing(content, width - 12, size)
          : shortName(content, width - 12, size, weight);
      if (shown !== '') labels.append(svg('text', { class: kindOf, x: x0 + 8, y }, shown));
    };
    if (open) {
      if (height > HEADING) text(name, y0 + 13, SIZE, 600, 'block-name');
    } else if (width < height / 2 && width >= 14 && shortened(name, width - 12, SIZE, 600) !== name) {
      // A narrow box is read from top to bottom.
      const shown = shortName(name, height - 12, SIZE, 600);
      const [tx, ty] = [x0 + width / 2 - 3, y0 + 6];
      if (shown !== '')
        labels.append(
          svg('text', { class: 'block-name', x: tx, y: ty, transform: `rotate(90 ${tx} ${ty})` }, shown),
        );
    } else {
      if (height >= 18) text(name, y0 + Math.min(15, height / 2 + 4), SIZE, 600, 'block-name');
      if (height >= 34) text(value, y0 + 30, SMALL, 400, 'block-value');
    }
    return box;
  }

  private cellOf(target: EventTarget | null): Cell | undefined {
    const id = (target as Element | null)?.closest<SVGElement>('[data-block]')?.dataset['block'];
    return id === undefined ? undefined : this.cells.find(({ block }) => block.id === Number(id));
  }

  private boxOf(id: number | undefined): SVGElement | null {
    return id === undefined ? null : this.element.querySelector<SVGElement>(`[data-block="${id}"]`);
  }

  private focus(cell: Cell, how: FocusOptions = {}): void {
    this.boxOf(this.active)?.setAttribute('tabindex', '-1');
    this.active = cell.block.id;
    const box = this.boxOf(this.active);
    box?.setAttribute('tabindex', '0');
    box?.focus(how);
  }

  private key(event: KeyboardEvent): void {
    const at = this.cellOf(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = neighbour(this.cells, at, event.key);
    if (to) this.focus(to);
    else if (event.key === 'Enter') this.actions.open(at.block);
    else if (event.key === ' ') this.actions.select(at.block);
    else if (event.key === 'Escape' || event.key === 'Backspace') this.actions.up();
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }
}

/** A name as far as it fits: whole, or without what stands before its last points, or its beginning; a number keeps its noun. */
function shortName(name: string, width: number, size: number, weight: number): string {
  const fits = (text: string) => textWidth(text, size, weight) <= width;
  let rest = name;
  while (!fits(rest)) {
    const at = rest.search(/[./]/);
    if (at < 0 || at === rest.length - 1 || /^\d/.test(rest.slice(at + 1))) break;
    rest = rest.slice(at + 1);
  }
  const number = /[._]\d+$/.exec(rest)?.[0];
  if (number === undefined || fits(rest)) return shortened(rest, width, size, weight);
  for (let n = rest.length - number.length - 1; n >= 2; n--) {
    const short = `${rest.slice(0, n)}…${number.slice(1)}`;
    if (fits(short)) return short;
  }
  return '';
}

const wholeOrNothing = (text: string, width: number, size: number) =>
  textWidth(text, size) <= width ? text : '';

/** The box that lies next in the direction of an arrow; Home and End: the first and the last. */
function neighbour(cells: readonly Cell[], at: Cell, key: string): Cell | undefined {
  if (key === 'Home') return cells[0];
  if (key === 'End') return cells.at(-1);
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  if (!step) return undefined;
  // Text of a box stands at its upper left: that is where a person thinks it is.
  const from = [at.x0 + 10, at.y0 + 8] as const;
  let best: Cell | undefined;
  let least = Infinity;
  for (const cell of cells) {
    const dx = cell.x0 + 10 - from[0];
    const dy = cell.y0 + 8 - from[1];
    const ahead = dx * step[0]! + dy * step[1]!;
    if (cell === at || ahead <= 1) continue;
    const aside = Math.abs(dx * step[1]!) + Math.abs(dy * step[0]!);
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [cell, distance];
  }
  return best;
}
