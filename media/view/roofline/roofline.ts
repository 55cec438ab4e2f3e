import './roofline.css';
import type { RooflineView } from '../../../src/core/views/page/rooflineView';
import { formatInteger } from '../../../src/core/views/format';
import { certaintyMark } from '../certainty';
import { element } from '../dom';
import { figureText } from '../figures/figureName';
import type { PageState, Section } from '../section';
import { word, wordOr } from '../words';
import { drawScatter } from './scatter';
import { pointTable } from './pointTable';

/** Where the time goes on the chosen device: each operator by intensity and share of time, compute- or memory-bound. */
export class Roofline implements Section {
  readonly element: HTMLElement;
  private readonly picture = element('div', { class: 'roofline-picture' });
  private readonly figures = element('dl', { class: 'facts' });
  private readonly notes = element('ul', { class: 'notes subtle' });
  private readonly rests = element(
    'details',
    {},
    element('summary', { class: 'subtle', text: word('roofline.rests') }),
    this.notes,
  );
  private readonly asTable = element('button', { class: 'link', text: word('asTable') });
  private table = false;
  private view: RooflineView | undefined;

  constructor() {
    this.asTable.setAttribute('aria-pressed', 'false');
    this.asTable.addEventListener('click', () => {
      this.table = !this.table;
      this.asTable.setAttribute('aria-pressed', String(this.table));
      this.draw();
    });
    this.element = element(
      'section',
      { class: 'card roofline' },
      element(
        'div',
        { class: 'section-head' },
        element('h2', { text: word('roofline.title') }),
        this.asTable,
      ),
      this.figures,
      this.picture,
      this.rests,
    );
  }

  update({ view }: PageState): void {
    this.view = view.roofline;
    this.draw();
  }

  private draw(): void {
    const { view } = this;
    this.asTable.hidden = this.rests.hidden = view === undefined;
    if (!view) {
      this.figures.replaceChildren();
      this.notes.replaceChildren();
      this.picture.replaceChildren(element('p', { class: 'subtle', text: word('roofline.noDevice') }));
      return;
    }
    this.figures.replaceChildren(
      ...view.figures.map((f) =>
        element(
          'div',
          {},
          element('dt', { text: wordOr(`figure.${f.id}`, f.id) }),
          element(
            'dd',
            { title: f.formula },
            element('strong', { text: figureText(f) }),
            certaintyMark(f.certainty, f.reason),
          ),
        ),
      ),
    );
    const known = formatInteger(view.known);
    this.picture.replaceChildren(
      this.table ? pointTable(view) : drawScatter(view),
      element('p', {
        class: 'subtle',
        text: word('roofline.counted', known, formatInteger(view.all), view.device),
      }),
    );
    this.notes.replaceChildren(...view.assumptions.map((text) => element('li', { text })));
  }
}
