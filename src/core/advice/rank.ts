import type { Case } from './case';
import { priority } from './priority';
import type { Goal, Technique } from './technique';
import type { Advice, Effect, EffectKind, Judged, Outcome } from './verdict';

/** What each goal counts, the most telling first; the first that an outcome has decides. */
const COUNTS: Readonly<Record<Goal, readonly EffectKind[]>> = {
  fit: ['memory', 'weights'],
  context: ['cache', 'cachePerToken'],
  speed: ['reads', 'decode', 'prefill', 'weights', 'operators'],
  training: ['trainState', 'trainActivations', 'trainFlops'],
};

/** What a goal must not cost: a loss beyond a doubling here is held against a technique. */
const WATCHED: readonly EffectKind[] = ['memory', 'weights', 'cache', 'reads', 'decode', 'prefill'];

/** Gains below this share are dropped. */
const WORTH = 0.05;

/** A saving beyond sixteen times counts as sixteen times. */
const LARGEST = 1 / 16;

/**
 * The goal that a scenario speaks of: a device it does not fit comes first, then a cache that outgrows the weights, else
 * speed.
 */
export function goalOf(c: Case): Goal {
  const total = c.before.memory.total.value;
  if (c.device && total !== null && total > c.device.memoryBytes) return 'fit';
  const cache = c.before.cache.bytesAtContext.value ?? 0;
  const weights = c.before.weights.scenario.value ?? Infinity;
  return cache > weights ? 'context' : 'speed';
}

/**
 * Advice for a goal, best first; what does nothing for the goal is left out. The order: saving on what the goal counts ×
 * quality × effort (`priority`), less for what it costs elsewhere and for ratios that are assumed.
 */
export function rank(c: Case, judged: readonly Judged[], goal: Goal): readonly Advice[] {
  const list: Advice[] = [];
  for (const j of judged) {
    if (!j.technique.goals.includes(goal)) continue;
    const scored = j.outcomes
      .map((outcome) => ({ outcome, gain: gainOf(outcome, goal) }))
      .filter((s) => s.gain !== undefined && s.gain > -Math.log(1 - WORTH))
      .map((s) => ({ ...s, gain: s.gain! }));
    if (scored.length === 0) continue;
    // The first variant is the usual one; others stand beside it however far they go.
    const best = scored[0]!;
    const quality = best.outcome.variant.quality ?? j.quality;
    list.push({
      id: j.technique.id,
      technique: j.technique,
      title: best.outcome.variant.title,
      effort: j.effort,
      quality,
      tradeOff: j.tradeOff,
      goal,
      score:
        (best.gain - 0.5 * lossOf(best.outcome, goal)) *
          priority(quality, j.effort, goal) *
          trust(c, best.outcome, goal) +
        fitBonus(best.outcome, goal),
      best: best.outcome,
      others: j.outcomes.filter((o) => o !== best.outcome),
      anchors: anchorsOf(c, j.technique),
      insteadOf: [],
    });
  }
  list.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return list.map((a, i) => ({
    ...a,
    insteadOf: list
      .slice(0, i)
      .filter((b) => b.technique.conflicts.includes(a.id) || a.technique.conflicts.includes(b.id))
      .map((b) => b.id),
  }));
}

/** Less for ratios that are assumed, and for compute alone where a decoder waits for memory. */
function trust(c: Case, o: Outcome, goal: Goal): number {
  const kind = decisive(o, goal)?.kind;
  const beside = goal === 'speed' && c.isDecoder && kind !== 'reads';
  return (o.variant.assumed ? 0.5 : 1) * (beside ? 0.4 : 1);
}

/** The effect that a goal looks at. */
export function decisive(o: Outcome, goal: Goal): Effect | undefined {
  for (const kind of COUNTS[goal]) {
    const effect = o.effects.find((e) => e.kind === kind && e.direction !== 'fact');
    if (effect) return effect;
  }
  return undefined;
}

function gainOf(o: Outcome, goal: Goal): number | undefined {
  const ratio = decisive(o, goal)?.ratio;
  return ratio === undefined ? undefined : -Math.log(Math.max(ratio, LARGEST));
}

/** What else grows beyond twice its size, in the same measure. */
function lossOf(o: Outcome, goal: Goal): number {
  let loss = 0;
  for (const e of o.effects) {
    if (e.direction !== 'loss' || !WATCHED.includes(e.kind) || COUNTS[goal][0] === e.kind) continue;
    loss = Math.max(loss, Math.log(e.ratio ?? 1) - Math.log(2));
  }
  return Math.max(0, loss);
}

/** What makes it fit the device goes first. */
function fitBonus(o: Outcome, goal: Goal): number {
  return goal === 'fit' && o.fits && !o.fits.before && o.fits.after ? 10 : 0;
}

/** Paths of the keys that cause the cost and that the config holds, as the file spells them, the most telling first. */
export function anchorsOf(c: Case, technique: Technique): readonly string[] {
  const { config, shape } = c;
  if (!config || !shape) return [];
  const found = technique.anchors.map((key) => [shape.path(key), key].find((path) => has(config, path)));
  return [...new Set(found.filter((path) => path !== undefined))];
}

function has(config: unknown, path: string): boolean {
  let here: unknown = config;
  for (const part of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return false;
    here = (here as Record<string, unknown>)[part];
  }
  return true;
}
