/** What a decode step reads, operator by operator: what limits generation at small batches. */
import type { Model } from '../model/model';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { noDecode, unknownPlaces } from './compute';
import type { Costs } from './costModel';
import { absorbedCosts } from './estimate';
import { operatorFigures } from './operatorFigures';
import type { Quantity } from './quantity';
import { unknown } from './quantity';
import { num } from './text';

const REASON =
  'each operator is taken to read its inputs from memory once; attention stores no scores; experts: every token chooses others, until all are read';

/**
 * Bytes read per generated token: the sum of `operatorFigures` over one decode step of all sequences, weights, cache, states
 * and activations, divided by the batch; latent attention in its
 * absorbed form. An estimate: programs fuse operators and keep small activations on the chip.
 */
export function decodeReads(model: Model, costs: Costs, scenario: Scenario): Quantity {
  const step: Scenario = { ...scenario, phase: 'decode' };
  const missing = noDecode(model, costs) ?? unknownPlaces(model, bindScenario(model, step));
  if (missing) return unknown('bytes', missing);
  const folded = absorbedCosts(model);
  const f = operatorFigures(folded?.model ?? model, folded?.costs ?? costs, step);
  const said = folded ? `latents are met as they are kept, as serving engines do; ${REASON}` : REASON;
  let all = 0;
  let weights = 0;
  let running = 0;
  let lost = 0;
  for (let i = 0; i < f.bytesRead.length; i++) {
    const runs = f.executions[i]!;
    if (runs === 0) continue;
    running++;
    const bytes = runs * f.bytesRead[i]!;
    if (Number.isNaN(bytes)) {
      lost++;
      continue;
    }
    all += bytes;
    weights += runs * f.weightBytes[i]!;
  }
  if (running === lost) return unknown('bytes', 'no operator has known bytes');
  const batch = Math.max(1, scenario.batch);
  const value = Math.round(all / batch);
  const formula = `(weights ${num(weights)} B + cache and activations ${num(all - weights)} B) / batch ${num(batch)} = ${num(value)} B`;
  return lost > 0
    ? {
        value,
        unit: 'bytes',
        certainty: 'lower bound',
        formula,
        reason: `${num(lost)} of ${num(running)} operators have no known bytes; ${said}`,
      }
    : { value, unit: 'bytes', certainty: 'estimated', formula, reason: said };
}
