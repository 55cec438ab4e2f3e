import './roofline.css';
import type { FigureView } from '../../../src/core/views/page/figureView';
import type { RooflineView } from '../../../src/core/views/page/rooflineView';
import { formatInteger } from '../../../src/core/views/format';
import { ChartCard } from '../chartCard';
import { element } from '../dom';
import { figureText } from '../figures/figureName';
import { deviceHint } from '../scenario/deviceHint';
import type { PageState, Section } from '../section';
import { word, wordOr } from '../words';
import { drawScatter } from './scatter';
import { pointTable } from './pointTable';

/** Height of the picture, px: as much as the map of blocks beside it leaves. */
const height = (width: number) => Math.round(Math.min(300, Math.max(190, width * 0.55)));

/** Where the time goes on the chosen device: each operator by intensity and share of time, compute- or memory-bound. */
export class Roofline implements Section {
  readonly element: HTMLElement;
  private readonly card: ChartCard;
  private readonly figures = element('dl', { class: 'facts' });
  private readonly empty = deviceHint(word('roofline.noDevice'));
  private readonly unknown = element('p', { class: 'subtle', text: word('roofline.unknown') });
  private readonly counted = element('p', { class: 'subtle' });
  private readonly notes = element('ul', { class: 'notes subtle' });
  private readonly rests = element(
    'details',
    {},
    element('summary', { class: 'subtle', text: word('roofline.rests') }),
    this.notes,
  );
  private view: RooflineView | undefined;

  constructor() {
    this.card = new ChartCard('roofline', {
      name: 'roofline',
      draw: (width) => {
        if (this.view) this.card.picture.replaceChildren(drawScatter(this.view, width, height(width)));
      },
      table: () => pointTable(this.view!),
      empty: () => !this.view,
    });
    this.card.picture.before(this.empty, this.unknown, this.figures);
    this.card.element.append(this.counted, this.rests);
    this.element = this.card.element;
  }

  update({ head, view: { roofline, scenario } }: PageState): void {
    this.view = roofline;
    // Times are of one phase: a model that generates has two.
    this.card.title.textContent = [
      word('roofline.title'),
      ...(roofline && head.decodes ? [word(`group.${scenario.phase}`)] : []),
    ].join(' · ');
    const chosen = scenario.device !== undefined;
    this.empty.hidden = roofline !== undefined || chosen;
    this.unknown.hidden = roofline !== undefined || !chosen;
    this.element.classList.toggle('empty', roofline === undefined);
    this.element.parentElement?.classList.toggle('without-times', roofline === undefined);
    this.figures.hidden = this.rests.hidden = roofline === undefined;
    this.card.update();
    if (!roofline) {
      this.card.picture.hidden = this.counted.hidden = true;
      return;
    }
    this.figures.replaceChildren(...roofline.figures.map(factOf));
    const { known, all, device } = roofline;
    this.counted.hidden = known === all;
    this.counted.textContent = word('roofline.counted', formatInteger(known), formatInteger(all), device);
    this.notes.replaceChildren(...roofline.assumptions.map((text) => element('li', { text })));
  }
}

/** A figure whose sign says what it is; a voice says the word, the mouse reads why. */
function factOf(figure: FigureView): HTMLElement {
  const says = word(`certainty.${figure.certainty}`);
  return element(
    'div',
    { title: [figure.formula, figure.reason && `${says}: ${figure.reason}`].filter(Boolean).join('\n') },
    element('dt', { text: wordOr(`figure.${figure.id}`, figure.id) }),
    element(
      'dd',
      {},
      element('strong', { text: figureText(figure) }),
      element('span', { class: 'unseen', text: ` ${says}` }),
    ),
  );
}
