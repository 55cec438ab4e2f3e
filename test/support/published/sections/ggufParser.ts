import { roofline } from '../../../../src/core/costs/roofline';
import { loraParameters } from '../../../../src/core/costs/training';
import type { Device } from '../../../../src/core/hardware/device';
import { repeatsOf } from '../../../../src/core/model/model';
import type { Built, Claim, Measure, Rule, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import type { Mix, Part } from '../ggufMix';
import { layersOf, mixBytes, wholeMix } from '../ggufMix';
import { at, cache, parameters } from '../measures';
import { configEntries } from '../models';

const MIB = 2 ** 20;
const UNITS: Readonly<Record<string, number>> = { GiB: 2 ** 30, GB: 2 ** 30, MiB: MIB, B: 1 };

/** Config and mix of each file; a mix of its own has none. */
const FILES: Readonly<Record<string, readonly [config: string, mix?: Mix]>> = {
  'DeepSeek-R1-Distill-Qwen-7B-Q4_K_M.gguf': ['qwen2.5-7b-instruct', 'q4_k_m'],
  'qwen2.5-7b-instruct-q8_0-00001-of-00003.gguf': ['qwen2.5-7b-instruct', 'q8_0'],
  'DeepSeek-R1-Distill-Qwen-7B-F16.gguf': ['qwen2.5-7b-instruct', 'fp16'],
  'Qwen2.5-72B-Instruct-Q4_K_M.gguf': ['qwen2.5-72b', 'q4_k_m'],
  'qwen2.5-72b-instruct-q4_k_m-00001-of-00012.gguf': ['qwen2.5-72b'],
  'DeepSeek-R1-UD-IQ1_S-00001-of-00003.gguf': ['deepseek-v3'],
  'Qwen2-VL-2B-Instruct-f16.gguf': ['qwen2-vl-2b-text', 'fp16'],
  'openbuddy-llama3.3-70b-v24.1-131k-Q4_0.gguf': ['llama-3.1-70b', 'q4_0'],
  'llama3.3': ['llama-3.1-70b', 'q4_k_m'],
  'Llama-3.1-70B-Instruct-Q4_K_M.gguf': ['llama-3.1-70b', 'q4_k_m'],
  'llama-3.1-405b-IQ1_M-00019-of-00019.gguf': ['llama-3.1-405b-16kv', 'iq1_m'],
  'Meta-Llama-3-8B-Instruct.Q5_K_M.gguf': ['llama-3-8b', 'q5_k_m'],
  'Llama-3.1-405B-Instruct Q4_0': ['llama-3.1-405b-16kv', 'q4_0'],
};

/** Tokens of one computing batch of llama.cpp. */
const UBATCH = 512;

/** First layer of a device where several share them, by the options and the device. */
const FIRST: Readonly<Record<string, number>> = {
  '8,10 VRAM 0': 0,
  '8,10 VRAM 1': 36,
  '8,10,12,6 RPC 0': 0,
  '8,10,12,6 RPC 1': 18,
  '8,10,12,6 RPC 2': 41,
  '8,10,12,6 RPC 3': 68,
  '11,12,8,10,6 RPC 0': 0,
  '11,12,8,10,6 RPC 1': 19,
  '11,12,8,10,6 RPC 2': 40,
  '11,12,8,10,6 RPC 3': 54,
  '11,12,8,10,6 VRAM 0': 71,
};

/** What a row's conditions say of its device. */
interface Place {
  readonly device: string;
  readonly layers: number;
  readonly head: boolean;
  readonly context: number;
  readonly shared: boolean;
  readonly first: number;
}

/** Places of a figure's family: the layers are told with the first of two columns, the second has the same. */
function placeOf(f: Figure, config: string): Place | undefined {
  const device = /^estimated ((RAM|VRAM \d|RPC \d))/.exec(f.quantity)?.[1];
  const said = /(RAM|VRAM \d|RPC \d)(?: \(V\)RAM)? layers (?:\d+ \+ )?(\d+) \+ (\d+)/.exec(f.conditions);
  if (!device || !said) return undefined;
  const split = /--tensor-split="([\d,]+)"/.exec(f.conditions)?.[1] ?? '';
  const max = Number(configEntries()[config]!.config['max_position_embeddings']);
  const context = Number(
    /context size=(\d+)/.exec(f.conditions)?.[1] ?? /--ctx-size=(\d+)/.exec(f.conditions)?.[1] ?? max,
  );
  return {
    device,
    layers: Number(said[2]),
    head: Number(said[3]) > 0,
    context,
    shared: split !== '',
    first: FIRST[`${split} ${device}`] ?? 0,
  };
}

const layerCache =
  (p: Place): Measure =>
  (b) =>
    (cache(p.context)(b) * p.layers) / layersOf(b);

/** Logits and hidden states of one batch in 32 bits. */
function outputs({ model }: Built): number {
  const embedding = model.weights.find((w) => /embed_tokens/.test(w.name))!;
  return embedding.shape.reduce((a, d) => a + d, 0) * UBATCH * 4;
}

/** Its buffers of one batch without flash attention, and a flat sum for a device that is not unified. */
const buffers =
  (p: Place): Measure =>
  ({ model }) => {
    const { heads, hidden } = sizesOf(model);
    return 250 * MIB + p.context * UBATCH * (heads + 1) * 4 + 3 * hidden * UBATCH * 4;
  };

function sizesOf(model: Built['model']): { heads: number; hidden: number } {
  const embedding = model.weights.find((w) => /embed_tokens/.test(w.name))!;
  const heads = model.facts.attention?.[0]?.heads ?? Number.NaN;
  return { heads, hidden: embedding.shape[1]! };
}

const PARTLY =
  'and the cache of one layer more where the head, and of another where layers, stay on the host';

/** What its device with the head has more than others, by its own figures: (7.64 - 7.13) - (9.28 - 8.85) GiB. */
const HEAD = 0.08 * 2 ** 30;

const BATCH = 'theirs adds logits and hidden states of a batch of 512 in 32 bits';
const SCORES =
  'theirs adds a batch’s attention scores without flash attention (512 × context × heads × 4 bytes), logits, and a flat 250 MiB';

function memory(f: Figure, config: string, mix: Mix | undefined): Claim {
  if (f.quantity.includes('Apple')) return macs(f, config, mix!);
  const p = placeOf(f, config);
  if (!p) return left(f.value === 0 ? NOTHING : WHY.mix);
  const published = f.value * UNITS[f.unit]!;
  const compared = (what: string, ours: Measure, rule?: Rule): Claim => ({
    kind: 'compared',
    of: { config },
    what,
    ours,
    published,
    ...(rule ? { rule } : {}),
  });
  const tokens = `${p.context.toLocaleString('en-US')} tokens`;
  const held = `cache of ${p.layers} layers at ${tokens}`;
  const unified = /[^N]UMA/.test(f.quantity);
  if (p.device === 'RAM') {
    if (p.layers === 0) return left(WHY.host);
    // Their own figure for no layer at all: 1.9 GiB, and 150 MiB more where memory is not unified.
    const base = (unified ? 1.9 : 2.05) * 2 ** 30;
    return compared(held, layerCache(p), {
      why: 'theirs adds the host’s buffers (its own figure for no layers: 1.90 GiB, 2.05 where memory is not unified)',
      value: (b) => layerCache(p)(b) + base,
    });
  }
  if (p.layers === 0 && !p.head) return left(NOTHING);
  if (f.conditions.includes('--hf-mmproj')) return left(VISION);
  if (f.model.startsWith('qwen2.5-72b')) return left(WHY.mix);
  const lora = f.conditions.includes('--lora-url');
  const more = (b: Built) => (p.head ? outputs(b) : 0) + (lora ? 2 * adapter(b) : 0);
  // Remote devices and the last of several hold their weights also where memory is unified.
  const loaded =
    f.conditions.includes('--no-mmap') ||
    p.device.startsWith('RPC') ||
    (p.shared && p.head && p.device !== 'VRAM 0');
  if (unified && loaded && !mix) return left(WHY.mix);
  if (unified && !loaded)
    return compared(held, layerCache(p), {
      why: lora ? `${BATCH}, and the adapter` : BATCH,
      value: (b) => layerCache(p)(b) + more(b),
    });
  if (!mix) return left(WHY.mix);
  // The layers nearest the head go to the one device.
  const from = (b: Built) => (p.shared ? p.first : layersOf(b) - p.layers);
  const part = (b: Built): Part => ({ from: from(b), to: from(b) + p.layers, head: p.head });
  const ours: Measure = (b) => mixBytes(b, mix, part(b)) + layerCache(p)(b);
  // Found in its twenty rows of partly offloaded layers: one layer's cache for the head on the host, one for layers there.
  const partly = !p.shared && !p.head;
  const copied = (b: Built) =>
    partly && !unified ? ((p.layers < layersOf(b) ? 2 : 1) * cache(p.context)(b)) / layersOf(b) : 0;
  return compared(`weights and ${held}`, ours, {
    why: unified ? BATCH : partly ? `${SCORES}; ${PARTLY}` : SCORES,
    value: (b) =>
      ours(b) + more(b) + copied(b) + (unified ? 0 : buffers(p)(b) + (p.shared && p.head ? HEAD : 0)),
  });
}

/** Three machines; layers and head are dealt out by the split, in their order: remote ones first. */
function macs(f: Figure, config: string, mix: Mix): Claim {
  const [, machine] = /Mac Studio (\d)/.exec(f.quantity)!;
  if (f.quantity.endsWith(' RAM')) return left(WHY.host);
  const split = /split ([\d,]+)/.exec(f.conditions)![1]!.split(',').map(Number);
  const total = split.reduce((a, n) => a + n, 0);
  const at = [2, 0, 1][Number(machine)]!;
  const before = split.slice(0, at).reduce((a, n) => a + n, 0);
  const bound = (share: number, all: number) => Math.min(all, Math.ceil((share / total) * (all + 1)));
  return {
    kind: 'compared',
    of: { config },
    what: `weights and cache of a share of ${split[at]} in ${total}, 512 tokens`,
    ours: (b) => {
      const all = layersOf(b);
      const from = bound(before, all);
      const to = bound(before + split[at]!, all);
      return mixBytes(b, mix, { from, to, head: at === 2 }) + (cache(512)(b) * (to - from)) / all;
    },
    published: f.value * UNITS[f.unit]!,
  };
}

const VISION = 'with buffers of a vision tower at 1,344 pixels: no quantity of the engine';
const NOTHING = 'no layer on the device: nothing to compare';

/** Rank 32 on all linear layers and the head. */
const adapter: Measure = ({ model }) =>
  loraParameters(
    model.weights
      .filter((w) => /_proj|lm_head/.test(w.name))
      .map((w) => ({ shape: w.shape, copies: repeatsOf(model, w.block) })),
    32,
  );

function file(f: Figure, config: string, mix: Mix | undefined): Claim {
  const compared = (what: string, ours: Measure, published: number): Claim => ({
    kind: 'compared',
    of: { config },
    what,
    ours,
    published,
  });
  const lora = f.model.startsWith('lora');
  const count = lora ? adapter : parameters;
  if (f.quantity === 'parameters')
    return compared('parameters', count, f.value * (f.unit === 'M' ? 1e6 : 1e9));
  if (!mix) return left(WHY.mix);
  const bytes: Measure = lora ? (b) => 2 * adapter(b) : (b) => wholeMix(b, mix);
  const label = mix.toUpperCase();
  if (f.quantity === 'bits per weight')
    return compared(`bits a weight in ${label}`, (b) => (8 * bytes(b)) / count(b), f.value);
  return compared(`weights in ${label}`, bytes, f.value * UNITS[f.unit]!);
}

/** Sizes in a file's header beside those of the model that the config gives. */
const KEYS: Readonly<Record<string, (b: Built) => number>> = {
  'GGUF embedding len': (b) => sizesOf(b.model).hidden,
  'GGUF attention head cnt': (b) => sizesOf(b.model).heads,
  'GGUF layers': ({ model }) => model.facts.layers ?? Number.NaN,
  'GGUF feed forward len': ({ model }) => model.weights.find((w) => /up_proj/.test(w.name))!.shape[0]!,
  'GGUF expert cnt': ({ model }) => model.facts.experts?.routed ?? 0,
  'GGUF vocabulary len': ({ model }) => model.facts.vocabularySize ?? Number.NaN,
  'tokenizer tokens': ({ model }) => model.facts.vocabularySize ?? Number.NaN,
};

function keyClaim(f: Figure): Claim {
  const config = FILES[f.model]?.[0];
  const read = KEYS[f.quantity];
  if (!config || !read) return left(WHY.key);
  const what = f.quantity.replace('GGUF ', '').replace('tokenizer tokens', 'vocabulary len');
  return { kind: 'compared', of: { config }, what: `${what} of the model`, ours: read, published: f.value };
}

/** Its fastest generation on Apple's chips: bytes over bandwidth; ours is the roofline with whole shares. */
function speed(f: Figure): Claim {
  const bandwidth = /Bandwidth=([\d.]+) GBps/.exec(f.conditions)?.[1];
  if (!bandwidth) return left('a speed over several machines: the engine’s roofline is of one device');
  const id = f.quantity.startsWith('Q8_0') ? 'q8_0' : 'q4_0';
  const [chip] = /Variant=[^;]+/.exec(f.conditions)!;
  const bytesPerSecond = Number(bandwidth) * 1e9;
  const device: Device = {
    id: 'own',
    name: chip,
    kind: 'own',
    memoryBytes: 64 * 2 ** 30,
    bytesPerSecond,
    peaks: {},
    source: 'the table itself',
  };
  const scenario = at({ context: CONTEXT, weights: id, cache: 'fp16', phase: 'decode' });
  return {
    kind: 'compared',
    of: { config: 'llama-2-7b' },
    what: `tokens a second at 2,048 tokens, weights in ${id.toUpperCase()}, ${chip.replace('Variant=', '')}`,
    ours: (b) =>
      roofline(b.model, b.costs, scenario, device, { compute: 1, memory: 1 }).tokensPerSecond.value!,
    published: f.value,
    rule: {
      why: 'theirs takes 33 / 34 of the bytes of weights and cache, and no activations',
      value: (b) => {
        const read = mixBytes(b, id, { from: 0, to: layersOf(b), head: true }) + cache(CONTEXT)(b);
        return bytesPerSecond / ((read * (layersOf(b) + 1)) / (layersOf(b) + 2));
      },
    },
  };
}

/** Tokens that its speeds are of. */
const CONTEXT = 2048;

function claim(f: Figure): Claim {
  if (f.quantity.startsWith('GGUF') || f.quantity === 'tokenizer tokens') return keyClaim(f);
  if (f.quantity.startsWith('tokenizer')) return left(WHY.key);
  if (f.unit === 'tokens/s') return speed(f);
  if (f.model.startsWith('lora')) return file(f, 'llama-3-8b', 'fp16');
  const known = FILES[f.model];
  if (!known) return left(WHY.config);
  if (f.quantity.startsWith('estimated')) return memory(f, known[0], known[1]);
  return file(f, known[0], known[1]);
}

export const ggufParser: Section = {
  title: 'gguf-parser: files and llama.cpp’s memory',
  about:
    'Weights in the mixes of llama.cpp’s quantiser, by its rules, and caches in 16 bits. Unified memory (UMA) is told without weights, which are mapped from the file.',
  has: (f) => f.source.startsWith('gpustack/gguf-parser-go'),
  claim,
};
