/**
 * All that a page may ask and that needs no editor, answered from an analysis and a scenario: the host and the page's own
 * tests share it. Nothing is read, nothing kept but what `PageState` keeps.
 */
import type { Analysis } from '../../analysis';
import type { WantedScenario } from '../../scenario/checkScenario';
import { GOALS } from '../../advice/technique';
import type { AdviceView } from './adviceCards';
import { adviceView } from './adviceCards';
import { checkLayerQuery, layerRows } from './layerRows';
import type { LayerRows } from './layerRows';
import { pageHead } from './pageHead';
import type { PageOptions } from './pageState';
import { pageState } from './pageState';
import type { PageHead, PageView, PartialView } from './pageView';
import { pageView } from './pageView';
import type { Found } from './search';
import { rowOfOperator, searchModel } from './search';
import { checkParts } from './viewParts';

/** The answers by the names of the asks; arguments are as they came, and made whole here. */
export interface PageAnswers {
  readonly head: () => PageHead;
  /** The view under the scenario; `parts`: of its parts those named there, as a page sent them. */
  readonly view: {
    (): PageView & PartialView;
    (parts: unknown): PartialView;
  };
  readonly layers: (query: unknown) => LayerRows;
  readonly search: (args: unknown) => readonly Found[];
  /** Where the table of layers shows an operator. */
  readonly rowOf: (operator: number) => Found['row'];
  readonly advice: (args: unknown) => AdviceView;
}

/** Answers for one file as it stands under one scenario. */
export function answerPage(
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
  options: PageOptions = {},
): PageAnswers {
  const state = () => pageState(analysis, wanted, options);
  return {
    head: () => pageHead(analysis, options),
    view: (parts?: unknown) => pageView(state(), checkParts(parts)) as PageView & PartialView,
    layers: (query) => layerRows(state(), checkLayerQuery(query)),
    search: (args) => {
      const text = (args as { text?: unknown } | null | undefined)?.text;
      return searchModel(state(), typeof text === 'string' ? text : '');
    },
    rowOf: (operator) => rowOfOperator(state(), operator),
    advice: (args) => {
      const goal = (args as { goal?: unknown } | null | undefined)?.goal;
      return adviceView(state(), GOALS.find((g) => g === goal) ?? null);
    },
  };
}
