/**
 * The shared language in which families declare a model.
 *
 * A family is a function `(b: Builder) => void`. It reads sizes through `b.c` (ConfigReader) and declares, in the order
 * of execution, operators in ONNX's vocabulary. A value is an id (number); `b.shapeOf(id)` tells its shape.
 *
 *     const ids = b.input('input_ids', [BATCH, SEQUENCE], 'int64');
 *     b.scope('model', () => {                       // a block, and the prefix `model.` of weight names
 *       let x = b.embedding(ids, 'embed_tokens', vocab, hidden);
 *       b.repeat('layers', [0, 1, 2], () => {        // one block x 3; names get `layers.{0}.`
 *         x = b.add(x, b.scope('mlp', () => gatedMlp(b, b.norm(x, ...))));
 *       });
 *     });
 *     b.output(b.linear(x, 'lm_head', vocab));
 *
 * `scope` and `repeat` make blocks, `under` only prefixes names. Layers that differ go into several `repeat`s (see
 * `layersByKind` in parts/layers.ts). MatMul's weight input is the checkpoint's [out, in] seen as [in, out].
 * Parts shared by families live in parts/: attention.ts, mlp.ts, experts.ts, heads.ts. Families: families/*.ts.
 */
import type { Block } from '../model/block';
import type { CacheTensor } from '../model/cache';
import type { DType } from '../model/dtype';
import type { Dimension } from '../model/expression';
import type { Facts } from '../model/facts';
import type { Attribute, Operator } from '../model/operator';
import type { Value } from '../model/value';
import type { Weight, WeightRole } from '../model/weight';
import type { ConfigReader } from './configReader';

export interface WeightOptions {
  readonly role?: WeightRole;
  /** [experts used, experts held]. */
  readonly activeFraction?: readonly [used: number, of: number];
  /** Where the model fixes the type whatever the checkpoint's is. */
  readonly dtype?: DType;
}

export interface LinearOptions {
  readonly bias?: boolean;
  /** Stored [in, out], as GPT-2's Conv1D. */
  readonly transposed?: boolean;
  /** The part that a low-rank or packed projection takes from the front of x; its last dimension by default. */
  readonly inputs?: number;
}

/** Attribute values as plain numbers, texts and lists. */
export type PlainAttributes = Readonly<Record<string, number | string | readonly number[]>>;

/** Operators that ONNX lacks. */
export const HOUSE = 'model.efficiency';

export class Builder {
  readonly blocks: Block[];
  readonly operators: Operator[] = [];
  readonly values: Value[] = [];
  readonly weights: Weight[] = [];
  readonly caches: CacheTensor[] = [];
  readonly inputs: number[] = [];
  readonly outputs: number[] = [];
  readonly facts: { -readonly [K in keyof Facts]: Facts[K] } = {};
  /** Set by a family that guesses. */
  estimated = false;
  /** Set by layouts, whose operators are made from their tensors; see `Model.outline`. */
  outline: 'tokens' | 'kernels' | undefined;
  /** See `Model.outlineOfMedia`. */
  outlineOfMedia = true;
  private block = 0;
  private prefix = '';
  private depth = 0;
  private reused: { readonly here: string; readonly there: string } | undefined;
  private readonly shared = new Map<string, number>();
  private readonly byName = new Map<string, number>();

  constructor(
    public c: ConfigReader,
    /** Type of weights for which nothing else is said. */
    readonly dtype: DType | undefined,
    name: string,
  ) {
    this.blocks = [{ name, parent: -1, repeat: 1 }];
  }

  /** A child block whose name also prefixes weight names. */
  scope<T>(name: string, body: () => T): T {
    return this.inside({ name, parent: this.block, repeat: 1 }, `${name}.`, 0, body);
  }

  /** A child block that stands for several: by count, or by the indices that the checkpoint's names have. */
  repeat<T>(name: string, indices: number | readonly number[], body: () => T): T | undefined {
    const repeat = typeof indices === 'number' ? indices : indices.length;
    if (repeat <= 0) return undefined;
    const plain = repeat > 1 && (typeof indices === 'number' || indices.every((v, i) => v === i));
    const block: Block = {
      name,
      parent: this.block,
      repeat,
      ...(plain ? {} : { indices: typeof indices === 'number' ? [0] : indices }),
    };
    const prefix = name === '' ? '' : `${name}.`;
    return this.inside(block, `${prefix}{${this.depth}}.`, 1, body);
  }

  /** Prefixes weight names without making a block. */
  under<T>(prefix: string, body: () => T): T {
    const before = this.prefix;
    this.prefix += `${prefix}.`;
    const result = body();
    this.prefix = before;
    return result;
  }

  /** Names the weights of `body` from the root: `prefix` may hold placeholders of the current repetitions. */
  named<T>(prefix: string, body: () => T): T {
    const before = this.prefix;
    this.prefix = `${prefix}.`;
    const result = body();
    this.prefix = before;
    return result;
  }

  /** A block for the reader's eye that leaves weight names as they are. */
  group<T>(name: string, body: () => T): T {
    return this.inside({ name, parent: this.block, repeat: 1 }, '', 0, body);
  }

  private inside<T>(block: Block, prefix: string, deeper: number, body: () => T): T {
    const { block: outer, prefix: before } = this;
    this.block = this.blocks.push(block) - 1;
    this.prefix += prefix;
    this.depth += deeper;
    const result = body();
    this.block = outer;
    this.prefix = before;
    this.depth -= deeper;
    return result;
  }

  /** A value made once for the whole model, outside all blocks, however often it is asked for. */
  once(name: string, make: () => number): number {
    const known = this.shared.get(name);
    if (known !== undefined) return known;
    const { block, prefix, depth } = this;
    Object.assign(this, { block: 0, prefix: '', depth: 0 });
    const value = make();
    Object.assign(this, { block, prefix, depth });
    this.shared.set(name, value);
    return value;
  }

  /** Runs `body` with another view of the config: a nested part, or keys under their usual names. */
  withReader<T>(c: ConfigReader, body: () => T): T {
    const outer = this.c;
    this.c = c;
    try {
      return body();
    } finally {
      this.c = outer;
    }
  }

  /** How many layers the current block stands for. */
  copies(): number {
    let n = 1;
    for (let at = this.block; at >= 0; at = this.blocks[at]!.parent) n *= this.blocks[at]!.repeat;
    return n;
  }

  input(name: string, shape: readonly Dimension[], dtype?: DType): number {
    const id = this.values.push({ name, kind: 'tensor', shape, dtype }) - 1;
    this.inputs.push(id);
    return id;
  }

  output(value: number): number {
    this.outputs.push(value);
    return value;
  }

  shapeOf(value: number): readonly Dimension[] {
    return (this.values[value]?.shape ?? []) as readonly Dimension[];
  }

  /** The last dimension, as a number. */
  widthOf(value: number): number {
    const last = this.shapeOf(value).at(-1);
    return typeof last === 'number' ? last : 0;
  }

  /** Declares a stored tensor under the current prefix; returns its id in `weights`. */
  weight(name: string, shape: readonly number[], options: WeightOptions = {}): number {
    const full = this.prefix + name;
    const known = this.reused && this.find(this.reused.there + full.slice(this.reused.here.length));
    if (known !== undefined) return known;
    const { role = 'parameter', activeFraction } = options;
    const dtype = options.dtype ?? this.dtype;
    const weight: Weight = { name: full, dtype, shape, role, block: this.block };
    const id = this.weights.push(activeFraction ? { ...weight, activeFraction } : weight) - 1;
    this.byName.set(full, id);
    return id;
  }

  /** Takes in a weight that another builder declared; its block must be one of ours. */
  adopt(weight: Weight): number {
    const id = this.weights.push(weight) - 1;
    this.byName.set(weight.name, id);
    return id;
  }

  /** A stored tensor as an operator's input; `viewed` is the shape the operator sees. */
  param(name: string, shape: readonly number[], options: WeightOptions = {}, viewed = shape): number {
    return this.seen(this.weight(name, shape, options), viewed);
  }

  /** Another look at a weight that is already declared: tied layers. */
  seen(weight: number, viewed: readonly Dimension[] = this.weights[weight]!.shape): number {
    const { name, dtype } = this.weights[weight]!;
    return this.values.push({ name, kind: 'tensor', dtype, shape: viewed, weight }) - 1;
  }

  /** Id of a weight by its full name, for ties. */
  find(fullName: string): number | undefined {
    return this.byName.get(fullName);
  }

  /** Id of the weight declared last whose name ends so; -1 when there is none. */
  lastWeight(ending: string): number {
    let at = this.weights.length - 1;
    while (at >= 0 && !this.weights[at]!.name.endsWith(ending)) at--;
    return at;
  }

  /** Gives a weight another name, the old one becoming an alias: the library lists a tied tensor under its first name. */
  rename(weight: number, fullName: string): void {
    const at = this.weights[weight];
    if (!at) return;
    const aliases = [at.name, ...(at.aliases ?? []).filter((a) => a !== fullName)];
    this.weights[weight] = { ...at, name: fullName, aliases };
    this.byName.set(fullName, weight);
  }

  /**
   * Runs `body` over weights that another layer declared: names under the current prefix stand for those under `there`
   * (a full prefix, with its placeholder).
   */
  reuse<T>(there: string, body: () => T): T {
    const before = this.reused;
    this.reused = { here: this.prefix, there };
    const result = body();
    this.reused = before;
    return result;
  }

  /** The prefix that names get here, for `reuse`. */
  get place(): string {
    return this.prefix;
  }

  /** Says that `name` (under the current prefix) is the same tensor as `weight`. */
  tie(weight: number, name: string): void {
    const at = this.weights[weight]!;
    this.weights[weight] = { ...at, aliases: [...(at.aliases ?? []), this.prefix + name] };
  }

  /** One operator with one output of the given shape; returns the output. */
  op(
    type: string,
    inputs: readonly number[],
    shape: readonly Dimension[],
    attributes: PlainAttributes = {},
    domain = '',
  ): number {
    return this.ops(type, inputs, [shape], attributes, domain)[0]!;
  }

  /** One operator with several outputs. */
  ops(
    type: string,
    inputs: readonly number[],
    shapes: readonly (readonly Dimension[])[],
    attributes: PlainAttributes = {},
    domain = '',
  ): readonly number[] {
    const name = `${this.prefix}${type}.${this.operators.length}`;
    const outputs = shapes.map((shape, i) => {
      const label = shapes.length === 1 ? name : `${name}.${i}`;
      return this.values.push({ name: label, kind: 'tensor', shape }) - 1;
    });
    const listed: Record<string, Attribute> = {};
    for (const key in attributes) listed[key] = attributeOf(attributes[key]!);
    this.operators.push({
      type,
      domain,
      name,
      inputs,
      outputs,
      attributes: listed,
      graph: 0,
      block: this.block,
    });
    return outputs;
  }

  /** x Wᵀ (+ bias): weight [out, in], or [in, out] when transposed. */
  linear(x: number, name: string, out: number, options: LinearOptions = {}): number {
    const shape = this.shapeOf(x);
    const inputs = options.inputs ?? this.widthOf(x);
    const stored = options.transposed ? [inputs, out] : [out, inputs];
    const w = this.param(`${name}.weight`, stored, {}, [inputs, out]);
    const y = this.op('MatMul', [x, w], [...shape.slice(0, -1), out]);
    return options.bias ? this.addBias(y, `${name}.bias`) : y;
  }

  /** x times a weight that another layer declared, seen as [in, out]. */
  linearWith(x: number, weight: number, out: number): number {
    const w = this.seen(weight, [this.widthOf(x), out]);
    return this.op('MatMul', [x, w], [...this.shapeOf(x).slice(0, -1), out]);
  }

  addBias(x: number, name: string): number {
    return this.add(x, this.param(name, [this.widthOf(x)]));
  }

  /** A look-up of rows: [..., dim]. */
  embedding(ids: number, name: string, rows: number, dim: number): number {
    const table = this.param(`${name}.weight`, [rows, dim]);
    return this.op('Gather', [table, ids], [...this.shapeOf(ids), dim]);
  }

  /** Normalisation over the last dimension. `none` has no weights. */
  norm(x: number, name: string, kind: 'rms' | 'layer' | 'none' = 'rms', bias = kind === 'layer'): number {
    const width = this.widthOf(x);
    const inputs = [x];
    if (kind !== 'none') inputs.push(this.param(`${name}.weight`, [width]));
    if (kind !== 'none' && bias) inputs.push(this.param(`${name}.bias`, [width]));
    const type = kind === 'rms' ? 'RMSNormalization' : 'LayerNormalization';
    return this.op(type, inputs, this.shapeOf(x), { axis: -1 });
  }

  add(a: number, b: number): number {
    return this.op('Add', [a, b], this.shapeOf(a));
  }

  mul(a: number, b: number): number {
    return this.op('Mul', [a, b], this.shapeOf(a));
  }

  /** An activation by the config's name for it (`silu`, `gelu_new`, `relu2` ...). */
  activate(x: number, name: string): number {
    return this.op(ACTIVATIONS[name] ?? 'Gelu', [x], this.shapeOf(x));
  }

  reshape(x: number, shape: readonly Dimension[]): number {
    return this.op('Reshape', [x, -1], shape);
  }

  /** Parts along the last dimension. */
  split(x: number, widths: readonly number[]): readonly number[] {
    const rest = this.shapeOf(x).slice(0, -1);
    return this.ops(
      'Split',
      [x],
      widths.map((w) => [...rest, w]),
      { axis: -1 },
    );
  }

  /** Declares what is kept between steps, in the current block. */
  cache(tensor: Omit<CacheTensor, 'block' | 'dtype'> & { readonly dtype?: CacheTensor['dtype'] }): void {
    this.caches.push({ dtype: 'cache', ...tensor, name: this.prefix + tensor.name, block: this.block });
  }
}

function attributeOf(value: number | string | readonly number[]): Attribute {
  if (typeof value === 'number') return { kind: Number.isInteger(value) ? 'int' : 'float', value };
  return typeof value === 'string' ? { kind: 'string', value } : { kind: 'ints', value };
}

/** Names that configs use, to the ONNX operator that stands for each. */
const ACTIVATIONS: Readonly<Record<string, string>> = {
  silu: 'Swish',
  swish: 'Swish',
  relu: 'Relu',
  relu2: 'Relu',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  mish: 'Mish',
  elu: 'Elu',
  selu: 'Selu',
  leaky_relu: 'LeakyRelu',
  hardswish: 'HardSwish',
  gelu: 'Gelu',
};
