/** Sizes of a model's cache tensors under a scenario, as the chosen engine holds them. */
import type { CacheTensor } from '../model/cache';
import { bitsOf } from '../model/dtype';
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import { symbolsOf } from '../model/expression';
import type { Model } from '../model/model';
import { bind } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { batchOne, dropOne, isBatch, isTokenAxis, shifted, tokenAxisOf } from './cacheAxes';
import { groupsOf, isCross, isGrowing } from './cacheGroups';
import type { Costs } from './costModel';
import type { EngineRule, HybridPage } from './engines';
import { ENGINES, hybridPage } from './engines';
import type { Precision } from './precisions';
import { PRECISIONS, precisionOfDType } from './precisions';
import { num } from './text';

/** Equal cache tensors of some layers, sized. */
export interface Size {
  readonly tensor: CacheTensor;
  /** Copies: layers that own one. */
  readonly layers: number;
  /** Copies of one layer's tensor: one per sequence, or 1 where the engine lets all sequences share one. */
  readonly sequences: number;
  /** Dimensions of one layer's tensor, per sequence, the tokens as `tokens`. */
  readonly dims: readonly number[];
  readonly tokenAxis: number;
  readonly tokens: number;
  readonly bytesPerElement: string;
  readonly bytes: number;
}

export class CacheSizes {
  /** Why nothing can be sized, where nothing can. */
  readonly missing: string | undefined;
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

  /** Sizes of the tensors that pass the filter; a text when a symbol has no value. */
  sizes(
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
    // A batch that is a number in the file is in the shape already.
    let sequences =
      tensor.shape.some((d) => typeof d !== 'number' && [...symbolsOf(d)].some(isBatch)) ||
      this.model.format !== 'onnx'
        ? batch
        : 1;
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
      if (rule.shared) {
        dims[tokenAxis] = rule.shared(tensor, context, batch) + batch * beside;
        sequences = 1;
      }
    }
    if (rule.shortConvolutions && tensor.kind === 'conv' && hasKernel(this.model, dims.at(-1)!))
      dims[dims.length - 1]!--;
    const p = this.precision(tensor, rule);
    const rowBytes = p.bytes(dims.at(-1) ?? 1);
    const rows = dims.slice(0, -1).reduce((a, b) => a * b, 1);
    return {
      tensor,
      layers,
      dims: dropOne(dims, tensor, tokenAxis),
      tokenAxis: shifted(tensor, tokenAxis),
      tokens: tokenAxis >= 0 ? dims[tokenAxis]! : 0,
      bytesPerElement: p.text,
      sequences,
      // A layer's states take one page together.
      bytes:
        layers * sequences * rows * rowBytes * (page && !isGrowing(tensor) ? page.bytes / page.state : 1),
    };
  }

  private known: HybridPage | 'none' | undefined;

  /** vLLM's page for layers with and without states, where all layers of a kind are alike; undefined otherwise. */
  page(): HybridPage | undefined {
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

  /** How the chosen engine holds a cache. */
  get rule(): EngineRule {
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
}

/** Whether the model has a convolution over so many positions: its state then holds as many columns. */
function hasKernel(model: Model, columns: number): boolean {
  return model.weights.some(
    (w) => /conv/i.test(w.name) && w.shape.length === 3 && w.shape.at(-1) === columns,
  );
}
