import { scaleLinear, scaleLog } from 'd3-scale';
import { area, stack } from 'd3-shape';
import type { MemoryCurve, MemoryPoint } from '../../../src/core/views/page/memoryCurve';
import { formatBytes, formatInteger } from '../../../src/core/views/format';
import { shortened, textWidth } from '../picture/textWidth';
import { svg } from '../svg';
import { word } from '../words';
import { byteTicks, doublingTicks } from './ticks';
import { PARTS, axisName, axisText, deviceLabel, nearestPoint, scaleEnd, totalOf } from './parts';

const HEIGHT = 230;
const TOP = 20;
const BOTTOM = 40;
const RIGHT = 12;
const SMALL = 11;

/** What a hand or a key does on the picture. */
export interface CurveActions {
  /** Chooses a place of the axis for the whole scenario. */
  choose(at: number): void;
  /** Reads the parts at a point; undefined: where the scenario stands. */
  read(point: MemoryPoint | undefined): void;
}

type Scale = (value: number) => number;

/** The stacked areas, the device's line, the last place that fits, and the chosen place, which can be dragged. */
export class CurvePicture {
  readonly element = svg('svg', { class: 'chart curve' });
  private readonly ground = svg('g');
  private readonly cross = svg('line', { class: 'cross', visibility: 'hidden' });
  private readonly marker = svg('g', { class: 'marker' });
  /** The chosen place as a slider for the keyboard and for a hand. */
  private readonly handle = svg('rect', { class: 'handle', role: 'slider', tabindex: 0 });
  private curve: MemoryCurve | undefined;
  private x: Scale = (value) => value;
  private invert: Scale = (value) => value;
  private dragging = false;
  /** Whether the picture itself says up to where the device holds it. */
  saysFit = false;

  constructor(private readonly actions: CurveActions) {
    this.element.setAttribute('role', 'group');
    this.element.append(this.ground, this.cross, this.marker, this.handle);
    this.handle.addEventListener('pointerdown', (event) => {
      this.dragging = true;
      this.handle.setPointerCapture(event.pointerId);
      this.chooseAt(event);
    });
    this.handle.addEventListener('pointermove', (event) => {
      const point = this.pointAt(event);
      if (point) this.hover(point);
      if (this.dragging) this.chooseAt(event);
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.handle.addEventListener(end, () => (this.dragging = false));
    this.handle.addEventListener('pointerleave', () => this.hover(undefined));
    this.handle.addEventListener('keydown', (event) => this.key(event));
  }

  draw(curve: MemoryCurve, width: number): void {
    this.curve = curve;
    const points = drawnPoints(curve);
    const { device } = curve;
    const most = scaleEnd(Math.max(...points.map(totalOf)), device?.bytes);
    const ticks = byteTicks(most * 1.06, 5);
    const left = Math.ceil(Math.max(...ticks.texts.map((text) => textWidth(text, SMALL)))) + 10;
    const bottom = HEIGHT - BOTTOM;
    const first = Math.max(1, points[0]!.at);
    const x = scaleLog([first, Math.max(first + 1, points.at(-1)!.at)], [left, width - RIGHT]).clamp(true);
    const y = scaleLinear([0, Math.max(1, most * 1.06)], [bottom, TOP]);
    this.x = x;
    this.invert = (px) => x.invert(px);
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT }))
      this.element.setAttribute(name, String(value));
    const summary = axisText(curve, curve.chosen);
    this.element.setAttribute(
      'aria-label',
      word(
        'memory.describe',
        axisName(curve.axis),
        `${formatBytes(totalOf(nearestPoint(curve, curve.chosen)))} ${word('memory.at', summary)}`,
      ),
    );
    this.ground.replaceChildren(
      ...ticks.values.flatMap((value, i) => [
        svg('line', { class: 'grid-line', x1: left, x2: width - RIGHT, y1: y(value), y2: y(value) }),
        svg(
          'text',
          { class: 'tick', x: left - 6, y: y(value), dy: '0.32em', 'text-anchor': 'end' },
          ticks.texts[i]!,
        ),
      ]),
      svg('text', { class: 'tick unit', x: 0, y: 10 }, ticks.unit),
      ...areas(points, x, y),
      ...axis(curve, points, x, left, width, bottom),
      ...(device ? deviceLine(curve, x, y, left, width, device.bytes <= most) : []),
    );
    const drawn = (kind: string) => this.ground.querySelector(kind) !== null;
    this.saysFit = drawn('.says-fit') || (drawn('.fit-text') && drawn('.device-name'));
    this.mark(y);
    for (const [name, value] of Object.entries({
      x: left,
      y: TOP - 8,
      width: Math.max(1, width - RIGHT - left),
      height: bottom - TOP + 8,
      'aria-label': word('memory.slider', axisName(curve.axis)),
      'aria-valuemin': curve.points[0]!.at,
      'aria-valuemax': points.at(-1)!.at,
      'aria-valuenow': curve.chosen,
      'aria-valuetext': `${summary}, ${formatBytes(totalOf(nearestPoint(curve, curve.chosen)))}`,
    }))
      this.handle.setAttribute(name, String(value));
    this.cross.setAttribute('y1', String(TOP - 8));
    this.cross.setAttribute('y2', String(bottom));
  }

  private mark(y: Scale): void {
    const { curve } = this;
    if (!curve) return;
    const at = this.x(curve.chosen);
    const point = nearestPoint(curve, curve.chosen);
    this.marker.replaceChildren(
      svg('line', { class: 'chosen-line', x1: at, x2: at, y1: TOP - 8, y2: HEIGHT - BOTTOM }),
      svg('circle', { class: 'chosen-dot', cx: at, cy: y(totalOf(point)), r: 4.5 }),
    );
  }

  private hover(point: MemoryPoint | undefined): void {
    this.cross.setAttribute('visibility', point ? 'visible' : 'hidden');
    if (point) {
      const at = String(this.x(point.at));
      this.cross.setAttribute('x1', at);
      this.cross.setAttribute('x2', at);
    }
    this.actions.read(point);
  }

  private pointAt(event: PointerEvent): MemoryPoint | undefined {
    const { curve } = this;
    if (!curve) return undefined;
    const box = this.element.getBoundingClientRect();
    const width = Number(this.element.getAttribute('width'));
    return nearestPoint(curve, this.invert(((event.clientX - box.left) * width) / Math.max(1, box.width)));
  }

  private chooseAt(event: PointerEvent): void {
    const point = this.pointAt(event);
    if (point && point.at !== this.curve?.chosen) this.actions.choose(point.at);
  }

  private key(event: KeyboardEvent): void {
    const { curve } = this;
    if (!curve) return;
    const { points, chosen } = curve;
    const larger = points.findIndex((point) => point.at > chosen);
    const up = larger < 0 ? points.length - 1 : larger;
    const down = Math.max(0, points.filter((point) => point.at < chosen).length - 1);
    const to = {
      ArrowRight: up,
      ArrowUp: up,
      ArrowLeft: down,
      ArrowDown: down,
      PageUp: up + 7,
      PageDown: down - 7,
      Home: 0,
      End: points.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.actions.choose(points[Math.min(points.length - 1, Math.max(0, to))]!.at);
  }
}

/** Doublings drawn at most: before them hardly anything grows. */
const DOUBLINGS = 8;

/** The points from the last few doublings, or from the chosen place where that lies before. */
function drawnPoints({ points, chosen }: MemoryCurve): readonly MemoryPoint[] {
  const from = Math.min(chosen, points.at(-1)!.at / 2 ** DOUBLINGS);
  const first = points.findIndex((point) => point.at >= from);
  return points.slice(Math.max(0, Math.min(first, points.length - 2)));
}

function areas(points: readonly MemoryPoint[], x: Scale, y: Scale): SVGElement[] {
  const stacked = stack<MemoryPoint>().keys(PARTS)([...points]);
  const shape = area<(typeof stacked)[number][number]>()
    .x((d) => x(Math.max(1, d.data.at)))
    .y0((d) => y(d[0]))
    .y1((d) => y(d[1]));
  return stacked
    .filter((series) => series.some((d) => d[1] > d[0]))
    .map((series) => svg('path', { class: `area ${series.key}`, d: shape(series) ?? '' }));
}

function axis(
  curve: MemoryCurve,
  points: readonly MemoryPoint[],
  x: Scale,
  left: number,
  width: number,
  bottom: number,
): SVGElement[] {
  const widest = textWidth(formatInteger(points.at(-1)!.at), SMALL) + 14;
  const room = Math.max(1, Math.floor((width - RIGHT - left) / widest));
  const ticks = doublingTicks(points[0]!.at, points.at(-1)!.at, room);
  return [
    svg('line', { class: 'axis', x1: left, x2: width - RIGHT, y1: bottom, y2: bottom }),
    ...ticks.flatMap((tick) => {
      const at = x(tick);
      const half = textWidth(formatInteger(tick), SMALL) / 2;
      // The last label stays inside the picture.
      const anchor = at + half > width ? 'end' : at - half < 0 ? 'start' : 'middle';
      return [
        svg('line', { class: 'axis', x1: at, x2: at, y1: bottom, y2: bottom + 4 }),
        svg(
          'text',
          { class: 'tick', x: anchor === 'end' ? width : at, y: bottom + 16, 'text-anchor': anchor },
          formatInteger(tick),
        ),
      ];
    }),
    svg(
      'text',
      { class: 'tick', x: (left + width - RIGHT) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' },
      word(`memory.unit.${curve.axisUnit}`, axisName(curve.axis)),
    ),
  ];
}

/** The device's memory as a line with its name, and on it the last place that fits. */
function deviceLine(
  curve: MemoryCurve,
  x: Scale,
  y: Scale,
  left: number,
  width: number,
  onScale: boolean,
): SVGElement[] {
  const device = curve.device!;
  const at = y(device.bytes);
  const label = deviceLabel(device);
  if (!onScale) {
    // Beside the unit of the axis; a device far above what is drawn holds all of it.
    const from = Math.max(left + 4, 34);
    const fits = curve.fitsUpTo === undefined && curve.certainty !== 'unknown';
    const whole = `↑ ${label}${fits ? ` · ${word('memory.fitsThroughout')}` : ''}`;
    const short = shortened(whole, width - from - RIGHT, SMALL);
    const kind = fits && short === whole ? 'device-name says-fit' : 'device-name';
    return [svg('text', { class: kind, x: from, y: TOP - 8 }, short)];
  }
  const nodes: SVGElement[] = [
    svg('line', { class: 'device-line', x1: left, x2: width - RIGHT, y1: at, y2: at }),
  ];
  const end = typeof curve.fitsUpTo === 'number' ? x(curve.fitsUpTo) : undefined;
  const text = end === undefined ? '' : word('memory.fitsUpTo', axisText(curve, curve.fitsUpTo as number));
  const textRoom = textWidth(text, SMALL, 600);
  if (end !== undefined) {
    nodes.push(
      svg('line', { class: 'fit-line', x1: end, x2: end, y1: at, y2: HEIGHT - BOTTOM }),
      svg('circle', { class: 'fit-dot', cx: end, cy: at, r: 4 }),
    );
    // Beside the point where there is room: left of it over the line, else right of it.
    const before = end - left > textRoom + 8;
    const after = width - RIGHT - end > textRoom + 8;
    if (before || after)
      nodes.push(
        svg(
          'text',
          {
            class: 'fit-text',
            x: before ? end - 6 : end + 6,
            y: at - 7,
            'text-anchor': before ? 'end' : 'start',
          },
          text,
        ),
      );
  }
  // The name keeps clear of the text at the point, and of the line of the chosen place.
  const until = end === undefined ? width - RIGHT : Math.max(left, end - textRoom - 14);
  const room = textWidth(label, SMALL);
  const chosen = x(curve.chosen);
  const crossed = chosen > left && chosen < left + 10 + room;
  const from = crossed && chosen + 8 + room <= until ? chosen + 8 : left + 4;
  // Where the line runs through the areas its name stands over the picture, in the line's colour: text on areas is hard to read.
  if (y(totalOf(curve.points[0]!)) < at || (crossed && from < chosen && left + room + 80 < width))
    return [
      ...nodes,
      svg(
        'text',
        { class: 'device-name', x: width - RIGHT, y: TOP - 8, 'text-anchor': 'end' },
        shortened(`┄ ${label}`, width - left - 60, SMALL),
      ),
    ];
  // Without room it stands beneath the picture alone.
  const short = shortened(label, until - 4 - from, SMALL);
  if (short !== '') nodes.push(svg('text', { class: 'device-name', x: from, y: at - 7 }, short));
  return nodes;
}
