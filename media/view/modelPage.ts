import type { PageNotice } from '../../src/protocol/pageAsks';
import { setByteUnits, setLocale } from '../../src/core/locale';
import { element } from './dom';
import { changing, onView } from './following';
import { ask, onNotice, remember, remembered } from './host';
import type { PageState } from './section';
import { makeSections } from './sections';
import { useWords, word } from './words';

/** The page of one model: reads once, then follows the scenario and the file, section by section in place. */
export class ModelPage {
  private state: PageState | undefined;
  private parts: ReturnType<typeof makeSections> | undefined;
  private asked = 0;

  constructor(private readonly page: HTMLElement) {
    page.classList.add('model');
    onNotice((notice) => this.noticed(notice));
    onView((view) => {
      if (this.state) this.draw({ head: this.state.head, view });
    });
  }

  /** Reads the file and shows it, or the one sentence that says why not. A later call wins; the last good page stays. */
  async open(): Promise<void> {
    const mine = ++this.asked;
    if (!this.state) this.showReading(word('reading'));
    try {
      const { head, view, locale, units, strings, uri } = await ask('open', null);
      if (mine !== this.asked) return;
      remember('uri', uri);
      setLocale(locale);
      setByteUnits(units);
      useWords(strings);
      this.draw({ head, view });
    } catch (error) {
      if (mine === this.asked) this.showMessage((error as Error).message);
    }
  }

  /** Shows a state: every section updates itself in place. */
  private draw(state: PageState): void {
    this.state = state;
    if (!this.parts) {
      this.parts = makeSections();
      this.page.replaceChildren(...this.parts.sections.map((section) => section.element));
      this.restoreScroll();
    }
    for (const section of this.parts.sections) section.update(state);
  }

  private noticed(notice: PageNotice): void {
    if (notice.notice === 'changed') void this.open();
    else if (notice.notice === 'scenario') void this.view();
    else if (notice.notice === 'show') void this.showRow(notice.row, notice.open);
    else if (!this.state) this.showReading(word('readingShare', `${Math.round(100 * notice.share)} %`));
  }

  /** Shows a row that another view asks for: the table comes into sight, and the row in it. */
  private async showRow(row: string, open: readonly number[]): Promise<void> {
    const layers = this.parts?.layers;
    await layers?.showRow(row, open);
    layers?.element.scrollIntoView({ block: 'start' });
  }

  private async view(): Promise<void> {
    const mine = this.asked;
    // While this page's own change is on its way, its answer is the last word.
    if (!this.state || changing()) return;
    const { head } = this.state;
    const view = await ask('view', null).catch(() => undefined);
    if (view && mine === this.asked) this.draw({ head, view });
  }

  private showReading(text: string): void {
    const line = this.page.querySelector('.reading');
    if (line) {
      line.textContent = text;
      return;
    }
    const cancel = element('button', { class: 'secondary', text: word('cancel') });
    cancel.addEventListener('click', () => void ask('cancel', null));
    this.page.replaceChildren(
      element(
        'div',
        { class: 'message status' },
        element('h1', {}, element('span', { class: 'reading', role: 'status', text })),
      ),
      cancel,
    );
  }

  private showMessage(text: string): void {
    const again = element('button', { class: 'secondary', text: word('again') });
    again.addEventListener('click', () => void this.open());
    this.parts = undefined;
    this.state = undefined;
    this.page.replaceChildren(
      element('div', { class: 'message alert', role: 'alert' }, element('h1', { text })),
      again,
    );
  }

  private restoreScroll(): void {
    const y = remembered('scroll');
    if (typeof y === 'number') requestAnimationFrame(() => window.scrollTo(0, y));
    window.addEventListener('scrollend', () => remember('scroll', window.scrollY));
  }
}
