import type { FigureGroup, FigureView } from '../../../src/core/views/page/figureView';
import { certaintyLegend, certaintyMark } from '../certainty';
import { copyButton } from '../copyButton';
import { element } from '../dom';
import { remember, remembered } from '../host';
import type { PageState, Section } from '../section';
import { word, wordOr } from '../words';
import { figureDetail } from './figureDetail';
import { figureName, wholeText } from './figureName';

/** One line of the list of all figures, made once and updated in place. */
interface Line {
  readonly element: HTMLElement;
  update(figure: FigureView): void;
}

/** All figures in their groups, on demand; each opens to show how it comes about. */
export class AllFigures implements Section {
  readonly element: HTMLDetailsElement;
  private readonly body = element('div', { class: 'all-figures-body' });
  private readonly message = element('p', { class: 'section-message', role: 'alert' });
  private readonly lines = new Map<string, Line>();
  private state: PageState | undefined;
  private layout = '';

  constructor() {
    this.element = element(
      'details',
      { class: 'card all-figures' },
      element('summary', {}, element('h2', { text: word('figures.all') })),
      this.message,
      certaintyLegend(),
      this.body,
    );
    this.element.open = remembered('allFigures') === true;
    this.element.addEventListener('toggle', () => {
      remember('allFigures', this.element.open || undefined);
      this.draw();
    });
  }

  update(state: PageState): void {
    this.state = state;
    this.draw();
  }

  /** What is closed costs nothing. */
  private draw(): void {
    if (!this.state || !this.element.open) return;
    const { groups } = this.state.view;
    const layout = groups
      .map((group) => [group.id, ...group.figures.map(({ id }) => id)].join(' '))
      .join('\n');
    if (layout !== this.layout) {
      this.layout = layout;
      this.lines.clear();
      this.body.replaceChildren(...groups.map((group) => this.group(group)));
    }
    for (const group of groups)
      for (const figure of group.figures) this.lines.get(`${group.id} ${figure.id}`)?.update(figure);
  }

  private group(group: FigureGroup): HTMLElement {
    const made = element(
      'div',
      { class: 'figure-group' },
      element('h3', { text: wordOr(`group.${group.id}`, group.id) }),
    );
    for (const figure of group.figures) {
      const line = this.line(figure);
      this.lines.set(`${group.id} ${figure.id}`, line);
      made.append(line.element);
    }
    return made;
  }

  private line(first: FigureView): Line {
    let figure = first;
    const value = element('span', { class: 'line-value numbers' });
    const trust = element('span', { class: 'line-trust' });
    const detail = element('div', { class: 'line-detail' });
    const name = figureName(first);
    const fold = element(
      'details',
      { class: 'figure-line' },
      element('summary', {}, element('span', { class: 'line-name', text: name }), value, trust),
      detail,
    );
    let shown = '';
    const fill = () => {
      const key = JSON.stringify(figure);
      if (!fold.open || key === shown) return;
      shown = key;
      detail.replaceChildren(
        figureDetail(figure, this.state?.head.hasText ?? false, (text) => (this.message.textContent = text)),
      );
    };
    fold.addEventListener('toggle', fill);
    const copy = copyButton(word('copy'), () => ({ text: wholeText(figure) }), 'link', word('copyOf', name));
    return {
      element: element('div', { class: 'figure-line-holder' }, fold, copy),
      update: (next) => {
        figure = next;
        value.textContent = figure.text;
        trust.replaceChildren(certaintyMark(figure.certainty, figure.reason));
        fill();
      },
    };
  }
}
