import type { Analysis } from '../analysis';
import { advise } from '../advice/advise';
import type { AdviceOptions } from '../advice/advise';
import { decisive } from '../advice/rank';
import { printReference } from '../advice/technique';
import type { Goal } from '../advice/technique';
import type { Advice } from '../advice/verdict';
import type { Scenario } from '../scenario/scenario';
import { canTry, isActionable, isNear } from './adviceOnKey';
import { adviceLine, outcomeText } from './adviceText';
import type { Lens } from './lenses';

/** A hint above the key that causes a cost. */
export interface AdviceLens extends Lens {
  /** Id of the technique, for its card, for trying it and for hiding it. */
  readonly technique: string;
  /** Path of the key it stands on. */
  readonly key: string;
  /** Whether the change is one of the config's keys and can be tried as a diff. */
  readonly canTry: boolean;
}

export interface AdviceLensOptions extends Omit<AdviceOptions, 'goal' | 'limit'> {
  /** `top`: at most three; `all`: one on every key that has advice; `never`: none. */
  readonly show: 'top' | 'all' | 'never';
}

const MOST = 3;
/** A saving that is so much of another is far more. */
const FAR_MORE = 0.75;
/** Where a hint stands whose own keys the config leaves out. */
const OTHERWISE = ['architectures', 'model_type'] as const;
const GOALS: readonly (Goal | undefined)[] = [undefined, 'context', 'speed'];

/**
 * Hints over a config's keys: for what the scenario asks most urgently, then for longer contexts and faster decoding; one
 * per key and technique, so that their number and places stay while values are typed. In the order of the text.
 */
export function adviceLenses(
  analysis: Analysis,
  wanted: Partial<Scenario>,
  options: AdviceLensOptions,
): readonly AdviceLens[] {
  const { config } = analysis;
  if (!config || options.show === 'never') return [];
  const lists = GOALS.map((goal) => advise(analysis, wanted, { ...options, ...(goal ? { goal } : {}) }));
  const chosen = new Map<string, Advice>();
  const otherwise = OTHERWISE.filter((key) => config.ranges.has(key)).slice(0, 1);
  const most = options.show === 'all' ? Infinity : MOST;
  const longest = Math.max(...lists.map((l) => l.length));
  for (let i = 0; i < longest; i++)
    for (const list of lists) {
      const a = list[i];
      if (!a || chosen.size >= most) continue;
      if (options.show === 'top' && !(isNear(a) && isActionable(a))) continue;
      const keys = a.anchors.length > 0 ? a.anchors : otherwise;
      const key = keys.find((k) => config.ranges.has(k) && !chosen.has(k));
      if (key === undefined) continue;
      const others = [...chosen.values()];
      const clashes = others.some((b) => b.id === a.id || a.insteadOf.includes(b.id));
      if (clashes) continue;
      chosen.set(key, mostTelling(lists, a));
    }
  return [...chosen]
    .map(([key, a]) => ({
      offset: config.ranges.get(key)!.property.start,
      title: adviceLine(a),
      tooltip: tooltip(a),
      technique: a.id,
      key,
      canTry: canTry(a),
    }))
    .sort((a, b) => a.offset - b.offset);
}

/** Told by what the scenario asks most urgently where it helps that too, but by what it saves far more of if there is such. */
function mostTelling(lists: readonly (readonly Advice[])[], advice: Advice): Advice {
  const told = lists.flatMap((list) => list.filter((a) => a.id === advice.id));
  const ratio = (a: Advice) => decisive(a.best, a.goal)?.ratio ?? 1;
  return told.reduce((best, a) => (ratio(a) < FAR_MORE * ratio(best) ? a : best));
}

function tooltip(a: Advice): string {
  const assumed = a.best.variant.assumption ? `Rests on: ${a.best.variant.assumption}. ` : '';
  const [reference] = a.technique.references;
  return `${a.technique.title}. ${outcomeText(a.best, a.goal)}. ${assumed}${a.tradeOff}${reference ? ` (${printReference(reference)})` : ''}`;
}
