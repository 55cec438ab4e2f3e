/** Peak activations by block: the most that is held while any operator inside the block runs. */
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import type { Model } from '../model/model';
import type { Costs } from './costModel';
import { activationBits, heldBytes } from './liveness';
import { computeBits } from './memory';

/** By block id, in the scenario's phase. */
export interface BlockPeaks {
  /** Bytes; NaN for a block without operators of the main graph. */
  readonly bytes: Float64Array;
  /** 1 where something of unknown size is held while an operator of the block runs: its peak is a lower bound. */
  readonly partial: Uint8Array;
}

/**
 * What is held from outside the block counts too: it is there while the block runs. A repeated block is as large as one
 * of its copies.
 */
export function peaksByBlock(model: Model, costs: Costs, scenario: Scenario): BlockPeaks {
  const bytes = new Float64Array(model.blocks.length).fill(Number.NaN);
  const partial = new Uint8Array(model.blocks.length);
  if (!costs.liveness) return { bytes, partial };
  const bits = activationBits(model.dtype, computeBits(model, scenario));
  const held = heldBytes(model, costs.liveness, bindScenario(model, scenario), bits);
  model.graphs[costs.liveness.graph]!.operators.forEach((id, at) => {
    const now = held.bytes[at]!;
    const unknown = held.unknown[at]! > 0;
    for (let b = model.operators[id]!.block, depth = 0; b >= 0 && depth < 64; depth++) {
      if (!(bytes[b]! >= now)) bytes[b] = now;
      if (unknown) partial[b] = 1;
      b = model.blocks[b]!.parent;
    }
  });
  return { bytes, partial };
}
