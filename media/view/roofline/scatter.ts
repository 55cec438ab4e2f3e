import { scaleLinear, scaleLog } from 'd3-scale';
import type { RooflinePoint, RooflineView } from '../../../src/core/views/page/rooflineView';
import { formatShare, formatValue } from '../../../src/core/views/format';
import { textWidth } from '../picture/textWidth';
import { svg } from '../svg';
import { word } from '../words';

const RIGHT = 12;
const TOP = 26;
const BOTTOM = 40;
const SMALL = 11;
/** Of the widest range of intensities drawn; below stands what moves bytes and multiplies nothing. */
const LEAST = 0.01;

/** Intensity (logarithmic) against share of time; the dashed line is the ridge where memory and compute bound alike. */
export function drawScatter(view: RooflineView, width: number, height: number): SVGSVGElement {
  const drawn = view.points.filter((p) => p.share > 0);
  const low = Math.max(LEAST, Math.min(view.ridge / 10, ...drawn.map((p) => p.intensity)));
  const high = Math.max(view.ridge * 4, ...drawn.map((p) => p.intensity));
  const most = Math.max(0.01, ...drawn.map((p) => p.share));
  const bottom = height - BOTTOM;
  const y = scaleLinear([0, most], [bottom, TOP]).nice(4);
  const shares = y.ticks(4);
  const texts = shares.map((tick) => formatShare(tick, 1).replace(/[.,]0(?= )/, ''));
  const left = Math.ceil(Math.max(...texts.map((text) => textWidth(text, SMALL)))) + 10;
  const right = width - RIGHT;
  const x = scaleLog([low, high], [left + 6, right]).clamp(true);
  const text = (kind: string, at: number, level: number, content: string, anchor = 'start') =>
    svg('text', { class: kind, x: at, y: level, 'text-anchor': anchor }, content);
  const line = (kind: string, x1: number, x2: number, y1: number, y2: number) =>
    svg('line', { class: kind, x1, x2, y1, y2 });
  const picture = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': word('roofline.describe', view.device, formatValue(view.ridge, 'FLOPs/byte')),
    class: 'chart',
  });
  picture.append(text('tick', 0, 10, word('roofline.share')));
  for (const [i, tick] of shares.entries())
    picture.append(
      line('grid-line', left, right, y(tick), y(tick)),
      text('tick', left - 6, y(tick) + 4, texts[i]!, 'end'),
    );
  for (const tick of decades(low, high))
    picture.append(
      line('axis', x(tick), x(tick), bottom, bottom + 4),
      text('tick', x(tick), bottom + 16, String(tick), 'middle'),
    );
  picture.append(
    line('axis', left, right, bottom, bottom),
    ...ridge(x(view.ridge), left, right, bottom),
    text('tick', (left + right) / 2, height - 6, word('roofline.axis'), 'middle'),
  );
  picture.append(
    ...dots(drawn.map((point) => ({ point, x: x(Math.max(low, point.intensity)), y: y(point.share) }))),
  );
  return picture;
}

/** The line between memory and arithmetic, each side named where its name has room. */
function ridge(at: number, left: number, right: number, bottom: number): SVGElement[] {
  const line = svg('line', { class: 'ridge', x1: at, x2: at, y1: TOP - 6, y2: bottom });
  const [before, after] = [word('roofline.memoryBound'), word('roofline.computeBound')];
  const named = (text: string, x: number, anchor: string) =>
    svg('text', { class: 'side', x, y: TOP - 8, 'text-anchor': anchor }, text);
  // At the left stands the name of the other axis.
  const free = at - left - textWidth(word('roofline.share'), SMALL);
  return [
    line,
    ...(textWidth(before, SMALL) + 6 < free ? [named(before, at - 6, 'end')] : []),
    ...(textWidth(after, SMALL) + 6 < right - at ? [named(after, at + 6, 'start')] : []),
  ];
}

/** An operator where it is drawn, px. */
interface Dot {
  readonly point: RooflinePoint;
  readonly x: number;
  readonly y: number;
}

/** Half the width of a dot, px. */
const CIRCLE = 4;
const SQUARE = 3.5;

/**
 * All operators as two shapes, not five hundred: memory-bound ones as circles, compute-bound ones as squares, not by colour
 * alone. The one under the mouse is named.
 */
function dots(all: readonly Dot[]): SVGElement[] {
  return (['memory', 'compute'] as const).flatMap((bound) => {
    const some = all.filter(({ point }) => point.bound === bound);
    if (some.length === 0) return [];
    const shape = bound === 'memory' ? circle : square;
    // Equal layers lie on each other: one of them is drawn.
    const d = [...new Set(some.map(({ x, y }) => shape(x, y)))].join('');
    const title = svg('title');
    const path = svg('path', { class: `dot ${bound}`, d }, title);
    path.addEventListener('pointermove', (event) => {
      const box = path.ownerSVGElement!.getBoundingClientRect();
      const at = nearest(some, event.clientX - box.left, event.clientY - box.top);
      title.textContent = nameOf(at.point);
    });
    return [path];
  });
}

const at = (value: number) => value.toFixed(1);
const circle = (x: number, y: number) =>
  `M${at(x - CIRCLE)} ${at(y)}a${CIRCLE} ${CIRCLE} 0 1 0 ${2 * CIRCLE} 0a${CIRCLE} ${CIRCLE} 0 1 0 ${-2 * CIRCLE} 0z`;
const square = (x: number, y: number) =>
  `M${at(x - SQUARE)} ${at(y - SQUARE)}h${2 * SQUARE}v${2 * SQUARE}h${-2 * SQUARE}z`;

/** The dot that lies nearest; of equal ones the heaviest, which comes first. */
function nearest(all: readonly Dot[], x: number, y: number): Dot {
  let best = all[0]!;
  const distance = (dot: Dot) => (dot.x - x) ** 2 + (dot.y - y) ** 2;
  for (const dot of all) if (distance(dot) < distance(best)) best = dot;
  return best;
}

function nameOf(p: RooflinePoint): string {
  return `${p.name || p.type}: ${formatShare(p.share, 1)}, ${formatValue(p.seconds, 'seconds')}, ${formatValue(p.intensity, 'FLOPs/byte')}`;
}

function decades(low: number, high: number): number[] {
  const list: number[] = [];
  for (
    let power = Math.ceil(Math.log10(low));
    power <= Math.floor(Math.log10(high)) && list.length < 20;
    power++
  )
    list.push(power < 0 ? Number((10 ** power).toFixed(-power)) : 10 ** power);
  return list;
}
