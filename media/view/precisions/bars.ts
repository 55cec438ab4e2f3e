import { scaleLinear } from 'd3-scale';
import type { MemoryCurve } from '../../../src/core/views/page/memoryCurve';
import type { PrecisionBar } from '../../../src/core/views/page/precisionBars';
import { shortened, textWidth } from '../picture/textWidth';
import { deviceLabel, scaleEnd } from '../memory/parts';
import { svg } from '../svg';
import { word } from '../words';

const SIZE = 12;
const SMALL = 11;
const BAR = 14;
const GAP = 10;
/** With less room than this for bars, names stand over them, px. */
const LEAST_BAR = 110;

const FIT_SIGNS = { fits: '✓', 'does not fit': '✕', unknown: '?' } as const;

/** What a scheme is called where room is short, as the field shortens it; its whole name stands in the title. */
const shortName = ({ name }: PrecisionBar) =>
  name
    .replace(/ \(.*\)$/, '')
    .replace(/, group (\d+)/, ' g$1')
    .replace(/, block \d+, double quantisation/, ' double');
const fitText = ({ fit }: PrecisionBar) => (fit ? `${FIT_SIGNS[fit]} ${word(`fit.${fit}`)}` : '');
const widest = (texts: readonly string[], size: number) =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size, 600))));

/** Where things stand in a row: names beside the bars, or over them where there is no room. */
interface Layout {
  readonly stacked: boolean;
  readonly left: number;
  readonly right: number;
  readonly row: number;
  /** Right edge of the totals, and left edge of the fits (right edge when stacked). */
  readonly totals: number;
  readonly fits: number;
}

function layoutOf(bars: readonly PrecisionBar[], width: number): Layout {
  const names = widest(bars.map(shortName), SIZE) + 4;
  const totals = widest(
    bars.map(({ total }) => total.text),
    SIZE,
  );
  const fits = widest(bars.map(fitText), SMALL);
  const beside = width - names - totals - fits - (fits > 0 ? 3 : 2) * GAP;
  return beside >= LEAST_BAR
    ? {
        stacked: false,
        left: names + GAP,
        right: names + GAP + beside,
        row: 27,
        totals: names + 2 * GAP + beside + totals,
        fits: width - fits,
      }
    : { stacked: true, left: 4, right: width - totals - GAP, row: 42, totals: width, fits: width };
}

/** A bar for each precision in the parts and colours of the curve beside it, the device's memory as a line across. */
export function drawBars(
  bars: readonly PrecisionBar[],
  device: MemoryCurve['device'],
  width: number,
): SVGSVGElement {
  const largest = Math.max(1, ...bars.map((bar) => bar.total.value ?? bar.weights.value ?? 0));
  const most = scaleEnd(largest, device?.bytes);
  const layout = layoutOf(bars, width);
  const top = device ? 20 : 4;
  const height = top + bars.length * layout.row + 4;
  const x = scaleLinear([0, most], [0, Math.max(10, layout.right - layout.left)]);
  const picture = svg('svg', {
    class: 'chart bars',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'radiogroup',
    'aria-label': word('precisions.choose'),
  });
  const chosen = Math.max(
    0,
    bars.findIndex((bar) => bar.chosen),
  );
  for (const [i, bar] of bars.entries())
    picture.append(barRow(bar, layout, top + i * layout.row, width, x, i === chosen));
  if (device && device.bytes > most)
    picture.append(
      svg(
        'text',
        { class: 'device-name', x: layout.right, y: 11, 'text-anchor': 'end' },
        shortened(`${deviceLabel(device)} →`, layout.right, SMALL),
      ),
    );
  else if (device)
    picture.append(...deviceLine(device, layout, layout.left + x(device.bytes), top, bars.length, width));
  return picture;
}

function barRow(
  bar: PrecisionBar,
  layout: Layout,
  y: number,
  width: number,
  x: (bytes: number) => number,
  inOrder: boolean,
): SVGElement {
  const { stacked, left, right, row } = layout;
  const barY = stacked ? y + 21 : y + (row - BAR) / 2;
  const middle = barY + BAR / 2;
  const nameY = stacked ? y + 10 : middle;
  const fit = fitText(bar);
  const group = svg('g', {
    class: `bar-row${bar.chosen ? ' chosen' : ''}`,
    role: 'radio',
    tabindex: inOrder ? 0 : -1,
    'aria-checked': String(bar.chosen),
    'aria-label': [
      word('precisions.bar', bar.name, bar.weights.text, bar.total.text),
      bar.fit ? word(`fit.${bar.fit}`) : '',
    ]
      .filter(Boolean)
      .join(', '),
    'data-precision': bar.id,
  });
  const text = (kind: string, at: number, level: number, content: string, anchor = 'start') =>
    svg('text', { class: kind, x: at, y: level, dy: '0.35em', 'text-anchor': anchor }, content);
  const room = stacked ? width - textWidth(fit, SMALL, 600) - GAP : left - GAP;
  group.append(
    svg('title', {}, [bar.name, bar.total.formula, bar.total.reason, bar.note].filter(Boolean).join('\n')),
    svg('rect', { class: 'hit', x: 0.5, y: y + 0.5, width: width - 1, height: row - 1, rx: 2 }),
    text('bar-name', 4, nameY, shortened(shortName(bar), room, SIZE, 600)),
    svg('rect', { class: 'track', x: left, y: barY, width: Math.max(0, right - left), height: BAR }),
  );
  const box = (kind: string, value: number | null) => {
    if (value !== null)
      group.append(svg('rect', { class: kind, x: left, y: barY, width: Math.max(1, x(value)), height: BAR }));
  };
  box('rest', bar.total.value);
  if (bar.activations !== null && bar.weights.value !== null)
    box('activations', bar.weights.value + bar.activations);
  box('full', bar.weights.value);
  group.append(text('bar-total', layout.totals, middle, bar.total.text, 'end'));
  if (bar.fit)
    group.append(
      text(`bar-fit ${bar.fit.replaceAll(' ', '-')}`, layout.fits, nameY, fit, stacked ? 'end' : 'start'),
    );
  return group;
}

/** The device's memory across all bars; between stacked rows stands text, there it crosses the bars alone. */
function deviceLine(
  device: NonNullable<MemoryCurve['device']>,
  { stacked, row }: Layout,
  at: number,
  top: number,
  count: number,
  width: number,
): SVGElement[] {
  const spans = stacked
    ? Array.from({ length: count }, (_, i) => [top + i * row + 18, top + i * row + 38] as const)
    : [[top - 4, top + count * row + 2] as const];
  const label = shortened(deviceLabel(device), width - 8, SMALL);
  const before = at > textWidth(label, SMALL) + 4;
  return [
    ...spans.map(([y1, y2]) => svg('line', { class: 'device-line', x1: at, x2: at, y1, y2 })),
    svg(
      'text',
      { class: 'device-name', x: before ? at + 1 : 4, y: 11, 'text-anchor': before ? 'end' : 'start' },
      label,
    ),
  ];
}
