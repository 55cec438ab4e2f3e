/** Peak activations by block: the most that is held while any operator inside the block runs. */
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import type { Model } from '../model/model';
import type { Costs } from './costModel';
import { activationBits, heldBytes } from './liveness';
import { computeBits } from './memory';

/**
 * Bytes by block id, in the scenario's phase; NaN for a block without operators of the main graph. What is held from
 * outside the block counts too: it is there while the block runs. A repeated block is as large as one of its copies.
 */
export function peaksByBlock(model: Model, costs: Costs, scenario: Scenario): Float64Array {
  const peaks = new Float64Array(model.blocks.length).fill(Number.NaN);
  if (!costs.liveness) return peaks;
  const bits = activationBits(model.dtype, computeBits(model, scenario));
  const held = heldBytes(model, costs.liveness, bindScenario(model, scenario), bits);
  model.graphs[costs.liveness.graph]!.operators.forEach((id, at) => {
    const bytes = held[at]!;
    for (let b = model.operators[id]!.block, depth = 0; b >= 0 && depth < 64; depth++) {
      if (!(peaks[b]! >= bytes)) peaks[b] = bytes;
      b = model.blocks[b]!.parent;
    }
  });
  return peaks;
}
