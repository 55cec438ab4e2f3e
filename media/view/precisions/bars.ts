import { scaleLinear } from 'd3-scale';
import type { MemoryCurve } from '../../../src/core/views/page/memoryCurve';
import type { PrecisionBar } from '../../../src/core/views/page/precisionBars';
import { formatBytes } from '../../../src/core/views/format';
import { shortened, textWidth } from '../picture/textWidth';
import { svg } from '../svg';
import { word } from '../words';

const SIZE = 12;
const SMALL = 11;
const BAR = 14;
const GAP = 10;
/** Below this width the name stands over its bar, px. */
const NARROW = 400;

/** A bar for each precision: weights full, the rest of the total pale, the device's memory as a line across. */
export function drawBars(
  bars: readonly PrecisionBar[],
  device: MemoryCurve['device'],
  width: number,
): SVGSVGElement {
  const narrow = width < NARROW;
  const most = Math.max(
    1,
    device?.bytes ?? 0,
    ...bars.map((bar) => bar.total.value ?? bar.weights.value ?? 0),
  );
  const texts = bars.map((bar) => ({ total: bar.total.text, fit: bar.fit ? word(`fit.${bar.fit}`) : '' }));
  const widest = (list: readonly string[], size: number) =>
    Math.ceil(Math.max(0, ...list.map((text) => textWidth(text, size))));
  const names = Math.min(
    widest(
      bars.map(({ name }) => name),
      SIZE,
    ),
    width * 0.3,
  );
  const totals = widest(
    texts.map(({ total }) => total),
    SIZE,
  );
  const fits =
    widest(
      texts.map(({ fit }) => fit),
      SMALL,
    ) + (device ? 16 : 0);
  const left = narrow ? 0 : names + GAP;
  const right = narrow ? width : width - totals - (device ? fits + GAP : 0) - GAP;
  const row = narrow ? 40 : 25;
  const top = device ? 20 : 4;
  const height = top + bars.length * row + 4;
  const x = scaleLinear([0, most], [0, Math.max(10, right - left)]);
  const picture = svg('svg', {
    class: 'chart bars',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'radiogroup',
    'aria-label': word('precisions.choose'),
  });
  const chosen = bars.some((bar) => bar.chosen) ? bars.findIndex((bar) => bar.chosen) : 0;
  for (const [i, bar] of bars.entries()) {
    const y = top + i * row;
    const barY = narrow ? y + 20 : y + (row - BAR) / 2;
    const textY = narrow ? y + 13 : y + row / 2;
    const { total, fit } = texts[i]!;
    const name = shortened(bar.name, names, SIZE);
    const group = svg('g', {
      class: `bar-row${bar.chosen ? ' chosen' : ''}${bar.fit === 'does not fit' ? ' over' : ''}`,
      role: 'radio',
      tabindex: i === chosen ? 0 : -1,
      'aria-checked': String(bar.chosen),
      'aria-label': [word('precisions.bar', bar.name, bar.weights.text, total), fit]
        .filter(Boolean)
        .join(', '),
      'data-precision': bar.id,
    });
    group.append(
      svg('title', {}, [bar.name, bar.total.formula, bar.total.reason, bar.note].filter(Boolean).join('\n')),
      svg('rect', { class: 'hit', x: 0, y, width, height: row, rx: 2 }),
      svg('text', { class: 'bar-name', x: 4, y: textY, dy: narrow ? 0 : '0.35em' }, name),
      svg('rect', { class: 'track', x: left, y: barY, width: Math.max(0, right - left), height: BAR }),
    );
    if (bar.total.value !== null)
      group.append(svg('rect', { class: 'rest', x: left, y: barY, width: x(bar.total.value), height: BAR }));
    if (bar.weights.value !== null)
      group.append(
        svg('rect', {
          class: 'full',
          x: left,
          y: barY,
          width: Math.max(1, x(bar.weights.value)),
          height: BAR,
        }),
      );
    const fitX = width - (narrow ? 4 : fits);
    const totalX = narrow ? (device ? width - fits - 8 : width - 4) : right + GAP + totals;
    group.append(
      svg(
        'text',
        { class: 'bar-total', x: totalX, y: textY, dy: narrow ? 0 : '0.35em', 'text-anchor': 'end' },
        total,
      ),
    );
    if (bar.fit)
      group.append(
        svg(
          'text',
          {
            class: `bar-fit ${bar.fit.replaceAll(' ', '-')}`,
            x: fitX,
            y: textY,
            dy: narrow ? 0 : '0.35em',
            'text-anchor': narrow ? 'end' : 'start',
          },
          `${FIT_SIGNS[bar.fit]} ${fit}`,
        ),
      );
    picture.append(group);
  }
  if (device) {
    const at = left + x(device.bytes);
    const label = word('precisions.device', device.name, formatBytes(device.bytes));
    const before = at - 4 > textWidth(label, SMALL);
    picture.append(
      svg('line', { class: 'device-line', x1: at, x2: at, y1: top - 4, y2: height - 2 }),
      svg(
        'text',
        { class: 'device-name', x: before ? at + 1 : 4, y: 11, 'text-anchor': before ? 'end' : 'start' },
        shortened(label, width - 8, SMALL),
      ),
    );
  }
  return picture;
}

const FIT_SIGNS = { fits: '✓', 'does not fit': '✕', unknown: '?' } as const;
