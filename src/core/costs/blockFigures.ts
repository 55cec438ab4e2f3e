/** What every block costs under one scenario, with everything inside it and all its copies: flat arrays by block id. */
import { symbolsOf } from '../model/expression';
import type { Model } from '../model/model';
import type { Bindings } from '../model/evaluate';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import type { Costs } from './costModel';
import type { OperatorCost } from './operatorCost';
import { operatorFigures } from './operatorFigures';

/** Names of the sums, as operators have them. */
export type MeasureName = 'macs' | 'usefulMacs' | 'elementOperations';

/** A sum over the operators of each block, with what it misses, by the same rules as the totals of the model. */
export interface BlockMeasure {
  readonly sum: Float64Array;
  /** Operators of which nothing is counted; counted too seldom or too little; estimated. */
  readonly unknown: Int32Array;
  readonly partial: Int32Array;
  readonly estimated: Int32Array;
  /** First reasons for these, by block. */
  readonly reasons: ReadonlyMap<number, ReadonlySet<string>>;
  /** Symbols without a value, by block: the sum is then unknown. */
  readonly open: ReadonlyMap<number, ReadonlySet<string>>;
}

export interface BlockFigures extends Readonly<Record<MeasureName, BlockMeasure>> {
  /** Operators that run in the scenario's phase. */
  readonly operators: Int32Array;
}

const MAX_REASONS = 3;

/** One pass over the operators and one over the blocks. */
export function blockFigures(model: Model, costs: Costs, scenario: Scenario): BlockFigures {
  const figures = operatorFigures(model, costs, scenario);
  const bindings = bindScenario(model, scenario);
  const n = model.blocks.length;
  const operators = new Int32Array(n);
  const measures = {
    macs: new Measure('macs', n, bindings),
    usefulMacs: new Measure('usefulMacs', n, bindings),
    elementOperations: new Measure('elementOperations', n, bindings),
  };
  for (let id = 0; id < model.operators.length; id++) {
    const runs = figures.executions[id]!;
    const times = costs.executions[id];
    if (times === 0 || (scenario.phase === 'decode' && costs.prefillOnly.has(id))) continue;
    const block = model.operators[id]!.block;
    const cost = costs.operators[id]!;
    operators[block]! += 1;
    measures.macs.add(block, figures.macs[id]!, runs, times, cost);
    measures.usefulMacs.add(block, figures.usefulMacs[id]!, runs, times, cost);
    measures.elementOperations.add(block, figures.elementOperations[id]!, runs, times, cost);
  }
  for (const b of innermostFirst(model)) {
    const parent = model.blocks[b]!.parent;
    if (parent < 0) continue;
    operators[parent]! += operators[b]!;
    for (const m of Object.values(measures)) m.join(b, parent);
  }
  return { ...measures, operators };
}

class Measure implements BlockMeasure {
  readonly sum: Float64Array;
  readonly unknown: Int32Array;
  readonly partial: Int32Array;
  readonly estimated: Int32Array;
  readonly reasons = new Map<number, Set<string>>();
  readonly open = new Map<number, Set<string>>();

  constructor(
    private readonly name: MeasureName,
    blocks: number,
    private readonly bindings: Bindings,
  ) {
    this.sum = new Float64Array(blocks);
    this.unknown = new Int32Array(blocks);
    this.partial = new Int32Array(blocks);
    this.estimated = new Int32Array(blocks);
  }

  add(block: number, value: number, runs: number, times: Costs['executions'][number], c: OperatorCost): void {
    const cost = c[this.name];
    if (cost === 0) return;
    if (cost === undefined) {
      this.unknown[block]! += 1;
      this.because(block, c.reason);
      return;
    }
    const all = value * (times === undefined ? 1 : runs);
    if (Number.isNaN(all)) {
      for (const e of [cost, times ?? 1])
        for (const s of symbolsOf(e)) if (!Object.hasOwn(this.bindings, s)) at(this.open, block).add(s);
    } else this.sum[block]! += all;
    if (times === undefined || c.certainty === 'lower bound') {
      this.partial[block]! += 1;
      this.because(block, times === undefined ? 'how often a loop runs is data' : c.reason);
    } else if (c.certainty === 'estimated') {
      this.estimated[block]! += 1;
      this.because(block, c.reason);
    }
  }

  /** Adds what one block has to another. */
  join(from: number, to: number): void {
    this.sum[to]! += this.sum[from]!;
    this.unknown[to]! += this.unknown[from]!;
    this.partial[to]! += this.partial[from]!;
    this.estimated[to]! += this.estimated[from]!;
    for (const r of this.reasons.get(from) ?? []) this.because(to, r);
    for (const s of this.open.get(from) ?? []) at(this.open, to).add(s);
  }

  private because(block: number, reason: string | undefined): void {
    if (!reason) return;
    const known = at(this.reasons, block);
    if (known.size < MAX_REASONS) known.add(reason);
  }
}

function at(sets: Map<number, Set<string>>, block: number): Set<string> {
  let set = sets.get(block);
  if (!set) sets.set(block, (set = new Set()));
  return set;
}

const ORDERS = new WeakMap<Model['blocks'], Int32Array>();

/** Blocks so that every block comes before the one that holds it. */
export function innermostFirst(model: Model): Int32Array {
  const known = ORDERS.get(model.blocks);
  if (known) return known;
  const depth = model.blocks.map((_, b) => {
    let deep = 0;
    for (let x = model.blocks[b]!.parent; x >= 0 && deep < 64; x = model.blocks[x]!.parent) deep++;
    return deep;
  });
  const order = Int32Array.from(model.blocks.keys()).sort((a, b) => depth[b]! - depth[a]! || a - b);
  ORDERS.set(model.blocks, order);
  return order;
}
