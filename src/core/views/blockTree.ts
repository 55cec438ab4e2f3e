import { blockFigures, innermostFirst } from '../costs/blockFigures';
import type { BlockMeasure } from '../costs/blockFigures';
import { peaksByBlock } from '../costs/blockPeaks';
import { blockWeights } from '../costs/blockWeights';
import { cacheByBlock } from '../costs/cacheBytes';
import { noDecode, noValue, trust, unknownPlaces } from '../costs/compute';
import type { Costs } from '../costs/costModel';
import type { Certainty } from '../costs/quantity';
import type { Bindings } from '../model/evaluate';
import type { Model } from '../model/model';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import type { FoldedBlock } from './blockFolds';
import { foldedBlocks } from './blockFolds';

/**
 * One block of a model with what everything inside it costs under a scenario, all its copies together. A figure that is
 * not known is undefined, never 0.
 */
export interface BlockNode {
  /** Index in `Model.blocks`; of equal blocks that were folded, the first. */
  readonly block: number;
  /** Ids of all blocks that this node stands for; one, unless equal ones were folded. */
  readonly blocks: readonly number[];
  readonly name: string;
  /** Copies of this block beside itself in its parent: 32 for `layers`. */
  readonly repeat: number;
  readonly depth: number;
  /** Distinct parameters, and those that one token uses. */
  readonly parameters: number;
  readonly activeParameters: number;
  /** Weight bytes as stored, and under the scenario's precision; undefined when some weight's type is unknown. */
  readonly bytes: number | undefined;
  readonly weightBytes: number | undefined;
  /** MACs of one step in the scenario's phase (of the one run of a model without decode), as executed. */
  readonly macs: number | undefined;
  /** Causal and window pairs only. */
  readonly usefulMacs: number | undefined;
  /** How far both can be trusted: a lower bound or unknown says which operators are missing, and their share. */
  readonly certainty: Certainty;
  readonly reason: string | undefined;
  readonly elementOperations: number | undefined;
  readonly elementCertainty: Certainty;
  readonly elementReason: string | undefined;
  /** Operators inside whose MACs are unknown. */
  readonly unknownOperators: number;
  /** Cache at the scenario's context and batch, and constant state, together; undefined when unknown. */
  readonly cacheBytes: number | undefined;
  /**
   * The most that is held while an operator inside runs, what lies there from outside included; of one copy. An estimate
   * by liveness, or a lower bound; undefined for a block without operators.
   */
  readonly peakActivations: number | undefined;
  readonly peakCertainty: Certainty;
  /** Of one step by the roofline, where `perOperator` was given; undefined when an operator inside has no known time. */
  readonly seconds: number | undefined;
  readonly children: readonly BlockNode[];
  /** Ids of the operators directly in this block, of its first copy. */
  readonly operators: readonly number[];
  /** Ids of the weights directly in this block, of its first copy. */
  readonly weights: readonly number[];
}

/**
 * The tree of blocks under a scenario; block 0 is the model itself. Equal siblings are folded once for a model; another
 * scenario is a pass over flat arrays. `perOperator` are the seconds of every operator (`Roofline.perOperator`).
 */
export function blockTree(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  perOperator?: Float64Array,
): BlockNode {
  const run: Scenario = noDecode(model, costs) ? { ...scenario, phase: 'prefill' } : scenario;
  const bindings = bindScenario(model, run);
  const missing = unknownPlaces(model, bindings);
  const weights = blockWeights(model, scenario.weights);
  const figures = blockFigures(model, costs, run);
  const peaks = peaksByBlock(model, costs, run);
  const seconds = inside(model, perOperator && byBlock(model, perOperator));
  const cache = inside(model, cacheByBlock(model, costs, scenario));

  const build = (node: FoldedBlock, depth: number): BlockNode => {
    const sum = (of: Float64Array | Int32Array) => node.blocks.reduce((s, b) => s + of[b]!, 0);
    const known = (of: Float64Array | undefined) => {
      const value = of ? sum(of) : Number.NaN;
      return Number.isNaN(value) ? undefined : value;
    };
    const operators = sum(figures.operators);
    const measure = (m: BlockMeasure) =>
      missing
        ? ([undefined, 'unknown', missing] as const)
        : judge(model, node.blocks, m, operators, bindings);
    const [macs, certainty, reason] = measure(figures.macs);
    const [usefulMacs] = measure(figures.usefulMacs);
    const [elementOperations, elementCertainty, elementReason] = measure(figures.elementOperations);
    const peak = missing ? Number.NaN : Math.max(...node.blocks.map((b) => peaks.bytes[b]!));
    const partial = node.blocks.some((b) => peaks.partial[b] === 1);
    return {
      block: node.blocks[0]!,
      blocks: node.blocks,
      name: node.name,
      repeat: node.repeat,
      depth,
      parameters: sum(weights.parameters),
      activeParameters: sum(weights.active),
      bytes: known(weights.stored),
      weightBytes: known(weights.bytes),
      macs,
      usefulMacs,
      certainty,
      reason,
      elementOperations,
      elementCertainty,
      elementReason,
      unknownOperators: sum(figures.macs.unknown),
      cacheBytes: known(cache),
      peakActivations: Number.isNaN(peak) ? undefined : peak,
      peakCertainty: Number.isNaN(peak) ? 'unknown' : partial ? 'lower bound' : 'estimated',
      seconds: known(seconds),
      children: node.children.map((c) => build(c, depth + 1)),
      operators: node.operators,
      weights: node.weights,
    };
  };
  return build(foldedBlocks(model, costs), 0);
}

/** The figure of several blocks together with its certainty, by the rules of the model's totals. */
function judge(
  model: Model,
  blocks: readonly number[],
  m: BlockMeasure,
  operators: number,
  bindings: Bindings,
): readonly [number | undefined, Certainty, string | undefined] {
  let sum = 0;
  let unknown = 0;
  let partial = 0;
  let estimated = 0;
  const reasons = new Set<string>();
  const open = new Set<string>();
  for (const b of blocks) {
    sum += m.sum[b]!;
    unknown += m.unknown[b]!;
    partial += m.partial[b]!;
    estimated += m.estimated[b]!;
    for (const r of m.reasons.get(b) ?? []) if (reasons.size < 3) reasons.add(r);
    for (const s of m.open.get(b) ?? []) open.add(s);
  }
  if (open.size > 0) return [undefined, 'unknown', noValue([...open])];
  const total = { sum, unknown, partial, estimated, reasons: [...reasons] };
  const [certainty, reason] = trust(model, total, operators, bindings);
  return [certainty === 'unknown' ? undefined : sum, certainty, reason];
}

/** Own figures by block with those of the blocks inside added. */
function inside(model: Model, own: Float64Array | undefined): Float64Array | undefined {
  if (own)
    for (const b of innermostFirst(model)) {
      const parent = model.blocks[b]!.parent;
      if (parent >= 0) own[parent]! += own[b]!;
    }
  return own;
}

function byBlock(model: Model, perOperator: Float64Array): Float64Array {
  const own = new Float64Array(model.blocks.length);
  model.operators.forEach((op, id) => (own[op.block]! += perOperator[id]!));
  return own;
}
