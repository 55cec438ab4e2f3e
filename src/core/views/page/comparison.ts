import type { Analysis, Unreadable } from '../../analysis';
import type { WantedScenario } from '../../scenario/checkScenario';
import { formatInteger, formatRatio } from '../format';
import { attentionText, expertsText } from './factTexts';
import { figureGroups } from './figures';
import type { FigureView } from './figureView';
import type { PageOptions } from './pageState';
import { pageState } from './pageState';

/** One row of a comparison: the same figure of each model, in the order of the models. */
export interface ComparedFigure {
  /** Id of the figure, or the name of a fact (`attention`, `layers`). */
  readonly id: string;
  readonly group: string;
  readonly values: readonly (FigureView | string)[];
  /** Each model's value over the first one's, as text: `2.1×`, `=` for the same; '' for the first and where there is none. */
  readonly ratios: readonly string[];
  readonly differs: boolean;
}

/** Models side by side under one scenario: what differs first. */
export interface Comparison {
  readonly models: readonly {
    readonly uri: string;
    readonly title: string;
    readonly format: string;
    readonly problem?: string;
  }[];
  readonly rows: readonly ComparedFigure[];
}

/** A model to compare, or why it cannot be. */
export interface Compared {
  readonly uri: string;
  readonly analysis: Analysis | Unreadable;
}

/** Models compared at most. */
export const MOST_COMPARED = 8;

/** The same figures of several models under one scenario; the rows that differ come first, in the order of the groups. */
export function compareModels(
  compared: readonly Compared[],
  wanted: Readonly<WantedScenario>,
  options: PageOptions = {},
): Comparison {
  const models = compared.map(({ uri, analysis }) => ({
    uri,
    title: analysis.name,
    format: analysis.kind === 'model' ? analysis.model.format : '',
    ...(analysis.kind === 'unreadable' ? { problem: analysis.message } : {}),
  }));
  const columns = compared.map(({ analysis }) =>
    analysis.kind === 'unreadable' ? new Map<string, Cell>() : cellsOf(analysis, wanted, options),
  );
  const groups = new Map<string, string>();
  for (const column of columns)
    for (const [id, { group }] of column) if (!groups.has(id)) groups.set(id, group);
  const order = [...new Set(groups.values())];
  const rows = [...groups].map(([id, group]) => rowOf(id, group, columns));
  rows.sort(
    (a, b) => Number(b.differs) - Number(a.differs) || order.indexOf(a.group) - order.indexOf(b.group),
  );
  return { models, rows };
}

interface Cell {
  readonly group: string;
  readonly value: FigureView | string;
}

function cellsOf(
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
  options: PageOptions,
): ReadonlyMap<string, Cell> {
  const state = pageState(analysis, wanted, options);
  const cells = new Map<string, Cell>();
  const { places } = state;
  for (const group of figureGroups(analysis, state.estimate, state.decodes, places))
    for (const value of group.figures) cells.set(value.id, { group: group.id, value });
  for (const [id, value] of factsOf(analysis)) cells.set(id, { group: 'structure', value });
  return cells;
}

/** The structure in words, for what no figure says. */
function factsOf({ model }: Analysis): readonly (readonly [string, string])[] {
  const { facts } = model;
  const count = (n: number | undefined) => (n === undefined ? undefined : formatInteger(n));
  const attention = facts.attention?.map(attentionText);
  const { experts } = facts;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['architecture', facts.architecture ?? (model.format === 'onnx' ? undefined : model.modelType)],
    ['layers', count(facts.layers)],
    ['hiddenSize', count(facts.hiddenSize)],
    ['attention', attention && [...new Set(attention)].join('; ')],
    ['experts', experts && expertsText(experts)],
    ['vocabulary', count(facts.vocabularySize)],
    ['longest', count(facts.maximumPositions)],
    [
      'tiedEmbeddings',
      facts.tiedEmbeddings === undefined ? undefined : facts.tiedEmbeddings ? 'tied' : 'untied',
    ],
    ['stored', facts.quantisation ?? model.dtype],
  ];
  return all.filter((row): row is readonly [string, string] => row[1] !== undefined);
}

function rowOf(id: string, group: string, columns: readonly ReadonlyMap<string, Cell>[]): ComparedFigure {
  const values = columns.map((column) => column.get(id)?.value ?? '');
  const keys = values.map((v) => (typeof v === 'string' ? v : `${v.value} ${v.certainty === 'lower bound'}`));
  const number = (v: FigureView | string | undefined) => (typeof v === 'object' ? v.value : null);
  const first = number(values[0]);
  return {
    id,
    group,
    values,
    ratios: values.map((v, i) => {
      const value = number(v);
      if (i === 0 || value === null || !first) return '';
      return value === first ? '=' : formatRatio(value / first);
    }),
    differs: keys.some((key) => key !== keys[0]),
  };
}
