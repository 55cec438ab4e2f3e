import './memory.css';
import type { MemoryCurve, MemoryPoint } from '../../../src/core/views/page/memoryCurve';
import { formatBytes, formatInteger } from '../../../src/core/views/format';
import type { WantedScenario } from '../../../src/core/scenario/checkScenario';
import { certaintyMark } from '../certainty';
import { ChartCard } from '../chartCard';
import { element, table } from '../dom';
import { changeScenario } from '../following';
import type { PageState, Section } from '../section';
import { word } from '../words';
import { CurvePicture } from './curvePicture';
import { PARTS, axisName, axisText, deviceLabel, nearestPoint, totalOf } from './parts';

/** Memory over the context (or what else may be chosen), part by part, and where it no longer fits. */
export class Memory implements Section {
  readonly element: HTMLElement;
  private readonly card: ChartCard;
  private readonly legend = element('dl', { class: 'legend numbers' });
  /** What the picture says itself is not said twice; a voice hears it here. */
  private readonly verdict = element('p', { class: 'verdict' });
  /** What the picture leaves out; an estimate's reason stands in the sum's title, as with every figure. */
  private readonly trust = element('p', { class: 'subtle trust' });
  private readonly drawn: CurvePicture;
  private curve: MemoryCurve | undefined;

  constructor() {
    this.drawn = new CurvePicture({
      choose: (at) => {
        if (this.curve) changeScenario(changeOf(this.curve, at));
      },
      read: (point) => this.read(point),
    });
    this.card = new ChartCard('memory', {
      name: 'memory',
      draw: (width) => {
        if (!this.curve) return;
        this.drawn.draw(this.curve, width);
        this.verdict.classList.toggle('unseen', this.drawn.saysFit);
      },
      table: () => pointTable(this.curve!),
      empty: () => !this.curve,
    });
    this.card.picture.append(this.drawn.element);
    this.card.element.append(this.legend, this.verdict, this.trust);
    this.element = this.card.element;
  }

  update({ view }: PageState): void {
    const { memory } = view;
    this.curve = memory && memory.points.length > 1 ? memory : undefined;
    // What does not change with any size has no curve: the bars of the precisions say all there is.
    this.element.hidden = this.curve === undefined;
    this.element.parentElement?.classList.toggle('without-curve', this.element.hidden);
    this.card.title.textContent = word('memory.title', axisName(memory?.axis ?? 'context'));
    this.card.update();
    if (!this.curve) return;
    this.read(undefined);
    this.sayVerdict(this.curve);
    const { certainty, reason } = this.curve;
    this.trust.hidden = certainty === 'exact' || certainty === 'estimated';
    this.trust.replaceChildren(certaintyMark(certainty));
    if (reason !== '') this.trust.append(` ${reason}`);
  }

  /** The legend is the read-out too: what each part is where the mouse is, or where the scenario stands. */
  private read(hovered: MemoryPoint | undefined): void {
    const { curve } = this;
    if (!curve) return;
    const point = hovered ?? nearestPoint(curve, curve.chosen);
    const entries = PARTS.filter((part) => curve.points.some((one) => one[part] > 0)).map((part) => {
      const mark = element('span', { class: `swatch ${part}` });
      mark.setAttribute('aria-hidden', 'true');
      return element(
        'div',
        {},
        element('dt', {}, mark, element('span', { text: word(`memory.${part}`) })),
        element('dd', { text: formatBytes(point[part]) }),
      );
    });
    const total = totalOf(point);
    const over = curve.device !== undefined && total > curve.device.bytes;
    this.legend.replaceChildren(
      ...entries,
      element(
        'div',
        { class: 'sum' },
        element('dt', { text: `${word('memory.total')} ${word('memory.at', axisText(curve, point.at))}` }),
        element(
          'dd',
          {},
          element('span', {
            class: over ? 'over' : '',
            text: `${formatBytes(total)}${over ? ` · ${word('fit.does not fit')}` : ''}`,
          }),
          certaintyMark(curve.certainty, curve.reason),
        ),
      ),
    );
  }

  private sayVerdict(curve: MemoryCurve): void {
    const { device, fitsUpTo } = curve;
    this.verdict.toggleAttribute('hidden', !device);
    if (!device) return;
    const label = deviceLabel(device);
    const says =
      fitsUpTo === undefined
        ? curve.certainty === 'unknown'
          ? word('fit.unknown')
          : word('memory.fitsThroughout')
        : fitsUpTo === null
          ? word('memory.fitsNowhere', axisName(curve.axis))
          : word('memory.fitsUpTo', axisText(curve, fitsUpTo));
    this.verdict.replaceChildren(
      element('span', { class: 'subtle', text: `${label}: ` }),
      element('strong', { text: says }),
    );
  }
}

/** What of the scenario a place on the axis is. */
function changeOf({ axis }: MemoryCurve, at: number): WantedScenario {
  if (axis === 'context' || axis === 'prompt' || axis === 'batch') return { [axis]: at };
  return { dims: { [axis]: at } };
}

function pointTable(curve: MemoryCurve): HTMLElement {
  return table<MemoryPoint>(
    [
      { title: axisName(curve.axis), numeric: true, cell: (point) => formatInteger(point.at) },
      ...PARTS.map((part) => ({
        title: word(`memory.${part}`),
        numeric: true,
        cell: (point: MemoryPoint) => formatBytes(point[part]),
      })),
      { title: word('memory.total'), numeric: true, cell: (point) => formatBytes(totalOf(point)) },
      ...(curve.device
        ? [
            {
              title: word('precisions.fit'),
              cell: (point: MemoryPoint) =>
                word(totalOf(point) <= curve.device!.bytes ? 'fit.fits' : 'fit.does not fit'),
            },
          ]
        : []),
    ],
    curve.points,
  );
}
