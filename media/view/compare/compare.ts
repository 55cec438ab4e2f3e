import './compare.css';
import type { ComparedFigure, Comparison } from '../../../src/core/views/page/comparison';
import type { FigureView } from '../../../src/core/views/page/figureView';
import { element } from '../dom';
import { setByteUnits } from '../../../src/core/locale';
import { figureText } from '../figures/figureName';
import { ask, remember } from '../host';
import { word, wordOr } from '../words';

/** Models side by side under one scenario: what differs first, the rest on demand. */
export class Compare {
  readonly element = element('div', { class: 'compare' });
  private readonly message = element('p', { class: 'section-message', role: 'status' });
  private readonly body = element('div', { class: 'compare-body' });
  private equal = false;
  private shown: Comparison | undefined;

  constructor() {
    const add = element('button', { text: word('compare.add') });
    add.addEventListener('click', () => this.act(ask('compareAdd', null)));
    this.element.append(
      element('header', {}, element('h1', { text: word('compare.title') }), add),
      this.message,
      this.body,
    );
  }

  /** Asks for the rows and shows them; the last ones stay meanwhile. */
  async load(): Promise<void> {
    try {
      const { units, ...shown } = await ask('comparison', null);
      setByteUnits(units);
      remember(
        'uris',
        shown.models.map((model) => model.uri),
      );
      this.shown = shown;
      this.message.textContent = '';
      this.draw(this.shown);
    } catch (error) {
      this.message.textContent = (error as Error).message;
    }
  }

  private act(done: Promise<unknown>): void {
    done.catch((error: unknown) => {
      this.message.textContent = (error as Error).message;
    });
  }

  private draw(view: Comparison): void {
    const different = view.rows.filter((row) => row.differs);
    const same = view.rows.filter((row) => !row.differs);
    const toggle = element('button', {
      class: 'link',
      text: word(this.equal ? 'compare.hideEqual' : 'compare.showEqual', String(same.length)),
    });
    toggle.setAttribute('aria-expanded', String(this.equal));
    toggle.addEventListener('click', () => {
      this.equal = !this.equal;
      this.draw(view);
    });
    this.body.replaceChildren(
      this.table(view, different, word('compare.different')),
      ...(same.length === 0 ? [] : [toggle]),
      ...(this.equal ? [this.table(view, same, word('compare.equal'))] : []),
    );
  }

  private table(view: Comparison, rows: readonly ComparedFigure[], title: string): HTMLElement {
    const head = element('tr', {}, element('th', { text: title, scope: 'col' }));
    for (const model of view.models) {
      const remove = element('button', { class: 'link', text: word('compare.remove') });
      remove.setAttribute('aria-label', word('compare.removeModel', model.title));
      remove.addEventListener('click', () => this.act(ask('compareRemove', { uri: model.uri })));
      head.append(
        element(
          'th',
          { scope: 'col', title: model.uri },
          element('span', { class: 'model', text: model.title }),
          element('span', { class: 'subtle', text: model.problem ?? model.format }),
          view.models.length > 1 ? remove : undefined,
        ),
      );
    }
    const body = element('tbody');
    let group = '';
    for (const row of rows) {
      if (row.group !== group) {
        group = row.group;
        const name = element('th', {
          class: 'group',
          scope: 'rowgroup',
          text: wordOr(`group.${group}`, group),
        });
        name.colSpan = view.models.length + 1;
        body.append(element('tr', {}, name));
      }
      const line = element(
        'tr',
        {},
        element('th', { scope: 'row', text: wordOr(`figure.${row.id}`, row.id) }),
      );
      row.values.forEach((value, at) => line.append(cell(value, row.ratios[at] ?? '')));
      body.append(line);
    }
    const card = element(
      'div',
      { class: 'card compare-table' },
      rows.length === 0
        ? element('p', { class: 'subtle', text: word('compare.nothingDiffers') })
        : element('table', {}, element('thead', {}, head), body),
    );
    card.style.setProperty('--models', String(view.models.length));
    return card;
  }
}

function cell(value: FigureView | string, ratio: string): HTMLElement {
  // What a model does not have is not an empty place.
  if (value === '') return element('td', { class: 'absent', text: '–' });
  if (typeof value === 'string') return element('td', { text: value });
  const why = value.reason === '' ? '' : `${word(`certainty.${value.certainty}`)}: ${value.reason}`;
  const shown = element('span', { class: 'compared' }, element('span', { text: figureText(value) }));
  // The sign before a value says it to the eye; a voice says the word.
  if (value.certainty !== 'exact' && value.certainty !== 'unknown')
    shown.append(element('span', { class: 'unseen', text: ` ${word(`certainty.${value.certainty}`)}` }));
  if (ratio !== '') shown.append(element('span', { class: 'subtle ratio', text: ` ${ratio}` }));
  return element(
    'td',
    { class: 'numeric', title: [value.whole, value.formula, why].filter(Boolean).join('\n') },
    shown,
  );
}
