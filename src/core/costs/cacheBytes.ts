/** Bytes kept between generation steps. */
import type { CacheTensor } from '../model/cache';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { formulaOf } from './cacheFormula';
import { groupsOf, isGrowing } from './cacheGroups';
import type { Size } from './cacheSizes';
import { CacheSizes } from './cacheSizes';
import type { Costs } from './costModel';
import { ENGINES } from './engines';
import type { Estimate } from './estimate';
import type { Quantity, Unit } from './quantity';
import { unknown } from './quantity';
import { num } from './text';
import { whyEstimated } from './whyEstimated';

export function cacheOf(model: Model, costs: Costs, scenario: Scenario): Estimate['cache'] {
  const c = new CacheBytes(model, costs, scenario);
  let perToken: Quantity | undefined;
  return {
    // A curve of memory asks for the totals of fifty scenarios and for no token's share.
    get bytesPerToken() {
      return (perToken ??= c.perToken());
    },
    bytesAtContext: c.atContext(),
    stateBytes: c.state(),
  };
}

/** Bytes of caches and states together by the block that owns them, all its copies; undefined when they are not known. */
export function cacheByBlock(model: Model, costs: Costs, scenario: Scenario): Float64Array | undefined {
  return new CacheBytes(model, costs, scenario).byBlock();
}

/** Cache and state of one of `devices` that split a model by tensor parallelism. */
export function cacheOnDevice(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  devices: number,
): { readonly cache: Quantity; readonly state: Quantity } {
  const c = new CacheBytes(model, costs, scenario);
  return { cache: c.onDevice(devices, isGrowing), state: c.onDevice(devices, (t) => !isGrowing(t)) };
}

/** A context that all usual compression rates divide: 128 x the least common multiple of 1 to 10. */
const PERIOD = 128 * 2520;

class CacheBytes {
  private readonly held: CacheSizes;

  constructor(
    private readonly model: Model,
    private readonly costs: Costs,
    private readonly scenario: Scenario,
  ) {
    this.held = new CacheSizes(model, costs, scenario);
  }

  perToken(): Quantity {
    if (this.held.missing) return unknown('bytes/token', this.held.missing);
    // The second token's share: no window is full yet, and every layer that keeps keys and values keeps them.
    const now = this.held.sizes(1, 1, isGrowing, ENGINES.ideal);
    const next = this.held.sizes(2, 1, isGrowing, ENGINES.ideal);
    if (typeof now === 'string') return unknown('bytes/token', now);
    if (typeof next === 'string') return unknown('bytes/token', next);
    let value = 0;
    const growing: Size[] = [];
    const later = this.held.sizes(1 + PERIOD, 1, isGrowing, ENGINES.ideal);
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
    if (this.held.missing) return unknown('bytes', this.held.missing);
    const { context, batch } = this.scenario;
    const sizes = this.held.sizes(context, batch, isGrowing);
    if (typeof sizes === 'string') return unknown('bytes', sizes);
    const value = sizes.reduce((sum, s) => sum + s.bytes, 0);
    if (sizes.length === 0) return this.quantity(0, 'bytes', 'no keys and values are kept: 0 B', []);
    return this.quantity(value, 'bytes', formulaOf(sizes, value), sizes);
  }

  state(): Quantity {
    if (this.held.missing) return unknown('bytes', this.held.missing);
    const sizes = this.held.sizes(this.scenario.context, this.scenario.batch, (t) => !isGrowing(t));
    if (typeof sizes === 'string') return unknown('bytes', sizes);
    const value = sizes.reduce((sum, s) => sum + s.bytes, 0);
    if (sizes.length === 0) return this.quantity(0, 'bytes', 'no recurrent or convolutional state: 0 B', []);
    const page = this.held.rule === ENGINES.vllm ? this.held.page() : undefined;
    if (page) {
      const padded = `a page of ${num(page.tokens)} tokens = ${num(page.bytes)} B for each layer’s states of ${num(page.state)} B`;
      return this.quantity(
        value,
        'bytes',
        `${padded}, ${num(value / page.bytes)} of them = ${num(value)} B`,
        sizes,
      );
    }
    return this.quantity(value, 'bytes', formulaOf(sizes, value), sizes);
  }

  /**
   * Heads (or channels of a state) are dealt out, at least one to each device: with fewer heads than devices every head lies
   * on several. A latent is one for all heads, so every device holds all of it.
   */
  onDevice(devices: number, filter: (t: CacheTensor) => boolean): Quantity {
    if (this.held.missing) return unknown('bytes', this.held.missing);
    if (this.model.format === 'onnx') return unknown('bytes', 'a graph runs as it is, on one device');
    const sizes = this.held.sizes(this.scenario.context, this.scenario.batch, filter);
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
    if (this.held.missing || this.costs.unknownCaches > 0) return undefined;
    const sizes = this.held.sizes(this.scenario.context, this.scenario.batch, () => true);
    if (typeof sizes === 'string') return undefined;
    const bytes = new Float64Array(this.model.blocks.length);
    groupsOf(this.model, this.costs).forEach(({ owners }, i) => {
      const { layers, bytes: all } = sizes[i]!;
      if (layers > 0) for (const [block, copies] of owners) bytes[block]! += (all * copies) / layers;
    });
    return bytes;
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
