/** What an element may be given: text goes in as text, never as markup. */
export interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly role?: string;
  readonly scope?: string;
}

/** Makes an element with its text and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: Parts = {},
  ...children: readonly (Node | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  if (parts.title) made.title = parts.title;
  if (parts.role) made.setAttribute('role', parts.role);
  if (parts.scope) made.setAttribute('scope', parts.scope);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** A bar as long as a share (0 to 1); said in words by the cell beside it, so hidden from screen readers. */
export function bar(share: number): HTMLElement {
  const filled = element('span', { class: 'bar-filled' });
  filled.hidden = share <= 0;
  filled.style.width = `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
  const whole = element('span', { class: 'bar' }, filled);
  whole.setAttribute('aria-hidden', 'true');
  return whole;
}

/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  cell(row: Row): string | Node;
}

/** A table with a caption that names it. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
  const kind = (column: Column<Row>) =>
    [column.numeric ? 'numeric' : '', column.mono ? 'mono' : ''].filter(Boolean).join(' ');
  const head = element('tr');
  for (const column of columns) {
    head.append(element('th', { text: column.title, class: kind(column), scope: 'col' }));
  }
  const body = element('tbody');
  for (const row of rows) {
    const line = element('tr');
    for (const column of columns) {
      const content = column.cell(row);
      const text = typeof content === 'string';
      const cell = element('td', { class: kind(column), ...(text ? { text: content, title: content } : {}) });
      if (!text) cell.append(content);
      line.append(cell);
    }
    body.append(line);
  }
  return element('table', {}, element('thead', {}, head), body);
}
