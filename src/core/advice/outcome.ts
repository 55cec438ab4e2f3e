import { buildModel } from '../architectures/buildModel';
import type { Costs } from '../costs/costModel';
import { costModel } from '../costs/costModel';
import { decodeReads } from '../costs/decodeReads';
import { estimate } from '../costs/estimate';
import type { Estimate } from '../costs/estimate';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { readsOf } from './case';
import type { Case } from './case';
import { compare } from './effects';
import type { Outcome, Variant } from './verdict';

type Config = Readonly<Record<string, unknown>>;

/** The config with some keys replaced or, where the value is undefined, removed. */
export function changeConfig(config: Config, set: Readonly<Record<string, unknown>>): Config {
  const changed: Record<string, unknown> = { ...config };
  for (const [path, value] of Object.entries(set)) {
    const [first, ...rest] = path.split('.') as [string, ...string[]];
    const inner = changed[first];
    const nested = typeof inner === 'object' && inner !== null ? (inner as Config) : {};
    if (rest.length > 0) changed[first] = changeConfig(nested, { [rest.join('.')]: value });
    else if (value === undefined) delete changed[first];
    else changed[first] = value;
  }
  return changed;
}

/** The engine on the changed model or scenario; undefined when the change did not take and no figure may be shown. */
export function outcomeOf(c: Case, variant: Variant): Outcome | undefined {
  const { change } = variant;
  if (change.kind === 'plan') return { variant, effects: change.effects };
  if (change.kind === 'scenario')
    return finished(c, variant, {
      model: c.model,
      costs: c.costs,
      scenario: scenarioFor(c.model, { ...c.scenario, ...change.set }),
    });
  const model = change.kind === 'model' ? change.apply(c.model) : rebuilt(c, change.set);
  if (!model || (variant.took && !variant.took(model))) return undefined;
  const use = change.kind === 'config' ? change.scenario : undefined;
  const scenario = use ? scenarioFor(model, { ...c.scenario, ...use }) : c.scenario;
  const sameCosts = change.kind === 'model' && change.sameCosts;
  const changed: Changed = { model, costs: sameCosts ? c.costs : costModel(model, c.costs), scenario };
  const decoding = variant.decodeWith?.(model);
  return finished(
    c,
    variant,
    changed,
    decoding && { model: decoding, costs: costModel(decoding, c.costs), scenario },
  );
}

interface Changed {
  readonly model: Model;
  readonly costs: Costs;
  readonly scenario: Scenario;
}

/** `decoding`: another form of the changed model that decode steps run. */
function finished(c: Case, variant: Variant, changed: Changed, decoding?: Changed): Outcome | undefined {
  const { only } = variant;
  const { scenario } = changed;
  const after = estimateWith(changed, decoding);
  const decoded = decoding ?? changed;
  const reads =
    !only || only.includes('reads')
      ? ([readsOf(c), decodeReads(decoded.model, decoded.costs, scenario)] as const)
      : undefined;
  const effects = compare(c.before, after, c.scenario, scenario, reads).filter(
    (e) => !only || only.includes(e.kind),
  );
  const memory = only && !only.includes('memory') ? null : after.memory.total.value;
  if (effects.length === 0) return undefined;
  const was = c.before.memory.total.value;
  if (!c.device || was === null || memory === null) return { variant, effects };
  const room = c.device.memoryBytes;
  return { variant, effects, fits: { before: was <= room, after: memory <= room } };
}

function estimateWith(changed: Changed, decoding: Changed | undefined): Estimate {
  const after = estimate(changed.model, changed.costs, changed.scenario);
  if (!decoding) return after;
  const asDecoded = estimate(decoding.model, decoding.costs, changed.scenario);
  const compute = { ...after.compute, decode: asDecoded.compute.decode };
  const memory = changed.scenario.phase === 'decode' ? asDecoded.memory : after.memory;
  return { ...after, compute, memory };
}

/** The model of the changed config; undefined when the modelling library would refuse it. */
function rebuilt(c: Case, set: Readonly<Record<string, unknown>>): Model | undefined {
  if (!c.config) return undefined;
  const model = buildModel(changeConfig(c.config, set), { name: c.model.name, dtype: c.model.dtype });
  const known = new Set(c.model.problems.map((p) => p.code));
  const refused = model.problems.some((p) => p.severity === 'error' && !known.has(p.code));
  // A change of family must not turn an exact model into a guess.
  return refused || (c.model.certainty === 'exact' && model.certainty !== 'exact') ? undefined : model;
}
