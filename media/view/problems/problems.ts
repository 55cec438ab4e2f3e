import './problems.css';
import type { ProblemView } from '../../../src/core/views/page/pageView';
import { element } from '../dom';
import { ask } from '../host';
import type { PageState, Section } from '../section';
import { word, wordOr } from '../words';

/** Lines shown before a person asks for more. */
const FIRST = 12;
/** The worst first; what is only assumed last. */
const rank = ({ severity }: ProblemView) => (severity === 'error' ? 0 : severity === 'warning' ? 1 : 2);
const SIGNS: Readonly<Record<string, string>> = { error: '✕', warning: '!' };

/** What is wrong with the file and what the figures rest on; the worst first. */
export class Problems implements Section {
  readonly element: HTMLElement;
  private readonly list = element('ul', { class: 'problems' });
  private readonly more = element('button', { class: 'secondary' });
  private readonly message = element('p', { class: 'section-message', role: 'alert' });
  private all = false;
  private shown = '';
  private state: PageState | undefined;

  constructor() {
    this.more.addEventListener('click', () => {
      this.all = true;
      this.draw();
    });
    this.element = element(
      'section',
      { class: 'card' },
      element('h2', { text: word('problems.title') }),
      this.message,
      this.list,
      this.more,
    );
    this.element.id = 'problems';
    this.element.tabIndex = -1;
  }

  update(state: PageState): void {
    this.state = state;
    this.draw();
  }

  private draw(): void {
    if (!this.state) return;
    const { head, view } = this.state;
    const all = [...head.problems, ...view.assumptions].sort((a, b) => rank(a) - rank(b));
    this.element.hidden = all.length === 0;
    const lines = this.all ? all : all.slice(0, FIRST);
    this.more.hidden = lines.length === all.length;
    this.more.textContent = word('problems.more', String(all.length - lines.length));
    const key = JSON.stringify([lines, head.hasText]);
    if (key === this.shown) return;
    this.shown = key;
    this.list.replaceChildren(...lines.map((problem) => this.line(problem, head.hasText)));
  }

  private line(problem: ProblemView, hasText: boolean): HTMLElement {
    const { severity, message, offset } = problem;
    const sign = element('span', { class: 'sign', text: SIGNS[severity] ?? '≈' });
    sign.setAttribute('aria-hidden', 'true');
    const line = element(
      'li',
      {},
      element(
        'span',
        { class: `severity ${severity}` },
        sign,
        element('span', { text: wordOr(`severity.${severity}`, severity) }),
      ),
      element('span', { class: 'problem-text', text: message }),
    );
    if (hasText && offset !== undefined) {
      const go = element('button', { class: 'link', text: word('problems.goTo') });
      go.addEventListener('click', () => {
        ask('reveal', { label: message, offset }).catch(
          (error: unknown) => (this.message.textContent = (error as Error).message),
        );
      });
      line.append(go);
    }
    return line;
  }
}
