import { advise, allTechniques, goalFor } from '../../advice/advise';
import { SURVEYS } from '../../advice/surveys';
import { GOALS } from '../../advice/technique';
import type { Reference } from '../../advice/technique';
import type { Advice, Effect, Outcome } from '../../advice/verdict';
import { effortText, ratioText } from '../adviceText';
import type { FigureView } from './figureView';
import { figureOf } from './figureView';
import type { PageState } from './pageState';

/** One quantity that a technique moves. */
export interface EffectView {
  readonly quantity: string;
  readonly before: FigureView | undefined;
  readonly after: FigureView;
  /** `4× less`, `+12 %`; '' for plain facts. */
  readonly ratio: string;
  readonly direction: 'gain' | 'loss' | 'fact';
}

/** A technique with what it would do to this model under this scenario. */
export interface AdviceCard {
  readonly technique: string;
  readonly title: string;
  /** The variant that was computed: `8 KV heads instead of 32`. */
  readonly variant: string;
  readonly effects: readonly EffectView[];
  readonly tradeOff: string;
  /** `a conversion of the finished model; a small loss of quality`. */
  readonly effort: string;
  /** What the figures rest on beyond the engine; '' for nothing. */
  readonly assumption: string;
  /** `Name 2023, arXiv 2305.13245` with its address. */
  readonly references: readonly { readonly text: string; readonly url?: string }[];
  /** Of the surveys: `S1 · Quantization`. */
  readonly survey: string;
  readonly canTry: boolean;
  readonly fits?: { readonly before: boolean; readonly after: boolean };
}

/** What would help: for which goal, best first, and what is in use already. */
export interface AdviceView {
  readonly goal: 'fit' | 'context' | 'speed' | 'training';
  readonly goals: readonly AdviceView['goal'][];
  readonly cards: readonly AdviceCard[];
  readonly inUse: readonly {
    readonly technique: string;
    readonly title: string;
    readonly statement: string;
  }[];
  /** Techniques of the catalogue, shown or not. */
  readonly all: number;
}

/** Cards shown at most; all techniques have their own list. */
const MOST = 24;

/** What would help for a goal, or, with null, for what the scenario asks most urgently. */
export function adviceView(state: PageState, wanted: AdviceView['goal'] | null): AdviceView {
  const { analysis, scenario, options } = state;
  const own = options.devices ? { devices: options.devices } : {};
  const goal = wanted ?? goalFor(analysis, scenario, own);
  const all = allTechniques(analysis, scenario, own);
  return {
    goal,
    goals: GOALS,
    cards: advise(analysis, scenario, { ...own, goal, limit: MOST }).map((a) => cardOf(a, state)),
    inUse: all
      .filter((j) => j.status === 'in use')
      .map((j) => ({ technique: j.technique.id, title: j.technique.title, statement: j.reason })),
    all: all.length,
  };
}

function cardOf(a: Advice, state: PageState): AdviceCard {
  const { technique: t, best } = a;
  const tries = (o: Outcome) => o.variant.change.kind === 'config';
  return {
    technique: t.id,
    title: t.title,
    variant: best.variant.title,
    effects: best.effects.map(effectView),
    tradeOff: a.tradeOff,
    effort: effortText(a.effort, a.quality),
    assumption: best.variant.assumption ?? '',
    references: t.references.map(referenceView),
    survey: surveyOf(t.id),
    canTry: state.analysis.config !== undefined && [best, ...a.others].some(tries),
    ...(best.fits ? { fits: best.fits } : {}),
  };
}

function effectView(e: Effect): EffectView {
  const units = e.kind === 'weights' ? 'decimal' : 'binary';
  return {
    quantity: e.quantity,
    before: e.direction === 'fact' ? undefined : figureOf(`${e.kind}.before`, e.before, units),
    after: figureOf(`${e.kind}.after`, e.after, units),
    ratio: ratioText(e),
    direction: e.direction,
  };
}

function referenceView(r: Reference): AdviceCard['references'][number] {
  const text = `${r.title} (${r.year}${r.arxiv === undefined ? '' : `, arXiv ${r.arxiv}`})`;
  return r.arxiv === undefined ? { text } : { text, url: `https://arxiv.org/abs/${r.arxiv}` };
}

/** The first category that names the technique, by survey: `S1 · Quantization`. */
function surveyOf(technique: string): string {
  for (const [i, survey] of SURVEYS.entries()) {
    const category = survey.categories.find((c) => c.techniques.includes(technique));
    if (category) return `S${i + 1} · ${category.name}`;
  }
  return '';
}
