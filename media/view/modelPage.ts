import type { PageHead, PartialView } from '../../src/core/views/page/pageView';
import type { PageNotice } from '../../src/protocol/pageAsks';
import { setByteUnits } from '../../src/core/locale';
import { element } from './dom';
import { changing, onView } from './following';
import { ask, onNotice, remember, remembered } from './host';
import { scenes } from './scenes';
import type { Layers } from './layers/layers';
import { Stage } from './stage';
import { word, wordsAsked } from './words';

/** The page of one model: reads once, then follows the scenario and the file, section by section in place. */
export class ModelPage {
  private head: PageHead | undefined;
  private stage: Stage | undefined;
  private layers: Layers | undefined;
  private asked = 0;

  constructor(private readonly page: HTMLElement) {
    page.classList.add('model');
    onNotice((notice) => this.noticed(notice));
    onView(
      (view) => {
        if (this.head) this.draw(this.head, view);
      },
      () => this.stage?.seen() ?? [],
    );
  }

  /** Reads the file and shows it, or the one sentence that says why not. A later call wins; the last good page stays. */
  async open(): Promise<void> {
    const mine = ++this.asked;
    // The headline is answered first, unless the page goes back to a place further down.
    const parts = this.stage?.seen() ?? (scrolled() === undefined ? [] : undefined);
    const opening = ask('open', null, parts);
    // Its error is taken below.
    opening.catch(() => undefined);
    // Not even the first line is in another language.
    await wordsAsked();
    if (!this.head && mine === this.asked) this.showReading(word('reading'));
    try {
      const { head, view, units, uri } = await opening;
      if (mine !== this.asked) return;
      remember('uri', uri);
      setByteUnits(units);
      this.draw(head, view);
    } catch (error) {
      if (mine === this.asked) this.showMessage((error as Error).message);
    }
  }

  /** Shows a state: every section updates itself in place, what is seen first. */
  private draw(head: PageHead, view: PartialView): void {
    this.head = head;
    if (this.stage) {
      this.stage.show(head, view);
      return;
    }
    this.page.replaceChildren();
    this.stage = new Stage(
      this.page,
      scenes((layers) => (this.layers = layers)),
      { more: (parts) => ask('view', null, parts), changing },
    );
    this.stage.show(head, view, scrolled() !== undefined);
    this.restoreScroll();
  }

  private noticed(notice: PageNotice): void {
    if (notice.notice === 'changed') void this.open();
    else if (notice.notice === 'scenario') void this.view();
    else if (notice.notice === 'show') void this.showRow(notice.row, notice.open);
    else if (!this.head && this.page.querySelector('.reading'))
      this.showReading(word('readingShare', `${Math.round(100 * notice.share)} %`));
  }

  /** Shows a row that another view asks for: the table comes into sight, and the row in it. */
  private async showRow(row: string, open: readonly number[]): Promise<void> {
    await this.stage?.settled();
    await this.layers?.showRow(row, open);
    this.layers?.element.scrollIntoView({ block: 'start' });
  }

  private async view(): Promise<void> {
    const mine = this.asked;
    // While this page's own change is on its way, its answer is the last word.
    if (!this.head || changing()) return;
    const view = await ask('view', null, this.stage?.seen()).catch(() => undefined);
    if (view && mine === this.asked) this.draw(this.head, view);
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
    this.stage?.end();
    this.stage = undefined;
    this.layers = undefined;
    this.head = undefined;
    this.page.replaceChildren(
      element('div', { class: 'message alert', role: 'alert' }, element('h1', { text })),
      again,
    );
  }

  private restoreScroll(): void {
    const y = scrolled();
    if (y !== undefined) requestAnimationFrame(() => window.scrollTo(0, y));
    window.addEventListener('scrollend', () => remember('scroll', window.scrollY));
  }
}

/** How far down the page was when it was hidden, px; undefined at its top. */
function scrolled(): number | undefined {
  const y = remembered('scroll');
  return typeof y === 'number' && y > 0 ? y : undefined;
}
