import './search.css';
import type { Found } from '../../../src/protocol/pageAsks';
import { element } from '../dom';
import { ask } from '../host';
import { word } from '../words';

const TYPING_MS = 120;
let boxes = 0;

/** A field that finds blocks, operators, values, tensors and symbols by name; a hit leads to its row or its place. */
export class Search {
  readonly element: HTMLElement;
  private readonly field = element('input', { class: 'search-field' });
  private readonly list = element('ul', { class: 'search-hits', role: 'listbox' });
  private readonly id = `search-${boxes++}`;
  private hits: readonly Found[] = [];
  private active = -1;
  private asked = 0;
  private timer: number | undefined;

  constructor(private readonly go: (hit: Found) => void) {
    this.list.id = this.id;
    this.list.hidden = true;
    this.list.setAttribute('aria-label', word('search.hits'));
    this.field.type = 'search';
    this.field.placeholder = word('search.placeholder');
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-label', word('search.placeholder')],
      ['aria-controls', this.id],
      ['aria-expanded', 'false'],
      ['aria-autocomplete', 'list'],
    ] as const)
      this.field.setAttribute(name, value);
    this.field.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.look(), TYPING_MS);
    });
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.field.addEventListener('blur', () => this.show(false));
    // A press must not take the focus before the click is there.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const at = (event.target as HTMLElement).closest<HTMLElement>('li')?.dataset['at'];
      if (at !== undefined) this.choose(Number(at));
    });
    this.element = element('div', { class: 'search' }, this.field, this.list);
  }

  focus(): void {
    this.field.focus();
  }

  private async look(): Promise<void> {
    const mine = ++this.asked;
    const text = this.field.value.trim();
    if (text === '') {
      this.hits = [];
      this.show(false);
      return;
    }
    try {
      const hits = await ask('search', { text });
      if (mine !== this.asked) return;
      this.hits = hits;
      this.active = hits.length > 0 ? 0 : -1;
      this.draw(hits.length === 0 ? word('search.none') : undefined);
    } catch (error) {
      if (mine === this.asked) this.draw((error as Error).message);
    }
  }

  private draw(message: string | undefined): void {
    const rows = this.hits.map((hit, at) => {
      const row = element(
        'li',
        { role: 'option' },
        element('span', { class: 'kind', text: word(`search.${hit.kind}`) }),
        element('span', { class: 'hit-name', text: hit.name, title: hit.name }),
        element('span', { class: 'subtle', text: hit.detail }),
      );
      row.id = `${this.id}-${at}`;
      row.dataset['at'] = String(at);
      row.setAttribute('aria-selected', String(at === this.active));
      return row;
    });
    if (message !== undefined) {
      const none = element('li', { class: 'subtle', role: 'option', text: message });
      none.setAttribute('aria-disabled', 'true');
      rows.push(none);
    }
    this.list.replaceChildren(...rows);
    this.show(true);
    this.mark();
  }

  private show(open: boolean): void {
    this.list.hidden = !open;
    this.field.setAttribute('aria-expanded', String(open));
  }

  private mark(): void {
    for (const row of this.list.children)
      row.setAttribute('aria-selected', String((row as HTMLElement).dataset['at'] === String(this.active)));
    const row = document.getElementById(`${this.id}-${this.active}`);
    row?.scrollIntoView({ block: 'nearest' });
    if (row) this.field.setAttribute('aria-activedescendant', row.id);
    else this.field.removeAttribute('aria-activedescendant');
  }

  private choose(at: number): void {
    const hit = this.hits[at];
    if (!hit) return;
    this.show(false);
    this.go(hit);
  }

  private key(event: KeyboardEvent): void {
    const last = this.hits.length - 1;
    if (event.key === 'ArrowDown') this.active = Math.min(last, this.active + 1);
    else if (event.key === 'ArrowUp') this.active = Math.max(0, this.active - 1);
    else if (event.key === 'Enter') this.choose(this.active);
    else if (event.key === 'Escape' && !this.list.hidden) this.show(false);
    else return;
    event.preventDefault();
    this.mark();
  }
}
