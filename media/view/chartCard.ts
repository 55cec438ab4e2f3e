import { element } from './dom';
import { remember, remembered } from './host';
import { menuButton } from './menu';
import { savePicture } from './picture/savePicture';
import { word } from './words';

/** What a card of a picture needs of its section. */
export interface ChartParts {
  /** Names the files that are saved. */
  readonly name: string;
  /** Draws the picture at this width, px. */
  draw(width: number): void;
  /** The same as a table. */
  table(): HTMLElement;
  /** Whether there is nothing to show. */
  empty(): boolean;
}

/** The least change of width that is drawn anew for, px. */
const LEAST_CHANGE = 1;

/** A card with a picture drawn at its own width, which can be read as a table and saved. */
export class ChartCard {
  readonly element: HTMLElement;
  readonly title = element('h2');
  /** For further controls, between the heading and the card's own buttons. */
  readonly controls = element('div', { class: 'chart-controls' });
  readonly picture = element('div', { class: 'chart-picture' });
  private readonly holder = element('div', { class: 'chart-table scrolls' });
  private readonly toggle = element('button', { class: 'link toggle', text: word('asTable') });
  private readonly message = element('p', { class: 'section-message', role: 'status' });
  private readonly save: HTMLElement;
  private width = 0;
  private asTable: boolean;

  constructor(
    kind: string,
    private readonly parts: ChartParts,
  ) {
    const kept = `${kind}AsTable`;
    this.asTable = remembered(kept) === true;
    const save = (format: 'svg' | 'png') => () => {
      const drawn = this.picture.querySelector('svg');
      if (drawn)
        savePicture(drawn, parts.name, format).then(
          () => (this.message.textContent = ''),
          (error: unknown) => (this.message.textContent = (error as Error).message),
        );
    };
    this.toggle.addEventListener('click', () => {
      this.asTable = !this.asTable;
      remember(kept, this.asTable || undefined);
      this.update();
    });
    this.save = menuButton(
      word('save'),
      (['svg', 'png'] as const).map((format) => ({ title: word(`save.${format}`), act: save(format) })),
      'link',
    );
    this.holder.tabIndex = 0;
    this.element = element(
      'section',
      { class: `card chart-card ${kind}` },
      element(
        'div',
        { class: 'section-head' },
        this.title,
        element('div', { class: 'chart-actions' }, this.controls, this.toggle, this.save),
      ),
      this.message,
      this.picture,
      this.holder,
    );
    new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === 0 || Math.abs(width - this.width) < LEAST_CHANGE) return;
      this.width = width;
      if (!this.asTable) parts.draw(width);
    }).observe(this.picture);
  }

  /** Shows what there is now, as a picture or as a table. */
  update(): void {
    const empty = this.parts.empty();
    const asTable = this.asTable && !empty;
    this.toggle.setAttribute('aria-pressed', String(asTable));
    this.toggle.hidden = this.save.hidden = empty;
    const saves = word('saveOf', this.title.textContent ?? '');
    for (const part of this.save.querySelectorAll('[aria-haspopup], [role=menu]'))
      part.setAttribute('aria-label', saves);
    this.picture.hidden = asTable || empty;
    this.holder.hidden = !asTable;
    if (asTable) {
      this.holder.setAttribute('role', 'region');
      this.holder.setAttribute('aria-label', this.title.textContent ?? '');
      const { scrollTop } = this.holder;
      this.holder.replaceChildren(this.parts.table());
      this.holder.scrollTop = scrollTop;
    } else {
      this.holder.replaceChildren();
      // A hidden picture has no width; it is drawn when it is seen.
      if (this.width > 0) this.parts.draw(this.width);
    }
  }
}
