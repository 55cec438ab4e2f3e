import type { LayerRow } from '../../../src/core/views/page/layerRows';
import { certaintyMark } from '../certainty';
import { element } from '../dom';
import { word } from '../words';
import { COLUMNS } from './columns';

/** What the active row does not show itself: what its columns cut or a narrow pane leaves out, and how far it can be trusted. */
export class LayerDetail {
  readonly element = element('div', { class: 'layer-detail' });

  constructor(private readonly reveal: (row: LayerRow) => void) {
    this.element.setAttribute('aria-live', 'polite');
    this.show(undefined, false);
  }

  show(row: LayerRow | undefined, hasText: boolean): void {
    if (!row) {
      this.element.replaceChildren(element('p', { class: 'subtle', text: word('layers.noneChosen') }));
      return;
    }
    const facts = element('dl', { class: 'facts' });
    for (const column of COLUMNS) {
      const text = column.text?.(row) ?? '';
      if (text === '') continue;
      // What the row shows in a column is not said again: the style leaves it out where the column stands.
      facts.append(
        element(
          'div',
          { class: `fact ${column.id}` },
          element('dt', { text: word(column.title) }),
          element('dd', { text }),
        ),
      );
    }
    const trust = element('p', { class: 'trust' }, certaintyMark(row.certainty, row.reason));
    if (row.reason !== '') trust.append(element('span', { class: 'subtle', text: ` ${row.reason}` }));
    const button = element('button', { class: 'link', text: word('layers.reveal') });
    button.addEventListener('click', () => this.reveal(row));
    this.element.replaceChildren(
      element('p', { class: 'layer-name', text: row.name }),
      facts,
      trust,
      ...(hasText ? [button] : []),
    );
  }
}
