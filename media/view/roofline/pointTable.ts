import type { RooflinePoint, RooflineView } from '../../../src/core/views/page/rooflineView';
import { formatShare, formatValue } from '../../../src/core/views/format';
import { table } from '../dom';
import { word } from '../words';

/** The points of the roofline in words. */
export function pointTable(view: RooflineView): HTMLElement {
  return table<RooflinePoint>(
    [
      { title: word('layers.name'), cell: (p) => p.name || p.type },
      { title: word('layers.type'), cell: (p) => p.type },
      {
        title: word('roofline.intensity'),
        numeric: true,
        cell: (p) => formatValue(p.intensity, 'FLOPs/byte'),
      },
      { title: word('layers.seconds'), numeric: true, cell: (p) => formatValue(p.seconds, 'seconds') },
      {
        title: word(view.known < view.all ? 'share.known' : 'layers.share'),
        numeric: true,
        cell: (p) => formatShare(p.share, 1),
      },
      { title: word('roofline.bound'), cell: (p) => word(`roofline.${p.bound}`) },
    ],
    view.points,
  );
}
