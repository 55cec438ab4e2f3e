import './header.css';
import { element } from '../dom';
import { copyButton } from '../copyButton';
import { ask } from '../host';
import { menuButton } from '../menu';
import type { PageState, Section } from '../section';
import { word } from '../words';

/** What the page is about, and what can be done with all of it. */
export class Header implements Section {
  readonly element: HTMLElement;
  private readonly title = element('h1');
  private readonly subtitle = element('p', { class: 'subtle subtitle' });
  private readonly problems = element('a', { class: 'problem-count' });
  private readonly text: HTMLButtonElement;
  private readonly message = element('p', { class: 'section-message', role: 'status' });
  private name = '';

  constructor() {
    const act = (kind: string, title: string, work: () => Promise<unknown>) => {
      const button = element('button', { class: kind, text: title });
      button.addEventListener('click', () => this.tell(work()));
      return button;
    };
    this.text = act('secondary', word('header.text'), () => ask('reveal', { label: this.name, offset: 0 }));
    this.problems.href = '#problems';
    this.element = element(
      'header',
      { class: 'page-head' },
      element('div', { class: 'titles' }, this.title, this.subtitle),
      element(
        'div',
        { class: 'actions' },
        this.problems,
        act('secondary', word('header.compare'), () => ask('compare', null)),
        menuButton(
          word('header.export'),
          (['markdown', 'json', 'csv'] as const).map((format) => ({
            title: word(`export.${format}`),
            act: () => this.tell(ask('save', { format, name: this.name })),
          })),
        ),
        act('secondary', word('header.report'), () => ask('showReport', null)),
        this.text,
        copyButton(word('header.copyReport'), () => ({ what: 'report' }), 'primary'),
      ),
      this.message,
    );
  }

  update({ head, view }: PageState): void {
    this.name = head.title;
    this.title.textContent = head.title;
    this.title.title = head.path;
    this.subtitle.textContent = head.subtitle;
    this.text.hidden = !head.hasText;
    const serious = [...head.problems, ...view.assumptions].filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    ).length;
    this.problems.hidden = serious === 0;
    this.problems.textContent =
      serious === 1 ? word('header.problem') : word('header.problems', String(serious));
  }

  private tell(work: Promise<unknown>): void {
    work.then(
      () => (this.message.textContent = ''),
      (error: unknown) => (this.message.textContent = (error as Error).message),
    );
  }
}
