import type { Certainty } from '../../costs/quantity';
import { worst } from '../../costs/quantity';
import { weightFigures } from '../../costs/blockWeights';
import type { BlockNode } from '../blockTree';
import { kindOfBlock, kindOfOperator } from './blockKind';
import type { Kind } from './blockKind';
import type { PlaceView } from './figureView';
import { measuresOfKnown } from './knownShares';
import type { PageState } from './pageState';

/** What a map of blocks can be drawn by. */
export type Measure = 'parameters' | 'weightBytes' | 'macs' | 'elementOperations' | 'cacheBytes' | 'seconds';

/** Why a figure is not exact; without a reason its certainty says all. */
export interface Doubt {
  readonly certainty: Exclude<Certainty, 'exact'>;
  readonly reason?: string;
}

/** A block with what everything inside it costs, all copies together. */
export interface BlockView {
  /** Stable while the model stays: the block's id in the model, the number of blocks + the operator's for an operator, negative for what was folded. */
  readonly id: number;
  readonly name: string;
  /** Names from the model down, joined by dots. */
  readonly path: string;
  /** Copies beside itself in its parent. */
  readonly repeat: number;
  /** A kind for colours, the same word for the same role in every model: `embedding`, `attention`, `mlp`, `experts`, `norm`, `convolution`, `state`, `head`, `other`. */
  readonly kind: string;
  /** Sizes by measure for charts; null when unknown. */
  readonly values: Readonly<Partial<Record<Measure, number | null>>>;
  /** How certain these are, where they are not exact, and why. */
  readonly doubts: Readonly<Partial<Record<Measure, Doubt>>>;
  readonly operators: number;
  readonly children: readonly BlockView[];
  readonly place?: PlaceView;
}

/** The tree as far as it is drawn; the smallest are folded into one node named `…` when there are too many. */
export interface BlockMap {
  readonly root: BlockView;
  /** Measures that this model has, the first one shown first. */
  readonly measures: readonly Measure[];
  /** Measures whose whole misses operators of unknown cost: shares are of what is known. */
  readonly ofKnown: readonly Measure[];
  /** Blocks folded away, for saying so. */
  readonly folded: number;
}

/** So many rectangles are drawn at most, and so many beside each other. */
const MOST = 400;
const MOST_BESIDE = 48;

const FOLDED: readonly [Certainty, string] = [
  'lower bound',
  'several parts together; those that are unknown are left out',
];
const MEASURES: readonly Measure[] = [
  'parameters',
  'weightBytes',
  'macs',
  'elementOperations',
  'cacheBytes',
  'seconds',
];

/** The tree of blocks as far as it is drawn, the largest parts first; operators are the leaves. */
export function blockMap(state: PageState): BlockMap {
  return new Mapping(state).map();
}

type Values = Readonly<Partial<Record<Measure, number | null>>>;
type Trust = readonly [Certainty, string | undefined];

/** A block or operator that is drawn, and what it costs. */
interface Part extends Pick<BlockView, 'id' | 'name' | 'path' | 'repeat' | 'operators'> {
  readonly kind: Kind;
  readonly values: Values;
  readonly certainty: Readonly<Partial<Record<Measure, Trust>>>;
  readonly place: PlaceView | undefined;
  /** Largest share of the whole in any measure: what is opened first. */
  readonly share: number;
  /** Absent for what cannot be opened. */
  readonly node?: BlockNode;
  children: readonly Part[];
}

class Mapping {
  private folds = 0;
  private folded = 0;
  private readonly whole: Values;
  /** Of the measures that have no certainty of their own. */
  readonly otherwise: Trust;
  private readonly parameters: Float64Array;
  private readonly bytes: Float64Array;

  constructor(private readonly state: PageState) {
    const { model } = state.analysis;
    const guessed = model.certainty !== 'exact';
    this.otherwise = guessed
      ? ['estimated', 'the structure of the model is estimated']
      : ['exact', undefined];
    this.whole = this.valuesOf(state.tree);
    const each = weightFigures(model, state.scenario.weights);
    this.parameters = each.parameters;
    this.bytes = each.bytes;
  }

  map(): BlockMap {
    const root = this.ofBlock(this.state.tree, '');
    const waiting = [root];
    let drawn = 1;
    while (waiting.length > 0 && drawn < MOST) {
      waiting.sort((a, b) => a.share - b.share);
      const part = waiting.pop()!;
      if (!part.node) continue;
      part.children = this.inside(part.node, part.path);
      drawn += part.children.length;
      waiting.push(...part.children);
    }
    const measures = MEASURES.filter((m) => this.whole[m] !== undefined && this.whole[m] !== 0);
    return {
      root: view(root, this.otherwise),
      measures,
      ofKnown: measuresOfKnown(this.state),
      folded: this.folded,
    };
  }

  /** What is drawn inside a block, in its own order: the smallest are folded into one. */
  private inside(node: BlockNode, path: string): readonly Part[] {
    const blocks = node.children.map((c) => this.ofBlock(c, path));
    const measured = MEASURES.map((m) => this.ofOperators(m, node));
    const shares = this.shares(measured, node.operators.length);
    const all = new Float64Array(blocks.length + shares.length);
    blocks.forEach((block, i) => (all[i] = block.share));
    all.set(shares, blocks.length);
    const isDrawn = largest(all);
    const kept: Part[] = [];
    const rest: { values: Values; operators: number }[] = [];
    for (const block of blocks) {
      if (isDrawn(block.share)) kept.push(block);
      else if (block.share > 0) rest.push(block);
    }
    const small: number[] = [];
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i]!;
      if (share === 0) this.folded++;
      else if (isDrawn(share)) kept.push(this.ofOperator(node.operators[i]!, node, path, share));
      else small.push(i);
    }
    this.folded += blocks.filter((b) => b.share === 0).length + rest.length + small.length;
    if (small.length > 0) rest.push({ values: sums(measured, small), operators: small.length });
    return rest.length === 0 ? kept : [...kept, this.rest(rest)];
  }

  private rest(parts: readonly { readonly values: Values; readonly operators: number }[]): Part {
    const values: Partial<Record<Measure, number>> = {};
    for (const { values: some } of parts)
      for (const m of MEASURES) if (some[m]) values[m] = (values[m] ?? 0) + some[m];
    return {
      id: -1 - this.folds++,
      name: '…',
      path: '',
      repeat: 1,
      kind: 'other',
      values,
      certainty: Object.fromEntries(MEASURES.map((m) => [m, FOLDED])),
      operators: parts.reduce((n, p) => n + p.operators, 0),
      place: undefined,
      share: 0,
      children: [],
    };
  }

  private ofBlock(node: BlockNode, above: string): Part {
    const values = this.valuesOf(node);
    const isRoot = node.depth === 0;
    return {
      id: node.block,
      name: node.name,
      path: isRoot ? '' : above === '' ? node.name : `${above}.${node.name}`,
      repeat: node.repeat,
      kind: isRoot ? 'other' : kindOfBlock(node.name),
      values,
      certainty: {
        macs: [node.certainty, node.reason],
        elementOperations: [node.elementCertainty, node.elementReason],
      },
      operators: countOperators(node),
      place: isRoot ? undefined : this.state.places.ofBlock(node.block),
      share: this.share((m) => values[m] ?? Number.NaN),
      node,
      children: [],
    };
  }

  private ofOperator(id: number, node: BlockNode, path: string, share: number): Part {
    const { analysis, facts, places } = this.state;
    const { model, costs } = analysis;
    const label = facts.labels[id]!;
    const values: Partial<Record<Measure, number | null>> = {};
    for (const m of MEASURES) {
      if (this.whole[m] === undefined || m === 'cacheBytes') continue;
      const value = this.ofId(m, id, node);
      values[m] = Number.isNaN(value) ? null : value;
    }
    const cost = costs.operators[id]!;
    const trust: Trust = [cost.certainty, cost.reason];
    const inside = node.depth === 0 ? 'other' : kindOfBlock(node.name);
    return {
      id: model.blocks.length + id,
      name: label,
      path: path === '' ? label : `${path}.${label}`,
      repeat: 1,
      kind: kindOfOperator(analysis, id, facts.weights[id]!, label, inside),
      values,
      certainty: { macs: trust, elementOperations: trust },
      operators: 1,
      place: places.ofOperator(id),
      share,
      children: [],
    };
  }

  /** A measure of all operators directly in a block, by their place in it; undefined for one that operators don't have. */
  private ofOperators(measure: Measure, node: BlockNode): Float64Array | undefined {
    if (this.whole[measure] === undefined || measure === 'cacheBytes') return undefined;
    const { operators } = node;
    const out = new Float64Array(operators.length);
    for (let i = 0; i < out.length; i++) out[i] = this.ofId(measure, operators[i]!, node);
    return out;
  }

  /** Largest share of the whole in any measure, by an operator's place in its block. */
  private shares(measured: readonly (Float64Array | undefined)[], count: number): Float64Array {
    const out = new Float64Array(count);
    measured.forEach((values, m) => {
      const whole = this.whole[MEASURES[m]!];
      if (!values || !whole) return;
      for (let i = 0; i < count; i++) {
        const share = values[i]! / whole;
        if (share > out[i]!) out[i] = share;
      }
    });
    return out;
  }

  /** A measure of an operator, all its executions and all folded copies of its block; NaN when unknown. */
  private ofId(measure: Measure, id: number, node: BlockNode): number {
    const { figures: f, facts, seconds } = this.state;
    const copies = node.blocks.length;
    if (measure === 'cacheBytes') return 0;
    if (measure === 'seconds') return seconds ? seconds[id]! * copies : 0;
    if (measure === 'parameters' || measure === 'weightBytes') {
      const of = measure === 'parameters' ? this.parameters : this.bytes;
      let sum = 0;
      for (const w of facts.weights[id]!) sum += of[w]!;
      return sum * copies;
    }
    const one = measure === 'macs' ? f.macs[id]! : f.elementOperations[id]!;
    return one === 0 ? 0 : one * f.executions[id]! * copies;
  }

  private share(value: (m: Measure) => number): number {
    let most = 0;
    for (const m of MEASURES) {
      const whole = this.whole[m];
      if (!whole) continue;
      const share = value(m) / whole;
      if (share > most) most = share;
    }
    return most;
  }

  private valuesOf(node: BlockNode): Values {
    return {
      parameters: node.parameters,
      weightBytes: node.weightBytes ?? null,
      macs: node.macs ?? null,
      elementOperations: node.elementOperations ?? null,
      cacheBytes: node.cacheBytes ?? null,
      ...(this.state.seconds ? { seconds: node.seconds ?? null } : {}),
    };
  }
}

/** Which of many parts are drawn, asked in their order: the largest, and of equal ones the first. */
function largest(shares: Float64Array): (share: number) => boolean {
  if (shares.length <= MOST_BESIDE) return (share) => share > 0;
  const sorted = Float64Array.from(shares).sort();
  const least = sorted[sorted.length - MOST_BESIDE + 1]!;
  let equal = MOST_BESIDE - 1;
  for (let i = sorted.length - 1; i >= 0 && sorted[i]! > least; i--) equal--;
  return (share) => share > 0 && (share > least || (share === least && equal-- > 0));
}

/** Sums by measure of what stands at the places; what is unknown adds nothing. */
function sums(measured: readonly (Float64Array | undefined)[], places: readonly number[]): Values {
  const out: Partial<Record<Measure, number>> = {};
  measured.forEach((values, m) => {
    if (!values) return;
    let sum = 0;
    for (const at of places) if (!Number.isNaN(values[at]!)) sum += values[at]!;
    out[MEASURES[m]!] = sum;
  });
  return out;
}

const COUNTS = new WeakMap<BlockNode, number>();

function countOperators(node: BlockNode): number {
  let n = COUNTS.get(node);
  if (n === undefined) {
    n = node.children.reduce((sum, c) => sum + countOperators(c), node.operators.length);
    COUNTS.set(node, n);
  }
  return n;
}

function view(part: Part, otherwise: Trust): BlockView {
  return {
    id: part.id,
    name: part.name,
    path: part.path,
    repeat: part.repeat,
    kind: part.kind,
    values: part.values,
    doubts: doubtsOf(part, otherwise),
    operators: part.operators,
    children: part.children.map((c) => view(c, otherwise)),
    ...(part.place ? { place: part.place } : {}),
  };
}

function doubtsOf(part: Part, otherwise: Trust): BlockView['doubts'] {
  const doubts: Partial<Record<Measure, Doubt>> = {};
  for (const measure of MEASURES) {
    const value = part.values[measure];
    if (value === undefined || value === 0) continue;
    const [known, reason] = part.certainty[measure] ?? otherwise;
    // A time is an estimate at best: it rests on shares of the device's peaks.
    const certainty = value === null ? 'unknown' : measure === 'seconds' ? worst('estimated', known) : known;
    if (certainty === 'exact') continue;
    const why = reason ?? (certainty === 'estimated' ? undefined : 'some part of it is unknown');
    doubts[measure] = { certainty, ...(why === undefined ? {} : { reason: why }) };
  }
  return doubts;
}
