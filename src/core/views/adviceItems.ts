import type { Analysis } from '../analysis';
import { advise } from '../advice/advise';
import { printReference } from '../advice/technique';
import type { Device } from '../hardware/device';
import type { Scenario } from '../scenario/scenario';
import type { AdviceItem } from './report';

/** How many techniques a report names. */
const MOST = 8;

/** The best advice for a model under a scenario, as the report has it; facts without a before are left to the cards. */
export function adviceItems(
  analysis: Analysis,
  wanted: Partial<Scenario>,
  devices: readonly Device[] = [],
): readonly AdviceItem[] {
  return advise(analysis, wanted, { limit: MOST, devices }).map((a) => ({
    id: a.id,
    title: `${a.technique.title}: ${a.title}`,
    changes: a.best.effects
      .filter((e) => e.direction !== 'fact')
      .map(({ quantity, before, after }) => ({ quantity, before, after })),
    tradeOff: a.best.variant.assumption
      ? `${a.tradeOff} Rests on: ${a.best.variant.assumption}.`
      : a.tradeOff,
    references: a.technique.references.map(printReference),
  }));
}
