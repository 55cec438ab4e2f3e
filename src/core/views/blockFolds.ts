import { foldEqual } from '../costs/blocks';
import type { Costs } from '../costs/costModel';
import { dtypeOfWeight } from '../costs/storedBytes';
import type { Atom, Expression } from '../model/expression';
import { symbolsOf } from '../model/expression';
import type { Model } from '../model/model';

/** A block, or several equal ones shown as one. */
export interface FoldedBlock {
  readonly name: string;
  readonly repeat: number;
  /** Ids of the blocks, in their order. */
  readonly blocks: readonly number[];
  readonly children: readonly FoldedBlock[];
  /** Ids of what lies directly in the first of them. */
  readonly operators: readonly number[];
  readonly weights: readonly number[];
  /** What makes two blocks equal to a reader: what they hold, and what that costs. */
  readonly signature: string;
}

const KNOWN = new WeakMap<Costs, FoldedBlock>();

/** The tree of blocks with equal siblings folded; it depends on no scenario, so that no slider moves it. */
export function foldedBlocks(model: Model, costs: Costs): FoldedBlock {
  let known = KNOWN.get(costs);
  if (!known) KNOWN.set(costs, (known = new Folding(model, costs).tree()));
  return known;
}

const MAX_DEPTH = 64;

class Folding {
  private readonly children: number[][];
  private readonly operators: number[][];
  private readonly weights: number[][];
  private readonly texts = new Map<string, string>();
  private readonly numbers = new Map<string, number>();
  private readonly given: ReadonlySet<string>;

  constructor(
    private readonly model: Model,
    private readonly costs: Costs,
  ) {
    const lists = () => Array.from({ length: model.blocks.length }, (): number[] => []);
    [this.children, this.operators, this.weights] = [lists(), lists(), lists()];
    model.blocks.forEach((b, i) => {
      if (b.parent >= 0 && b.parent !== i) this.children[b.parent]?.push(i);
    });
    model.operators.forEach((op, i) => this.operators[op.block]?.push(i));
    model.weights.forEach((w, i) => this.weights[w.block]?.push(i));
    this.given = inputSymbols(model);
  }

  tree(): FoldedBlock {
    return this.build(0, 0);
  }

  private build(block: number, depth: number): FoldedBlock {
    const at = this.model.blocks[block]!;
    const built = depth < MAX_DEPTH ? this.children[block]!.map((c) => this.build(c, depth + 1)) : [];
    const children = foldEqual(built, (n) => n.signature, join);
    const operators = this.operators[block]!;
    const weights = this.weights[block]!;
    const parts = [
      at.repeat,
      ...operators.map((id) => this.operatorText(id)),
      ...weights.map((id) => this.weightText(id)),
      ...children.map((c) => `${c.name}x${c.repeat}(${c.signature})`),
    ];
    return {
      name: at.name,
      repeat: at.repeat,
      blocks: [block],
      children,
      operators,
      weights,
      signature: String(this.number(parts.join(';'))),
    };
  }

  private operatorText(id: number): string {
    const op = this.model.operators[id]!;
    const c = this.costs.operators[id];
    const costs = [c?.macs, c?.usefulMacs, c?.elementOperations, this.costs.executions[id]];
    return `${op.domain}:${op.type} ${costs.map((e) => this.text(e)).join(' ')}`;
  }

  private weightText(id: number): string {
    const w = this.model.weights[id]!;
    return `${w.shape.join('x')} ${dtypeOfWeight(this.model, w)} ${w.role} ${w.duplicateOf === undefined ? '' : 'tied'}`;
  }

  /** Numbers stand for long texts, so that the outer blocks' stay short. */
  private number(text: string): number {
    let known = this.numbers.get(text);
    if (known === undefined) this.numbers.set(text, (known = this.numbers.size));
    return known;
  }

  /** An expression, sizes that only data decides as `?`: two layers are equal though each has its own. */
  private text(e: Expression | undefined): string {
    if (e === undefined) return '?';
    if (typeof e === 'number') return String(e);
    let known = this.texts.get(e.key);
    if (known === undefined) this.texts.set(e.key, (known = `e${this.number(this.spelled(e))}`));
    return known;
  }

  private spelled(e: Expression): string {
    if (typeof e === 'number') return String(e);
    return e.terms
      .map((t) => `${t.coefficient}*${t.atoms.map((a) => this.atom(a)).join('*')}`)
      .sort()
      .join('+');
  }

  private atom(a: Atom): string {
    if (a.kind === 'symbol') return this.model.format !== 'onnx' || this.given.has(a.name) ? a.name : '?';
    return `${a.kind}(${a.args.map((x) => this.spelled(x)).join(',')})`;
  }
}

/** Symbols that the inputs of an ONNX file name; others are sizes that shape inference could not tell. */
function inputSymbols(model: Model): ReadonlySet<string> {
  const names = new Set<string>();
  for (const g of model.graphs)
    if (g.kind === 'main')
      for (const id of g.inputs)
        for (const d of model.values[id]?.shape ?? []) if (d !== undefined) symbolsOf(d, names);
  return names;
}

/** Several equal blocks as one that repeats. */
function join(name: string, equal: readonly FoldedBlock[]): FoldedBlock {
  return { ...merge(equal), name, repeat: equal.reduce((n, b) => n + b.repeat, 0) };
}

/** The first of equal blocks, standing for all of them, and so on inside. */
function merge(equal: readonly FoldedBlock[]): FoldedBlock {
  const first = equal[0]!;
  return {
    ...first,
    blocks: equal.flatMap((b) => b.blocks),
    children: first.children.map((_, i) => merge(equal.map((b) => b.children[i]!))),
  };
}
