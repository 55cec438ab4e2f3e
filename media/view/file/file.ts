import './file.css';
import type { PageHead, PortView } from '../../../src/core/views/page/pageView';
import { formatInteger, formatShare } from '../../../src/core/views/format';
import { bar, element, table } from '../dom';
import { remember, remembered } from '../host';
import type { PageState, Section } from '../section';
import { word } from '../words';

/** What the file says of itself: inputs, outputs, operators by type, properties. Folded away until asked for. */
export class FileFacts implements Section {
  readonly element: HTMLDetailsElement;
  private readonly body = element('div', { class: 'file-facts' });
  private head: PageHead | undefined;
  private shown: PageHead | undefined;

  constructor() {
    this.element = element(
      'details',
      { class: 'card' },
      element('summary', {}, element('h2', { text: word('file.title') })),
      this.body,
    );
    this.element.open = remembered('fileFacts') !== false;
    this.element.addEventListener('toggle', () => {
      remember('fileFacts', this.element.open);
      this.draw();
    });
  }

  update({ head }: PageState): void {
    this.head = head;
    this.draw();
  }

  private draw(): void {
    const { head } = this;
    if (!head || !this.element.open || head === this.shown) return;
    this.shown = head;
    // Only a graph names its inputs and outputs; those of other files are names of ours.
    const named = head.format === 'onnx';
    const parts = [
      named && head.inputs.length > 0 ? part(word('file.inputs'), ports(head.inputs)) : undefined,
      named && head.outputs.length > 0 ? part(word('file.outputs'), ports(head.outputs)) : undefined,
      head.operatorTypes.length > 0 ? part(word('file.operators'), operators(head)) : undefined,
      head.properties.length > 0 ? part(word('file.properties'), properties(head)) : undefined,
    ].filter((one) => one !== undefined);
    this.element.hidden = parts.length === 0;
    this.body.replaceChildren(...parts);
  }
}

function part(title: string, content: HTMLElement): HTMLElement {
  const holder = element('div', { class: 'scrolls' }, content);
  holder.tabIndex = 0;
  holder.setAttribute('role', 'region');
  holder.setAttribute('aria-label', title);
  return element('div', { class: 'file-part' }, element('h3', { text: title }), holder);
}

function ports(rows: readonly PortView[]): HTMLElement {
  const made = table<PortView>(
    [
      { title: word('file.name'), cell: (row) => row.name },
      { title: word('file.type'), cell: (row) => row.dtype },
      { title: word('file.shape'), mono: true, cell: (row) => row.shape },
    ],
    rows,
  );
  made.classList.add('ports');
  return made;
}

function operators({ operatorTypes }: PageHead): HTMLElement {
  return table<PageHead['operatorTypes'][number]>(
    [
      { title: word('file.operator'), cell: (row) => row.type },
      { title: word('file.count'), numeric: true, cell: (row) => formatInteger(row.count) },
      {
        title: word('file.share'),
        cell: (row) =>
          element(
            'span',
            { class: 'share-cell' },
            bar(row.share),
            element('span', { class: 'numbers', text: formatShare(row.share, 1) }),
          ),
      },
    ],
    operatorTypes,
  );
}

function properties(head: PageHead): HTMLElement {
  const list = element('dl');
  for (const [name, value] of head.properties)
    list.append(element('dt', { text: name }), element('dd', { text: value, title: value }));
  return list;
}
