/** onnx-tool's computed speeds on devices as it describes them, beside our roofline on the same devices. */
import { roofline } from '../../../../src/core/costs/roofline';
import type { Device } from '../../../../src/core/hardware/device';
import type { Claim } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { at } from '../measures';
import { configEntries } from '../models';
import { LANGUAGE } from './onnxToolLanguage';

/** Peaks and bandwidth as its device.py has them, in G a second. */
const DEVICES: Readonly<Record<string, readonly [fp32: number, fp16: number, bandwidth: number]>> = {
  'Ultra-358H': [7500, 60000, 128],
  'Arc-B70': [22900, 183500, 608],
  'RTX-4090': [82600, 165200, 1008],
  'RTX-5090': [104800, 209500, 1792],
};

/** Tokens in the cache. */
const CONTEXT = 1024;

export function speedClaim(f: Figure): Claim {
  const config = LANGUAGE[f.model];
  const name = /device ([\w-]+),/.exec(f.conditions)?.[1] ?? '';
  const specs = DEVICES[name];
  if (!config || !specs || !dense(config)) return left(WHY.modelled);
  if (f.quantity.startsWith('prefill')) return left(PROMPTS);
  const device = deviceOf(name, specs);
  // The tables of the Chinese page read the rotary tables of all positions for each query and key.
  const whole = f.source.includes('README_CN');
  const scenario = at({
    phase: 'decode',
    context: CONTEXT,
    weights: 'int4',
    cache: 'fp16',
    activations: 'fp16',
  });
  return {
    kind: 'compared',
    of: { config },
    what: `tokens a second after ${CONTEXT.toLocaleString('en-US')}, weights in 4 bits, ${name}`,
    ours: (b) =>
      roofline(b.model, b.costs, scenario, device, { compute: 1, memory: 1 }).tokensPerSecond.value!,
    published: f.value,
    rule: {
      why: `theirs has head and activations in 4 bits too, and no scales${whole ? ', and reads rotary tables of all positions' : ''}`,
      value: () => 1 / seconds(config, specs, whole),
    },
  };
}

const PROMPTS =
  'speed of a prompt by a roofline whose two published tables disagree: which bytes element work moves is not told';

function deviceOf(name: string, [fp32, fp16, bandwidth]: readonly [number, number, number]): Device {
  return {
    id: 'own',
    name,
    kind: 'own',
    memoryBytes: 64 * 2 ** 30,
    bytesPerSecond: bandwidth * 1e9,
    peaks: { fp32: fp32 * 1e9, fp16: fp16 * 1e9 },
    source: 'onnx-tool, device.py',
  };
}

const SIZES = (config: string) => configEntries()[config]!.config as Readonly<Record<string, number>>;

/** Models whose layers are attention and a feed-forward part, which its builder has as such. */
function dense(config: string): boolean {
  const c = SIZES(config);
  return !c['num_experts'] && !c['num_local_experts'] && !/qwen3\.5|deepseek|minimax/.test(config);
}

/** Its time of one token after the cached ones: everything is bound by bytes. */
function seconds(
  config: string,
  [, fp16, bandwidth]: readonly [number, number, number],
  wholeTables: boolean,
): number {
  const c = SIZES(config);
  const h = c['hidden_size'] ?? c['n_embd']!;
  const layers = c['num_hidden_layers'] ?? c['n_layer']!;
  const heads = c['num_attention_heads'] ?? c['n_head']!;
  const kv = c['num_key_value_heads'] ?? heads;
  const inner = c['intermediate_size'] ?? c['ff_intermediate_size'] ?? 4 * h;
  const words = c['vocab_size']!;
  const d = h / heads;
  const gated = !/phi-2|gpt-j/.test(config);
  const [peak, bytes] = [fp16 * 1e9, bandwidth * 1e9];
  const matrix = (rows: number, columns: number) =>
    Math.max((2 * rows * columns) / peak, (rows * columns + columns) / 2 / bytes);
  const other = (elements: number, weight: number) => elements * Math.max((2 * weight) / peak, 1 / 2 / bytes);
  const products = heads * (CONTEXT + 1) * (2 * d + 36);
  const attention = Math.max((2 * products) / peak, (h / 2 + 2 * 2 * kv * d * (CONTEXT + 1)) / bytes);
  const feed = (gated ? 2 : 1) * matrix(h, inner) + matrix(inner, h);
  const elements = 2 * other(h, 7) + 2 * other(h, 1) + other(h + kv * d, 80) + other(inner, 34);
  const tables = wholeTables ? (2 * POSITIONS(c) * d) / 2 / bytes : 0;
  const layer = 2 * matrix(h, h) + 2 * matrix(h, kv * d) + attention + feed + elements + tables;
  return layers * layer + matrix(h, words);
}

const POSITIONS = (c: Readonly<Record<string, number>>) =>
  c['max_position_embeddings'] ?? c['n_positions'] ?? 0;
