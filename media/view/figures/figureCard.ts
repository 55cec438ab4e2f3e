import type { FigureView } from '../../../src/core/views/page/figureView';
import { certaintyMark } from '../certainty';
import { copyButton } from '../copyButton';
import { element } from '../dom';
import { reworded, word } from '../words';
import { figureName, figureText, wholeText } from './figureName';

/**
 * One headline figure: name, value, how far it can be trusted. A click opens how it comes about; the buttons for that and
 * for a copy show themselves to the mouse and the focus.
 */
export class FigureCard {
  readonly element: HTMLElement;
  /** Opens and closes the detail. */
  readonly how = element('button', { class: 'link how', text: word('figures.how') });
  private readonly name = element('h2');
  private readonly value = element('p', { class: 'value' });
  private readonly detail = element('p', { class: 'subtle detail' });
  private readonly copy: HTMLButtonElement;
  private shown = '';

  constructor(
    private figure: FigureView,
    verdict = '',
  ) {
    this.how.setAttribute('aria-expanded', 'false');
    this.copy = copyButton(word('copy'), () => ({ text: wholeText(this.figure) }));
    this.element = element(
      'article',
      { class: 'card figure' },
      this.name,
      this.value,
      this.detail,
      element('div', { class: 'figure-actions' }, this.how, this.copy),
    );
    this.element.addEventListener('click', (event) => {
      // A hand that marks the number wants to copy it, not to open anything.
      if ((event.target as Element).closest('button') || window.getSelection()?.isCollapsed === false) return;
      this.how.click();
    });
    this.update(figure, verdict);
  }

  /** Shows a figure; `verdict` is what a person concludes from it: `fits`. */
  update(figure: FigureView, verdict = ''): void {
    this.figure = figure;
    // What has not changed is left alone.
    const state = [figure.id, figure.text, figure.certainty, figure.reason, verdict].join('\n');
    if (state === this.shown) return;
    this.shown = state;
    const name = figureName(figure);
    this.element.dataset['figure'] = figure.id;
    this.name.textContent = name;
    // Its name says that it is of a token.
    this.value.textContent = figureText(figure).replace(/\/token$/, '');
    this.value.title = figure.formula;
    this.value.classList.toggle('unknown', figure.value === null);
    this.detail.replaceChildren(certaintyMark(figure.certainty, figure.reason));
    // All digits of a number say something where it is exact only.
    const exact =
      figure.certainty === 'exact' ? reworded('whole', figure.whole.replace(/ parameters$/, '')) : '';
    const beside = figure.value === null ? figure.reason : verdict || exact;
    if (beside !== '') this.detail.append(element('span', { class: 'whole', text: beside, title: beside }));
    this.how.setAttribute('aria-label', word('figures.howOf', name));
    this.copy.setAttribute('aria-label', word('copyOf', name));
  }
}
