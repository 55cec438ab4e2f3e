import type { Device } from '../hardware/device';
import { deviceOf } from '../hardware/devices';
import type { Scenario } from '../scenario/scenario';
import { TECHNIQUES } from './catalogue';
import { caseOf } from './case';
import type { Case, Source } from './case';
import { outcomeOf } from './outcome';
import { goalOf, rank } from './rank';
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
  const c = prepared(source, wanted, options);
  const hidden = new Set(options.hidden ?? []);
  const judged = judgements(c).filter((j) => j.status === 'applies' && !hidden.has(j.technique.id));
  return rank(c, judged, options.goal ?? goalOf(c)).slice(0, options.limit ?? Infinity);
}

/** What the scenario asks most urgently of this model. */
export function goalFor(
  source: Source,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): Goal {
  return goalOf(prepared(source, wanted, options));
}

/** Every technique of the catalogue with what its test says of this model, applicable or not. */
export function allTechniques(
  source: Source,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): readonly Judged[] {
  return judgements(prepared(source, wanted, options));
}

/** What the model already does, with what it saves where the engine could tell. */
export function alreadyInUse(source: Source, wanted: Partial<Scenario> = {}): readonly Judged[] {
  return allTechniques(source, wanted).filter((j) => j.status === 'in use');
}

function prepared(source: Source, wanted: Partial<Scenario>, options: AdviceOptions): Case {
  const device = wanted.device === undefined ? undefined : deviceOf(wanted.device, options.devices);
  return caseOf(source, wanted, device);
}

const KNOWN = new WeakMap<Case['model'], { key: string; judged: readonly Judged[] }>();

/** One slow pass per model and scenario: lenses, hovers, page and report ask for the same. */
function judgements(c: Case): readonly Judged[] {
  const key = JSON.stringify([c.scenario, c.device ?? null]);
  const known = KNOWN.get(c.model);
  if (known?.key === key) return known.judged;
  const judged = TECHNIQUES.map((t) => judge(t, c));
  KNOWN.set(c.model, { key, judged });
  return judged;
}

function judge(technique: Technique, c: Case): Judged {
  const rule = ruleOf(technique.id);
  if (!rule)
    return { technique, effort: 'setting', status: 'not applicable', reason: 'it has no test', outcomes: [] };
  const verdict = rule.judge(c);
  const base = { technique, effort: rule.effort, status: verdict.kind };
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
