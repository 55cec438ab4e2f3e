import type { Device } from '../hardware/device';
import { deviceOf } from '../hardware/devices';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { TECHNIQUES, techniqueOf } from './catalogue';
import { caseOf } from './case';
import type { Case, Source } from './case';
import { fromOriginals, withoutCheckpoint } from './originals';
import { outcomeOf } from './outcome';
import { anchorsOf, goalOf, rank } from './rank';
import { ruleOf } from './rules';
import type { Goal, Technique } from './technique';
import type { Advice, Judged, Outcome } from './verdict';

export interface AdviceOptions {
  /** What the person wants; by default what the scenario asks most urgently (`goalOf`). */
  readonly goal?: Goal;
  /** Devices of the user's own. */
  readonly devices?: readonly Device[];
  /** Ids that are never to be shown. */
  readonly hidden?: readonly string[];
  /** At most so many; all by default. */
  readonly limit?: number;
}

/** What is worth doing to this model under this scenario, best first: computed, ranked, small gains dropped. */
export function advise(
  source: Source,
  wanted: Partial<Scenario> = {},
  options: AdviceOptions = {},
): readonly Advice[] {
  return ranked(prepared(source, wanted, options), TECHNIQUES, options);
}

/**
 * The same of what concerns one key of a config, by its path. `first`: only where the key is the one that a hint stands
 * on. The other techniques are not judged.
 */
export function adviseOnKey(
  source: Source,
  key: string,
  wanted: Partial<Scenario> = {},
  options: AdviceOptions & { readonly first?: boolean } = {},
): readonly Advice[] {
  const held = prepared(source, wanted, options);
  const on = (t: Technique) => {
    const anchors = anchorsOf(held.of, t);
    return options.first ? anchors[0] === key : anchors.includes(key);
  };
  return ranked(held, TECHNIQUES.filter(on), options);
}

function ranked(held: Held, techniques: readonly Technique[], options: AdviceOptions): readonly Advice[] {
  const hidden = new Set(options.hidden ?? []);
  const judged = techniques
    .filter((t) => !hidden.has(t.id))
    .map((t) => judgedOf(held, t))
    .filter((j) => j.status === 'applies');
  return rank(held.of, judged, options.goal ?? goalOf(held.of)).slice(0, options.limit ?? Infinity);
}

/** What the scenario asks most urgently of this model. */
export function goalFor(
  source: Source,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): Goal {
  return goalOf(prepared(source, wanted, options).of);
}

/** Every technique of the catalogue with what its test says of this model, applicable or not. */
export function allTechniques(
  source: Source,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): readonly Judged[] {
  const held = prepared(source, wanted, options);
  return TECHNIQUES.map((t) => judgedOf(held, t));
}

/** One technique with what its test says of this model. */
export function oneTechnique(
  id: string,
  source: Source,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): Judged | undefined {
  const technique = techniqueOf(id);
  return technique && judgedOf(prepared(source, wanted, options), technique);
}

/** What the model already does, with what it saves where the engine could tell. */
export function alreadyInUse(source: Source, wanted: Partial<Scenario> = {}): readonly Judged[] {
  return allTechniques(source, wanted).filter((j) => j.status === 'in use');
}

/**
 * Judges every technique, one a step, so that whoever must stay responsive can pause between steps. When it is through,
 * `advise` and `allTechniques` answer at once for the same source, scenario and devices.
 */
export function* adviceSteps(
  source: Source,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): Generator<void, void> {
  const held = prepared(source, wanted, options);
  yield;
  for (const t of TECHNIQUES) {
    judgedOf(held, t);
    yield;
  }
}

/** A model under a scenario, with what was judged of it so far. */
interface Held {
  readonly of: Case;
  readonly judged: Map<string, Judged>;
}

/** So many scenarios of a model are held: a slider leaves many behind. */
const MOST_HELD = 4;

/** Lenses, hovers, page and report ask for the same: nothing is judged twice. By scenario, the latest last. */
const HELD = new WeakMap<Source['model'], Map<string, Held>>();

function prepared(source: Source, wanted: Partial<Scenario>, options: AdviceOptions): Held {
  const device = wanted.device === undefined ? undefined : deviceOf(wanted.device, options.devices);
  const key = JSON.stringify([scenarioFor(source.model, wanted), device ?? null]);
  const all = HELD.get(source.model) ?? new Map<string, Held>();
  HELD.set(source.model, all);
  const held = all.get(key) ?? { of: caseOf(source, wanted, device), judged: new Map<string, Judged>() };
  all.delete(key);
  all.set(key, held);
  for (const old of all.keys()) if (all.size > MOST_HELD) all.delete(old);
  return held;
}

function judgedOf(held: Held, technique: Technique): Judged {
  let judged = held.judged.get(technique.id);
  if (!judged) held.judged.set(technique.id, (judged = judge(technique, held.of)));
  return judged;
}

function judge(technique: Technique, c: Case): Judged {
  const rule = ruleOf(technique.id);
  if (!rule) return { ...untested(technique), outcomes: [] };
  const { effort, quality } = rule;
  const { remark, not } = fromOriginals(c, technique, effort);
  const verdict = withoutCheckpoint(rule.judge(c), not);
  const tradeOff = [remark, technique.tradeOff].filter(Boolean).join(' ');
  const base = { technique, effort, quality, tradeOff, status: verdict.kind };
  if (verdict.kind === 'not applicable' || verdict.kind === 'no figure')
    return { ...base, reason: verdict.why, outcomes: [] };
  if (verdict.kind === 'in use') {
    const outcome = verdict.compare && outcomeOf(c, verdict.compare);
    return { ...base, reason: verdict.statement, outcomes: outcome ? [outcome] : [] };
  }
  const outcomes = verdict.variants.map((v) => outcomeOf(c, v)).filter((o): o is Outcome => o !== undefined);
  if (outcomes.length > 0) return { ...base, reason: '', outcomes };
  const reason = 'the family builds no model with this change, or no figure would change';
  return { ...base, status: 'no figure', reason, outcomes: [] };
}

function untested(technique: Technique): Omit<Judged, 'outcomes'> {
  const { tradeOff } = technique;
  const reason = 'it has no test';
  return { technique, effort: 'setting', quality: 'same', tradeOff, status: 'not applicable', reason };
}
