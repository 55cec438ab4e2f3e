import './figures.css';
import { element } from '../dom';
import type { PageState, Section } from '../section';
import { word } from '../words';
import { FigureCard } from './figureCard';
import { figureDetail } from './figureDetail';

/** The headline: five figures at most, and beneath them, on demand, how one of them comes about. */
export class Figures implements Section {
  readonly element: HTMLElement;
  private readonly row = element('div', { class: 'figures' });
  private readonly detail = element('div', { class: 'card figure-detail' });
  private readonly message = element('p', { class: 'section-message', role: 'alert' });
  private readonly cards: FigureCard[] = [];
  private state: PageState | undefined;
  /** Place of the figure whose detail is open. */
  private open: number | undefined;
  private shown = '';

  constructor() {
    this.detail.id = 'figure-detail';
    this.detail.hidden = true;
    this.element = element('section', { class: 'headline' }, this.row, this.detail, this.message);
    this.element.setAttribute('aria-label', word('figures.title'));
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.open === undefined) return;
      const card = this.cards[this.open];
      this.show(undefined);
      card?.how.focus();
    });
  }

  update(state: PageState): void {
    this.state = state;
    const { headline } = state.view;
    while (this.cards.length > headline.length) this.cards.pop()?.element.remove();
    for (const [i, figure] of headline.entries()) {
      const card = this.cards[i];
      const verdict = figure.id === 'memory.total' ? verdictOf(state) : '';
      if (card) card.update(figure, verdict);
      else {
        const made = new FigureCard(figure, verdict);
        made.how.setAttribute('aria-controls', this.detail.id);
        made.how.addEventListener('click', () => this.show(this.open === i ? undefined : i));
        this.cards.push(made);
        this.row.append(made.element);
      }
    }
    if (this.open !== undefined) this.show(this.open);
  }

  private show(place: number | undefined): void {
    const figure = place === undefined ? undefined : this.state?.view.headline[place];
    this.open = figure ? place : undefined;
    this.detail.hidden = figure === undefined;
    for (const [i, card] of this.cards.entries()) {
      card.how.setAttribute('aria-expanded', String(i === this.open));
      card.element.classList.toggle('open', i === this.open);
    }
    // What has not changed is left alone, the focus in it too.
    const key = figure ? JSON.stringify(figure) : '';
    if (key === this.shown) return;
    this.shown = key;
    if (figure)
      this.detail.replaceChildren(
        figureDetail(figure, this.state?.head.hasText ?? false, (text) => (this.message.textContent = text)),
      );
  }
}

/** Whether the scenario fits the chosen device; '' without a device, and where it cannot be told. */
function verdictOf({ view: { fit } }: PageState): string {
  return fit && fit !== 'unknown' ? word(`fit.${fit}`) : '';
}
