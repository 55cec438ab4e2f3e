/** Bytes kept between generation steps. */
import { bitsOf } from '../model/dtype';
import type { CacheTensor } from '../model/cache';
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import { keyOf, symbolsOf } from '../model/expression';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import { bind } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { formulaOf } from './cacheFormula';
import type { Costs } from './costModel';
import type { EngineRule, HybridPage } from './engines';
import { ENGINES, hybridPage } from './engines';
import type { Estimate } from './estimate';
import type { Precision } from './precisions';
import { PRECISIONS, precisionOfDType } from './precisions';
import type { Quantity, Unit } from './quantity';
import { unknown } from './quantity';
import { num } from './text';
import { whyEstimated } from './whyEstimated';

export function cacheOf(model: Model, costs: Costs, scenario: Scenario): Estimate['cache'] {
  const c = new CacheSizes(model, costs, scenario);
  return { bytesPerToken: c.perToken(), bytesAtContext: c.atContext(), stateBytes: c.state() };
}

/** Bytes of caches and states together by the block that owns them, all its copies; undefined when they are not known. */
export function cacheByBlock(model: Model, costs: Costs, scenario: Scenario): Float64Array | undefined {
  return new CacheSizes(model, costs, scenario).byBlock();
}

/** Cache and state of one of `devices` that split a model by tensor parallelism. */
export function cacheOnDevice(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  devices: number,
): { readonly cache: Quantity; readonly state: Quantity } {
  const c = new CacheSizes(model, costs, scenario);
  return { cache: c.onDevice(devices, isGrowing), state: c.onDevice(devices, (t) => !isGrowing(t)) };
}

/** A context that all usual compression rates divide: 128 x the least common multiple of 1 to 10. */
const PERIOD = 128 * 2520;

export interface Size {
  readonly tensor: CacheTensor;
  /** Copies: layers that own one. */
  readonly layers: number;
  /** Dimensions of one layer's tensor, per sequence, the tokens as `tokens`. */
  readonly dims: readonly number[];
  readonly tokenAxis: number;
  readonly tokens: number;
  readonly bytesPerElement: string;
  readonly bytes: number;
}

class CacheSizes {
  private readonly missing: string | undefined;
  /** Bindings when one token, and two, have been seen: what differs grows with the context. */
  private readonly first: Bindings;
  private readonly second: Bindings;

  constructor(
    private readonly model: Model,
    private readonly costs: Costs,
    private readonly scenario: Scenario,
  ) {
    const seen = (context: number) =>
      bind(model, { ...scenario, context, batch: 1, phase: 'decode' }).bindings;
    this.first = seen(1);
    this.second = seen(2);
    if (costs.caches.length === 0 && model.format !== 'onnx') {
      if (model.facts.task === 'causal') this.missing = 'this family declares no cache';
      if (model.operators.length === 0)
        this.missing = 'only stored tensors are known, not what runs over them';
    }
    if (costs.unknownCaches > 0 && costs.caches.length === 0)
      this.missing = 'the shapes of the past tensors are unknown';
  }

  perToken(): Quantity {
    if (this.missing) return unknown('bytes/token', this.missing);
    // The second token's share: no window is full yet, and every layer that keeps keys and values keeps them.
    const now = this.sizes(1, 1, isGrowing, ENGINES.ideal);
    const next = this.sizes(2, 1, isGrowing, ENGINES.ideal);
    if (typeof now === 'string') return unknown('bytes/token', now);
    if (typeof next === 'string') return unknown('bytes/token', next);
    let value = 0;
    const growing: Size[] = [];
    const later = this.sizes(1 + PERIOD, 1, isGrowing, ENGINES.ideal);
    next.forEach((s, i) => {
      const growth = s.bytes - now[i]!.bytes;
      if (growth === 0 && s.tensor.window === undefined && typeof later !== 'string') {
        // Entries that stand for several tokens each: one token's share of an entry.
        const slope = (later[i]!.bytes - now[i]!.bytes) / PERIOD;
        value += slope;
        if (slope > 0)
          growing.push({
            ...s,
            dims: later[i]!.dims.map((d, axis) =>
              d === now[i]!.dims[axis] ? d : (d - now[i]!.dims[axis]!) / PERIOD,
            ),
            bytes: slope,
          });
        return;
      }
      value += growth;
      if (growth > 0)
        growing.push({ ...s, dims: s.dims.filter((_, axis) => axis !== s.tokenAxis), bytes: growth });
    });
    const windows = new Set(growing.flatMap((s) => (s.tensor.window === undefined ? [] : [s.tensor.window])));
    const note =
      windows.size > 0 ? `; windowed layers stop growing at ${[...windows].map(num).join(', ')} tokens` : '';
    if (now.length === 0) return this.quantity(0, 'bytes/token', 'nothing grows with the context: 0 B', []);
    const formula = growing.length === 0 ? 'the cache has a fixed length: 0 B' : formulaOf(growing, value);
    return this.quantity(value, 'bytes/token', `${formula}${note}`, []);
  }

  atContext(): Quantity {
    if (this.missing) return unknown('bytes', this.missing);
    const { context, batch } = this.scenario;
    const sizes = this.sizes(context, batch, isGrowing);
    if (typeof sizes === 'string') return unknown('bytes', sizes);
    const value = sizes.reduce((sum, s) => sum + s.bytes, 0);
    if (sizes.length === 0) return this.quantity(0, 'bytes', 'no keys and values are kept: 0 B', []);
    return this.quantity(value, 'bytes', formulaOf(sizes, value, batch), sizes);
  }

  state(): Quantity {
    if (this.missing) return unknown('bytes', this.missing);
    const sizes = this.sizes(this.scenario.context, this.scenario.batch, (t) => !isGrowing(t));
    if (typeof sizes === 'string') return unknown('bytes', sizes);
    const value = sizes.reduce((sum, s) => sum + s.bytes, 0);
    if (sizes.length === 0) return this.quantity(0, 'bytes', 'no recurrent or convolutional state: 0 B', []);
    const page = this.rule === ENGINES.vllm ? this.page() : undefined;
    if (page) {
      const padded = `a page of ${num(page.tokens)} tokens = ${num(page.bytes)} B for each layer’s states of ${num(page.state)} B`;
      return this.quantity(
        value,
        'bytes',
        `${padded}, ${num(value / page.bytes)} of them = ${num(value)} B`,
        sizes,
      );
    }
    return this.quantity(value, 'bytes', formulaOf(sizes, value, this.scenario.batch), sizes);
  }

  /**
   * Heads (or channels of a state) are dealt out, at least one to each device: with fewer heads than devices every head lies
   * on several. A latent is one for all heads, so every device holds all of it.
   */
  onDevice(devices: number, filter: (t: CacheTensor) => boolean): Quantity {
    if (this.missing) return unknown('bytes', this.missing);
    if (this.model.format === 'onnx') return unknown('bytes', 'a graph runs as it is, on one device');
    const sizes = this.sizes(this.scenario.context, this.scenario.batch, filter);
    if (typeof sizes === 'string') return unknown('bytes', sizes);
    let value = 0;
    const parts = new Map<string, number>();
    for (const s of sizes) {
      const { kind, shape } = s.tensor;
      const heads = shape[1];
      const whole = kind === 'latent' || kind === 'index' || typeof heads !== 'number' || heads < 1;
      const held = whole ? 1 : Math.ceil(heads / devices);
      const bytes = whole ? s.bytes : (s.bytes * held) / heads;
      value += bytes;
      const said = whole ? `${kind}, whole` : `${kind}, ${num(held)} of ${num(heads)}`;
      parts.set(said, (parts.get(said) ?? 0) + bytes);
    }
    const formula = [...parts].map(([said, bytes]) => `${said}: ${num(bytes)} B`).join(' + ') || '0 B';
    return {
      value,
      unit: 'bytes',
      certainty: 'estimated',
      formula: `${formula} = ${num(value)} B`,
      reason:
        'heads and channels are dealt out over the devices, at least one each; latents are held by all of them',
    };
  }

  byBlock(): Float64Array | undefined {
    if (this.missing || this.costs.unknownCaches > 0) return undefined;
    const sizes = this.sizes(this.scenario.context, this.scenario.batch, () => true);
    if (typeof sizes === 'string') return undefined;
    const bytes = new Float64Array(this.model.blocks.length);
    groupsOf(this.model, this.costs).forEach(({ owners }, i) => {
      const { layers, bytes: all } = sizes[i]!;
      if (layers > 0) for (const [block, copies] of owners) bytes[block]! += (all * copies) / layers;
    });
    return bytes;
  }

  /** Sizes of the tensors that pass the filter; a text when a symbol has no value. */
  private sizes(
    context: number,
    batch: number,
    filter: (t: CacheTensor) => boolean,
    rule = this.rule,
  ): readonly Size[] | string {
    const scenario = { ...this.scenario, context, batch, phase: 'decode' as const };
    const { bindings } = bind(this.model, scenario);
    const one: Bindings = {
      ...bindings,
      ...batchOne(bindings, bind(this.model, { ...scenario, batch: 1 }).bindings),
    };
    const out: Size[] = [];
    for (const { tensor, layers } of groupsOf(this.model, this.costs)) {
      if (!filter(tensor)) continue;
      const size = this.sizeOf(tensor, layers, context, batch, one, rule);
      if (typeof size === 'string') return size;
      out.push(size);
    }
    return out;
  }

  private sizeOf(
    tensor: CacheTensor,
    layers: number,
    context: number,
    batch: number,
    one: Bindings,
    rule: EngineRule,
  ): Size | string {
    const dims: number[] = [];
    let tokenAxis = isGrowing(tensor) ? tokenAxisOf(tensor, this.first, this.second) : -1;
    for (let i = 0; i < tensor.shape.length; i++) {
      const d = tensor.shape[i]!;
      let value = evaluate(d, one);
      if (value === undefined && tokenAxis < 0 && isTokenAxis(tensor, i)) {
        // A present's length that data decides is, after the step, the context.
        tokenAxis = i;
        value = context;
      }
      if (value === undefined)
        return `dimension ${[...symbolsOf(d)].filter((s) => !Object.hasOwn(one, s)).join(', ')} of "${tensor.name}" has no value`;
      dims.push(value);
    }
    const page = rule === ENGINES.vllm ? this.page() : undefined;
    if (tokenAxis >= 0) {
      // What a family keeps beside the tokens themselves (a prompt of its own) is in its declared shape.
      const plain = Math.min(context, tensor.window ?? Infinity);
      const beside = this.model.format === 'config' ? dims[tokenAxis]! - plain : 0;
      const held =
        page && tensor.window === undefined
          ? Math.ceil(context / page.tokens) * page.tokens
          : rule.tokens(tensor, context);
      dims[tokenAxis] = held + beside;
    }
    if (rule.shortConvolutions && tensor.kind === 'conv' && hasKernel(this.model, dims.at(-1)!))
      dims[dims.length - 1]!--;
    const p = this.precision(tensor, rule);
    const rowBytes = p.bytes(dims.at(-1) ?? 1);
    const rows = dims.slice(0, -1).reduce((a, b) => a * b, 1);
    // A batch that is a number in the file is in the shape already.
    const sequences =
      tensor.shape.some((d) => typeof d !== 'number' && [...symbolsOf(d)].some(isBatch)) ||
      this.model.format !== 'onnx'
        ? batch
        : 1;
    return {
      tensor,
      layers,
      dims: dropOne(dims, tensor, tokenAxis),
      tokenAxis: shifted(tensor, tokenAxis),
      tokens: tokenAxis >= 0 ? dims[tokenAxis]! : 0,
      bytesPerElement: p.text,
      // A layer's states take one page together.
      bytes:
        layers * sequences * rows * rowBytes * (page && !isGrowing(tensor) ? page.bytes / page.state : 1),
    };
  }

  private known: HybridPage | 'none' | undefined;

  /** vLLM's page for layers with and without states, where all layers of a kind are alike; undefined otherwise. */
  private page(): HybridPage | undefined {
    if (this.known === undefined) this.known = this.findPage() ?? 'none';
    return this.known === 'none' ? undefined : this.known;
  }

  private findPage(): HybridPage | undefined {
    const sizes = this.sizes(1, 1, () => true, ENGINES.ideal);
    if (typeof sizes === 'string') return undefined;
    const [tokens, states] = [new Map<number, number>(), new Map<number, number>()];
    groupsOf(this.model, this.costs).forEach(({ tensor, owners }, i) => {
      const { bytes, layers } = sizes[i]!;
      if (isCross(tensor) || tensor.window !== undefined || layers === 0) return;
      const sums = isGrowing(tensor) ? tokens : states;
      for (const [block] of owners) sums.set(block, (sums.get(block) ?? 0) + bytes / layers);
    });
    const alike = (sums: ReadonlyMap<number, number>) => new Set(sums.values()).size === 1;
    if (!alike(tokens) || !alike(states)) return undefined;
    return hybridPage([...tokens.values()][0]!, [...states.values()][0]!);
  }

  private get rule(): EngineRule {
    return ENGINES[this.scenario.engine] ?? ENGINES.ideal;
  }

  private precision(t: CacheTensor, rule: EngineRule): { bytes: (row: number) => number; text: string } {
    const own =
      t.dtype !== 'cache' && (this.scenario.cache === 'auto' || !isGrowing(t)) ? t.dtype : undefined;
    const fixed = isGrowing(t) ? own : (rule.stateType ?? own);
    if (fixed) return { bytes: (row) => (row * bitsOf(fixed)) / 8, text: `${bitsOf(fixed) / 8} B` };
    const auto = precisionOfDType(this.model.dtype) ?? PRECISIONS['bf16']!;
    const p: Precision = this.scenario.cache === 'auto' ? auto : (PRECISIONS[this.scenario.cache] ?? auto);
    if (p.block === 1) return { bytes: (row) => row * p.blockBytes, text: `${p.blockBytes} B` };
    if (p.block > 256)
      return { bytes: (row) => row * (p.blockBytes / p.block), text: `${num(p.blockBytes / p.block)} B` };
    return {
      bytes: (row) => Math.ceil(row / p.block) * p.blockBytes,
      text: `${num(p.blockBytes / p.block)} B`,
    };
  }

  private quantity(value: number, unit: Unit, formula: string, sizes: readonly Size[]): Quantity {
    const engine = this.scenario.engine;
    const rule = engine === 'ideal' || sizes.length === 0 ? '' : `; ${engine}: ${ENGINES[engine].words}`;
    const guessed = this.model.certainty !== 'exact';
    const lost = this.costs.unknownCaches;
    const certainty = lost > 0 ? 'lower bound' : guessed || engine === 'vllm' ? 'estimated' : 'exact';
    const reason =
      lost > 0
        ? `the shapes of ${lost} past tensors are unknown`
        : guessed
          ? whyEstimated(this.model)
          : 'vLLM’s page and step sizes are settings; its defaults are taken';
    return {
      value,
      unit,
      certainty,
      formula: `${formula}${rule}`,
      ...(certainty === 'exact' ? {} : { reason }),
    };
  }
}

/** Whether the model has a convolution over so many positions: its state then holds as many columns. */
function hasKernel(model: Model, columns: number): boolean {
  return model.weights.some(
    (w) => /conv/i.test(w.name) && w.shape.length === 3 && w.shape.at(-1) === columns,
  );
}

interface Group {
  readonly tensor: CacheTensor;
  layers: number;
  /** Blocks that own one, with their copies. */
  readonly owners: (readonly [block: number, copies: number])[];
}

const GROUPS = new WeakMap<Costs, readonly Group[]>();

/** Equal cache tensors together, with how many layers own one. */
function groupsOf(model: Model, costs: Costs): readonly Group[] {
  const known = GROUPS.get(costs);
  if (known) return known;
  const groups = new Map<string, Group>();
  for (const tensor of costs.caches) {
    const key = [tensor.kind, tensor.dtype, tensor.window ?? '', ...tensor.shape.map(keyOf)].join('|');
    const layers = repeatsOf(model, tensor.block);
    const group = groups.get(key);
    if (group) {
      group.layers += layers;
      group.owners.push([tensor.block, layers]);
    } else groups.set(key, { tensor, layers, owners: [[tensor.block, layers]] });
  }
  const list = [...groups.values()];
  GROUPS.set(costs, list);
  return list;
}

function isCross(t: CacheTensor): boolean {
  return t.kind === 'cross_key' || t.kind === 'cross_value';
}

function isGrowing(t: CacheTensor): boolean {
  return t.kind !== 'conv' && t.kind !== 'recurrent';
}

function isBatch(symbol: string): boolean {
  return /^(batch|n$|b$|bs$)/i.test(symbol);
}

/** Bindings whose batch-like symbols are 1: those that change with the batch. */
function batchOne(now: Bindings, one: Bindings): Bindings {
  const changed: Record<string, number> = {};
  for (const key in one) if (one[key] !== now[key]) changed[key] = one[key]!;
  return changed;
}

/** The axis that grows with the context, found between one and two tokens; -1 for what the source's length fixes. */
function tokenAxisOf(t: CacheTensor, one: Bindings, two: Bindings): number {
  if (isCross(t)) return -1;
  return t.shape.findIndex((d) => typeof d !== 'number' && evaluate(d, one) !== evaluate(d, two));
}

/** Keys and values of ONNX operators are [batch, heads, tokens, width] or [batch, tokens, width]. */
function isTokenAxis(t: CacheTensor, axis: number): boolean {
  return (t.kind === 'key' || t.kind === 'value' || t.kind === 'latent') && axis === t.shape.length - 2;
}

/** Formula dimensions: a leading 1 (one sequence) says nothing. */
function dropOne(dims: readonly number[], t: CacheTensor, axis: number): readonly number[] {
  return shiftOf(t) === 1 && axis !== 0 ? dims.slice(1) : dims;
}

function shifted(t: CacheTensor, axis: number): number {
  return shiftOf(t) === 1 && axis > 0 ? axis - 1 : axis;
}

function shiftOf(t: CacheTensor): number {
  const first = t.shape[0];
  return first !== undefined && typeof first !== 'number' && t.shape.length > 1 ? 1 : 0;
}
