import { scaleLinear, scaleLog } from 'd3-scale';
import type { RooflinePoint, RooflineView } from '../../../src/core/views/page/rooflineView';
import { formatShare, formatValue } from '../../../src/core/views/format';
import { svg } from '../svg';
import { word } from '../words';

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 46;
const RIGHT = 14;
const TOP = 22;
const BOTTOM = 38;
/** Of the widest range of intensities drawn; below stands what moves bytes and multiplies nothing. */
const LEAST = 0.01;

/** Intensity (logarithmic) against share of time; the dashed line is the ridge where memory and compute bound alike. */
export function drawScatter(view: RooflineView): SVGSVGElement {
  const drawn = view.points.filter((p) => p.share > 0);
  const low = Math.max(LEAST, Math.min(view.ridge / 10, ...drawn.map((p) => p.intensity)));
  const high = Math.max(view.ridge * 4, ...drawn.map((p) => p.intensity));
  const x = scaleLog([low, high], [LEFT, WIDTH - RIGHT]).clamp(true);
  const most = Math.max(0.01, ...drawn.map((p) => p.share));
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(4);
  const picture = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': word('roofline.describe', view.device, formatValue(view.ridge, 'FLOPs/byte')),
    class: 'chart',
  });
  for (const tick of y.ticks(4))
    picture.append(
      svg('line', { class: 'grid-line', x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }),
      svg(
        'text',
        { class: 'tick', x: LEFT - 6, y: y(tick), dy: '0.32em', 'text-anchor': 'end' },
        formatShare(tick, 1),
      ),
    );
  for (const tick of decades(low, high))
    picture.append(
      svg('line', {
        class: 'grid-line',
        x1: x(tick),
        x2: x(tick),
        y1: HEIGHT - BOTTOM,
        y2: HEIGHT - BOTTOM + 4,
      }),
      svg(
        'text',
        { class: 'tick', x: x(tick), y: HEIGHT - BOTTOM + 16, 'text-anchor': 'middle' },
        String(tick),
      ),
    );
  const ridge = x(view.ridge);
  picture.append(
    svg('line', { class: 'axis', x1: LEFT, x2: WIDTH - RIGHT, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM }),
    svg('line', { class: 'ridge', x1: ridge, x2: ridge, y1: TOP - 6, y2: HEIGHT - BOTTOM }),
    svg('text', { class: 'side', x: ridge - 6, y: TOP - 8, 'text-anchor': 'end' }, word('roofline.memory')),
    svg('text', { class: 'side', x: ridge + 6, y: TOP - 8 }, word('roofline.compute')),
    svg(
      'text',
      { class: 'tick', x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 4, 'text-anchor': 'middle' },
      word('roofline.axis'),
    ),
  );
  // The heaviest last, so that it lies on top.
  for (const point of [...drawn].reverse())
    picture.append(dot(point, x(Math.max(low, point.intensity)), y(point.share)));
  return picture;
}

/** Memory-bound operators are circles, compute-bound ones squares: not by colour alone. */
function dot(p: RooflinePoint, cx: number, cy: number): SVGElement {
  const title = svg(
    'title',
    {},
    `${p.name || p.type}: ${formatShare(p.share, 1)}, ${formatValue(p.seconds, 'seconds')}, ${formatValue(p.intensity, 'FLOPs/byte')}`,
  );
  const shape =
    p.bound === 'memory'
      ? svg('circle', { class: 'dot memory', cx, cy, r: 4 })
      : svg('rect', { class: 'dot compute', x: cx - 3.5, y: cy - 3.5, width: 7, height: 7 });
  shape.append(title);
  return shape;
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
