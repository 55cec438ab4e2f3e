/** What the file itself says of its values, with sizes given by the user put in. */
import { evaluate, substitute } from '../model/evaluate';
import type { Dimension } from '../model/expression';
import { symbol } from '../model/expression';
import type { Model } from '../model/model';
import type { Shape, Value } from '../model/value';
import type { Facts } from './facts';
import { parseDimension } from './parseDimension';

export interface InferOptions {
  /** Sizes of symbols by name. */
  readonly dims?: Readonly<Record<string, number>>;
  /** Whole shapes of the main graph's inputs by name; their symbols take these sizes everywhere. */
  readonly inputs?: Readonly<Record<string, readonly number[]>>;
}

/** Declared types with symbols bound. */
export class Declared {
  private readonly bindings: Record<string, number>;
  private readonly bound: boolean;
  private readonly parsed = new Map<string, Dimension>();
  /** An input was given a shape that contradicts the file's: what the file says of other values is then no help. */
  readonly overruled: boolean;

  constructor(
    model: Model,
    private readonly options: InferOptions,
  ) {
    this.bindings = Object.assign(Object.create(null), options.dims) as Record<string, number>;
    let overruled = false;
    if (options.inputs) {
      for (const graph of model.graphs) {
        if (graph.kind !== 'main') continue;
        for (const id of graph.inputs) overruled = this.bindInput(model.values[id]!) || overruled;
      }
    }
    this.overruled = overruled;
    this.bound = Object.keys(this.bindings).length > 0;
  }

  /** Takes symbols' sizes from an input's given shape; true when it contradicts the declared one. */
  private bindInput(value: Value): boolean {
    const given = this.given(value.name);
    if (!given || !value.shape) return false;
    if (given.length !== value.shape.length) return true;
    let contradicts = false;
    value.shape.forEach((d, i) => {
      if (typeof d === 'number') contradicts ||= d !== given[i] && d > 0;
      else if (d !== undefined) {
        const name = nameOf(d);
        if (name !== undefined && !Object.hasOwn(this.bindings, name)) this.bindings[name] = given[i]!;
      }
    });
    return contradicts;
  }

  private given(name: string): readonly number[] | undefined {
    const { inputs } = this.options;
    return inputs && Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  }

  /** A main graph's input: a size the file leaves open gets a symbol of its own, `pixels.2`. */
  input(value: Value): Facts {
    const facts = this.facts(value);
    const given = this.given(value.name);
    if (given) return { ...facts, shape: given, data: undefined };
    if (!facts.shape) return facts;
    let open = false;
    for (const d of facts.shape) open ||= d === undefined;
    if (!open) return facts;
    return { ...facts, shape: facts.shape.map((d, i) => d ?? this.bind(symbol(`${value.name}.${i}`))) };
  }

  facts(value: Value): Facts {
    const { kind, dtype, shape, data } = value;
    return {
      kind,
      dtype,
      shape: this.shape(shape),
      element: value.element ? this.facts({ name: '', ...value.element }) : undefined,
      data,
    };
  }

  shape(shape: Shape | undefined): Shape | undefined {
    if (!shape) return undefined;
    let plain = true;
    for (const d of shape) plain &&= typeof d === 'number' && d >= 0;
    return plain ? shape : shape.map((d) => this.dimension(d));
  }

  private dimension(d: Dimension | undefined): Dimension | undefined {
    if (d === undefined) return undefined;
    // Old files write -1 for a size they leave open.
    if (typeof d === 'number') return d >= 0 ? d : undefined;
    const name = nameOf(d);
    if (name === undefined) return this.bind(d);
    let known = this.parsed.get(name);
    if (known === undefined) {
      known = Object.hasOwn(this.bindings, name) ? this.bindings[name]! : this.bind(parseDimension(name));
      this.parsed.set(name, known);
    }
    return known;
  }

  private bind(d: Dimension): Dimension {
    if (!this.bound || typeof d === 'number') return d;
    return evaluate(d, this.bindings) ?? substitute(d, this.bindings);
  }
}

/** The name of a dimension that is one symbol. */
function nameOf(d: Dimension): string | undefined {
  if (typeof d === 'number' || d.terms.length !== 1) return undefined;
  const term = d.terms[0]!;
  const atom = term.coefficient === 1 && term.atoms.length === 1 ? term.atoms[0]! : undefined;
  return atom?.kind === 'symbol' ? atom.name : undefined;
}
