import './blocks.css';
import type { BlockView, Measure } from '../../../src/core/views/page/blockView';
import { formatInteger, formatShare } from '../../../src/core/views/format';
import { ChartCard } from '../chartCard';
import { element, table } from '../dom';
import { remember, remembered } from '../host';
import type { PageState, Section } from '../section';
import { onSelect, select, selected } from '../selection';
import { word, wordOr } from '../words';
import { sizeOf } from './cells';
import { MapPicture } from './mapPicture';
import { measureText, measureTitle, nameOf } from './texts';

/** Height of the map, px: wide panes get a lower one by its share. */
const height = (width: number) => Math.round(Math.min(340, Math.max(220, width * 0.6)));

/** The blocks of the model as boxes as large as what they cost; a box opens, the line above leads back. */
export class Blocks implements Section {
  readonly element: HTMLElement;
  private readonly card: ChartCard;
  private readonly measures = element('select');
  private readonly path = element('nav', { class: 'crumbs' });
  private readonly legend = element('ul', { class: 'legend kinds' });
  private readonly read = element('p', { class: 'read numbers' });
  private readonly line = element('div', { class: 'map-line' }, this.path, this.read);
  private readonly note = element('p', { class: 'subtle' });
  private readonly picture: MapPicture;
  private state: PageState | undefined;
  /** Ids of the opened blocks from the model down. */
  private opened: readonly number[] = keptPath();
  private measure: Measure = (remembered('measure') as Measure | undefined) ?? 'parameters';
  private shownMeasures = '';

  constructor() {
    this.picture = new MapPicture({
      select: (block) => select(block.id, this),
      open: (block) => this.open(block),
      up: () => this.go(this.opened.slice(0, -1)),
      read: (block) => this.say(block),
    });
    this.card = new ChartCard('blocks', {
      name: 'blocks',
      draw: (width) => this.draw(width),
      table: () => this.table(),
      empty: () => this.nothing(),
    });
    this.card.title.textContent = word('blocks.title');
    this.measures.setAttribute('aria-label', word('blocks.measure'));
    this.measures.addEventListener('change', () => {
      this.measure = this.measures.value as Measure;
      remember('measure', this.measure);
      this.show();
    });
    this.path.setAttribute('aria-label', word('blocks.path'));
    this.card.controls.append(this.measures);
    this.card.picture.append(this.picture.element);
    this.card.picture.before(this.line);
    this.card.element.append(element('div', { class: 'map-legend' }, this.legend, this.note));
    this.element = this.card.element;
    onSelect((id, from) => {
      if (from !== this && id !== undefined) this.reach(id);
      this.show();
    });
  }

  update(state: PageState): void {
    // Another reading may number the blocks otherwise; what was kept with the window stands.
    if (this.state && state.head !== this.state.head) this.setPath([]);
    this.state = state;
    const { measures } = state.view.blocks;
    if (!measures.includes(this.measure)) this.measure = measures[0] ?? 'parameters';
    if (measures.join(' ') !== this.shownMeasures) {
      this.shownMeasures = measures.join(' ');
      this.measures.replaceChildren(
        ...measures.map((measure) => {
          const option = element('option', { text: word(`blocks.${measure}`) });
          option.value = measure;
          return option;
        }),
      );
    }
    this.measures.value = this.measure;
    this.show();
  }

  /** The block whose parts are drawn. */
  private root(): BlockView | undefined {
    let at = this.state?.view.blocks.root;
    for (const id of this.opened) at = at?.children.find((child) => child.id === id) ?? at;
    return at;
  }

  /** Whether no part of what is shown has any of the measure: then there is nothing to draw. */
  private nothing(): boolean {
    const root = this.root();
    return root === undefined || root.children.length === 0 || sizeOf(root, this.measure) === 0;
  }

  private show(): void {
    if (!this.state) return;
    const root = this.root()!;
    this.drawPath();
    this.card.update();
    this.line.hidden = this.nothing() && this.opened.length === 0;
    this.say(undefined);
    const kinds = new Set<string>();
    const collect = (block: BlockView, depth: number) => {
      if (sizeOf(block, this.measure) > 0 && block.children.length === 0) kinds.add(block.kind);
      if (depth < 8) for (const child of block.children) collect(child, depth + 1);
    };
    collect(root, 0);
    this.legend.replaceChildren(
      ...[...kinds].sort().map((kind) => {
        const mark = element('span', { class: `swatch ${kind}` });
        mark.setAttribute('aria-hidden', 'true');
        return element('li', {}, mark, element('span', { text: wordOr(`kind.${kind}`, kind) }));
      }),
    );
    const missing = root.children.filter((block) => block.values[this.measure] === null).length;
    const name = word(`blocks.${this.measure}`);
    this.note.textContent = [
      ...(sizeOf(root, this.measure) === 0 ? [word('blocks.nothing')] : []),
      ...(missing > 0 ? [word('blocks.unknown', name, formatInteger(missing))] : []),
      ...(this.state.view.blocks.folded > 0
        ? [word('blocks.folded', formatInteger(this.state.view.blocks.folded))]
        : []),
    ].join(' ');
  }

  private draw(width: number): void {
    const root = this.root();
    if (!root) return;
    this.picture.element.setAttribute('aria-label', word('blocks.map', word(`blocks.${this.measure}`)));
    this.picture.draw(root, this.measure, selected(), width, height(width));
  }

  private drawPath(): void {
    const crumbs: HTMLElement[] = [];
    let at = this.state!.view.blocks.root;
    const steps = [at];
    for (const id of this.opened) {
      const next = at.children.find((child) => child.id === id);
      if (!next) break;
      steps.push((at = next));
    }
    for (const [i, block] of steps.entries()) {
      const last = i === steps.length - 1;
      const name = i === 0 ? word('blocks.all') : nameOf(block);
      if (last) {
        const here = element('span', { class: 'crumb', text: name });
        here.setAttribute('aria-current', 'location');
        crumbs.push(here);
      } else {
        const crumb = element('button', { class: 'link crumb', text: name });
        crumb.addEventListener('click', () => this.go(this.opened.slice(0, i)));
        crumbs.push(crumb);
      }
    }
    this.path.replaceChildren(...crumbs);
  }

  private go(opened: readonly number[]): void {
    this.setPath(opened);
    this.show();
  }

  private setPath(opened: readonly number[]): void {
    this.opened = opened;
    remember('blocks', opened.length > 0 ? opened : undefined);
  }

  /** A block without parts is only chosen: there is nothing to open. */
  private open(block: BlockView): void {
    select(block.id, this);
    if (block.children.length === 0) return;
    const way = wayTo(this.state!.view.blocks.root, block.id);
    if (way) this.go(way);
  }

  private isAbove(id: number): boolean {
    return this.opened.includes(id) || (this.opened.length > 0 && id === this.state?.view.blocks.root.id);
  }

  /** Shows a block chosen elsewhere: the map opens as far as it has to. */
  private reach(id: number): void {
    const root = this.root();
    // A block above the opened one stands in the line of names: the map stays where it is.
    if (!root || wayTo(root, id) || this.isAbove(id)) return;
    this.setPath([]);
  }

  /** One line that says what a block has; without one, the chosen block or what can be done. */
  private say(block: BlockView | undefined): void {
    const root = this.state?.view.blocks.root;
    if (!root) return;
    const shown = block ?? find(root, selected());
    this.read.classList.toggle('subtle', !shown);
    if (!shown) {
      this.read.textContent = this.read.title = word('blocks.hint');
      return;
    }
    const whole = sizeOf(root, this.measure);
    const size = sizeOf(shown, this.measure);
    const share =
      whole > 0 ? ` · ${formatShare(size, whole)}${this.isOfKnown() ? ` ${word('share.ofKnown')}` : ''}` : '';
    this.read.replaceChildren(
      element('strong', { text: shown.path || nameOf(shown) }),
      ` ${shown.repeat > 1 ? `× ${formatInteger(shown.repeat)} ` : ''}· ${measureText(shown, this.measure)}${share}`,
    );
    this.read.title = `${shown.path || nameOf(shown)}\n${measureTitle(shown, this.measure)}`;
  }

  /** Whether shares miss what unknown operators cost. */
  private isOfKnown(): boolean {
    return this.state?.view.blocks.ofKnown.includes(this.measure) ?? false;
  }

  private table(): HTMLElement {
    const root = this.root()!;
    const whole = sizeOf(this.state!.view.blocks.root, this.measure);
    const rows = [...root.children].sort((a, b) => sizeOf(b, this.measure) - sizeOf(a, this.measure));
    return table<BlockView>(
      [
        {
          title: word('blocks.name'),
          cell: (block) => {
            if (block.children.length === 0) return nameOf(block);
            const open = element('button', { class: 'link', text: nameOf(block) });
            open.addEventListener('click', () => this.open(block));
            return open;
          },
        },
        { title: word('blocks.kind'), cell: (block) => wordOr(`kind.${block.kind}`, block.kind) },
        {
          title: word(`blocks.${this.measure}`),
          numeric: true,
          cell: (block) => measureText(block, this.measure),
        },
        {
          title: word(this.isOfKnown() ? 'share.known' : 'layers.share'),
          numeric: true,
          cell: (block) =>
            block.values[this.measure] === null
              ? word('unknown')
              : formatShare(sizeOf(block, this.measure), whole),
        },
      ],
      rows,
    );
  }
}

/** The opened blocks as the page kept them. */
function keptPath(): readonly number[] {
  const kept = remembered('blocks');
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'number') : [];
}

/** Ids of the blocks to open from one down to another, that one included; undefined when it is not inside. */
function wayTo(from: BlockView, id: number): number[] | undefined {
  if (from.id === id) return [];
  for (const child of from.children) {
    const rest = wayTo(child, id);
    if (rest) return [child.id, ...rest];
  }
  return undefined;
}

function find(root: BlockView, id: number | undefined): BlockView | undefined {
  if (id === undefined) return undefined;
  if (root.id === id) return root;
  for (const child of root.children) {
    const found = find(child, id);
    if (found) return found;
  }
  return undefined;
}
