import './precisions.css';
import type { PrecisionBar } from '../../../src/core/views/page/precisionBars';
import { ChartCard } from '../chartCard';
import { certaintyMark } from '../certainty';
import { element, table } from '../dom';
import { changeScenario } from '../following';
import { deviceHint } from '../scenario/deviceHint';
import type { PageState, Section } from '../section';
import { reworded, word } from '../words';
import { drawBars } from './bars';

/** Bars shown before a person asks for more. */
const FIRST = 8;

/** Memory at each weight precision against the device's: which would fit. A bar chooses its precision for all views. */
export class Precisions implements Section {
  readonly element: HTMLElement;
  private readonly card: ChartCard;
  private readonly more = element('button', { class: 'link' });
  private readonly empty = deviceHint(word('precisions.noDevice'));
  private state: PageState | undefined;
  private all = false;

  constructor() {
    this.card = new ChartCard('precisions', {
      name: 'precisions',
      draw: (width) => this.draw(width),
      table: () => this.table(),
      empty: () => !this.state?.view.precisions.length,
    });
    this.card.title.textContent = word('precisions.title');
    this.more.addEventListener('click', () => {
      this.all = !this.all;
      this.card.update();
    });
    this.card.element.append(element('div', { class: 'bars-end' }, this.more, this.empty));
    this.element = this.card.element;
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('click', (event) => {
      const id = (event.target as Element).closest<SVGElement>('[data-precision]')?.dataset['precision'];
      if (id !== undefined) changeScenario({ weights: id });
    });
  }

  update(state: PageState): void {
    this.state = state;
    this.card.update();
    const { precisions } = state.view;
    this.element.hidden = precisions.length === 0;
    this.empty.hidden = state.view.scenario.device !== undefined;
    this.more.hidden = precisions.length <= FIRST;
    this.more.textContent = this.all
      ? word('precisions.fewer')
      : word('precisions.more', String(precisions.length));
  }

  /** The first few, the chosen one among them. */
  /** The bars under names in the page's language. */
  private named(): readonly PrecisionBar[] {
    const bars = this.state?.view.precisions ?? [];
    return bars.map((bar) => ({ ...bar, name: reworded('choice', bar.name) }));
  }

  private bars(): readonly PrecisionBar[] {
    const bars = this.named();
    return this.all ? bars : bars.filter((bar, i) => i < FIRST || bar.chosen);
  }

  private draw(width: number): void {
    if (!this.state) return;
    const { picture } = this.card;
    const focused = (document.activeElement as SVGElement | null)?.dataset['precision'];
    const inside = picture.contains(document.activeElement);
    picture.replaceChildren(drawBars(this.bars(), this.state.view.memory?.device, width));
    if (inside && focused !== undefined) this.focus(focused);
  }

  private focus(id: string): void {
    this.card.picture
      .querySelector<SVGElement>(`[data-precision="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true });
  }

  /** Arrows move between bars as between radio buttons: what is moved to is chosen. */
  private key(event: KeyboardEvent): void {
    const id = (event.target as SVGElement).dataset['precision'];
    const bars = this.bars();
    const at = bars.findIndex((bar) => bar.id === id);
    if (at < 0) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next =
      step === undefined
        ? event.key === ' ' || event.key === 'Enter'
          ? bars[at]
          : undefined
        : bars[(at + step + bars.length) % bars.length];
    if (!next) return;
    event.preventDefault();
    this.focus(next.id);
    changeScenario({ weights: next.id });
  }

  private table(): HTMLElement {
    const bars = this.named();
    const figure = (of: PrecisionBar['total']) =>
      element(
        'span',
        { title: of.reason || of.formula },
        element('span', { text: `${of.text} ` }),
        certaintyMark(of.certainty, of.reason),
      );
    return table<PrecisionBar>(
      [
        { title: word('precisions.name'), cell: (bar) => bar.name },
        {
          title: word('precisions.bits'),
          numeric: true,
          cell: (bar) => bar.bits?.toString() ?? word('unknown'),
        },
        { title: word('precisions.weights'), numeric: true, cell: (bar) => figure(bar.weights) },
        { title: word('precisions.total'), numeric: true, cell: (bar) => figure(bar.total) },
        { title: word('precisions.fit'), cell: (bar) => (bar.fit ? word(`fit.${bar.fit}`) : '–') },
      ],
      bars,
    );
  }
}
