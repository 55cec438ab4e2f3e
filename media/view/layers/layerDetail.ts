import type { LayerRow } from '../../../src/core/views/page/layerRows';
import { element } from '../dom';
import { word } from '../words';
import { COLUMNS } from './columns';

/** All that is known of the active row, the columns too that a narrow pane leaves out. */
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
    const add = (title: string, text: string) => {
      if (text !== '')
        facts.append(element('div', {}, element('dt', { text: title }), element('dd', { text })));
    };
    for (const column of COLUMNS) if (column.text) add(word(column.title), column.text(row));
    add(word('certainty'), row.reason === '' ? row.certainty : `${row.certainty}: ${row.reason}`);
    const button = element('button', { class: 'secondary', text: word('layers.reveal') });
    button.addEventListener('click', () => this.reveal(row));
    this.element.replaceChildren(
      element('p', { class: 'layer-name', text: row.name }),
      facts,
      ...(hasText ? [button] : []),
    );
  }
}
