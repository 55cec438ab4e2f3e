import type { Figure, OperatorRow, PageFacts, PortRow, WeightRow } from '../../src/core/views/page/facts';
import { bar, element, table } from './dom';

/** Weights shown before a person asks for more. */
const FIRST_WEIGHTS = 20;

/** The whole page for one file, as elements in their order. */
export function renderFacts(facts: PageFacts, showReport: () => void): Node[] {
  return [
    header(facts, showReport),
    element('section', { class: 'figures' }, ...facts.figures.map(renderFigure)),
    problems(facts),
    element(
      'div',
      { class: 'columns' },
      card('Inputs', portTable(facts.inputs)),
      card('Outputs', portTable(facts.outputs)),
    ),
    element(
      'div',
      { class: 'columns' },
      card('Operators by type', operatorTable(facts.operators)),
      card('The file', propertyList(facts)),
    ),
    card(`Largest weights`, weightTable(facts)),
  ].filter((node) => node !== undefined);
}

function header(facts: PageFacts, showReport: () => void): HTMLElement {
  const button = element('button', { text: 'Show Report' });
  button.addEventListener('click', showReport);
  const name = facts.title.slice(Math.max(facts.title.lastIndexOf('/'), facts.title.lastIndexOf('\\')) + 1);
  return element(
    'header',
    {},
    element(
      'div',
      {},
      element('h1', { text: name, title: facts.title }),
      element('p', { class: 'subtle', text: subtitle(facts) }),
    ),
    button,
  );
}

function subtitle(facts: PageFacts): string {
  const wanted = ['Producer', 'IR version', 'Opset'];
  const found = facts.properties.filter(([name]) =>
    wanted.some((one) => one.toLowerCase() === name.toLowerCase()),
  );
  return [facts.format.toUpperCase(), ...found.map(([name, value]) => `${name} ${value}`)].join(' · ');
}

function renderFigure(figure: Figure): HTMLElement {
  const certainty = element('span', {
    class: `certainty ${figure.certainty.replace(' ', '-')}`,
    text: figure.certainty,
  });
  const detail = element('p', { class: 'subtle detail', title: figure.detail }, certainty);
  if (figure.detail) detail.append(` · ${figure.detail}`);
  return element(
    'article',
    { class: 'card figure', title: figure.formula },
    element('h2', { text: figure.name }),
    element('p', { class: 'value', text: figure.text }),
    detail,
  );
}

function card(title: string, content: Node): HTMLElement {
  return element('section', { class: 'card' }, element('h2', { text: title }), content);
}

function problems(facts: PageFacts): HTMLElement | undefined {
  if (facts.problems.length === 0) return undefined;
  const list = element('ul', { class: 'problems' });
  for (const { severity, message } of facts.problems) {
    list.append(
      element(
        'li',
        {},
        element('span', { class: `severity ${severity}`, text: severity }),
        element('span', { text: message }),
      ),
    );
  }
  return card('Problems and assumptions', list);
}

function portTable(rows: readonly PortRow[]): Node {
  if (rows.length === 0) return element('p', { class: 'subtle', text: 'None.' });
  return table<PortRow>(
    [
      { title: 'Name', cell: (row) => row.name },
      { title: 'Type', cell: (row) => row.dtype },
      { title: 'Shape', mono: true, cell: (row) => row.shape },
    ],
    rows,
  );
}

function operatorTable(rows: readonly OperatorRow[]): Node {
  if (rows.length === 0) return element('p', { class: 'subtle', text: 'None.' });
  return table<OperatorRow>(
    [
      { title: 'Operator', cell: (row) => row.type },
      { title: 'Count', numeric: true, cell: (row) => row.count.toLocaleString('en-US') },
      { title: 'Share', cell: (row) => bar(row.share) },
    ],
    rows,
  );
}

function propertyList(facts: PageFacts): Node {
  const list = element('dl');
  for (const [name, value] of facts.properties) {
    list.append(element('dt', { text: name }), element('dd', { text: value, title: value }));
  }
  return list;
}

function weightTable({ weights, weightCount }: PageFacts): Node {
  if (weights.length === 0) return element('p', { class: 'subtle', text: 'The file holds no weights.' });
  const rows = (some: readonly WeightRow[]) =>
    table<WeightRow>(
      [
        { title: 'Name', cell: (row) => row.name },
        { title: 'Type', cell: (row) => row.dtype },
        { title: 'Shape', mono: true, cell: (row) => row.shape },
        { title: 'Elements', numeric: true, cell: (row) => row.parameters },
        { title: 'Stored', numeric: true, cell: (row) => row.bytes },
        { title: 'Share', cell: (row) => (row.share === undefined ? 'unknown' : bar(row.share)) },
      ],
      some,
    );
  const holder = element('div', {}, rows(weights.slice(0, FIRST_WEIGHTS)));
  if (weights.length > FIRST_WEIGHTS) {
    const more = element('button', { class: 'secondary', text: `Show ${weights.length} of ${weightCount}` });
    more.addEventListener('click', () => holder.replaceChildren(rows(weights)));
    holder.append(more);
  }
  return holder;
}
