/** onnx-tool's table of language models: its builder's parameters, MACs of a prompt, and cached elements. */
import { operatorFigures } from '../../../../src/core/costs/operatorFigures';
import type { Built, Claim, Measure, Rule } from '../claim';
import { onnxToolMacs } from '../counters';
import type { Figure } from '../figure';
import { at, cache, elementsOf, parameters, prefillMacs } from '../measures';
import { configEntries, variant } from '../models';

export const LANGUAGE: Readonly<Record<string, string>> = {
  'Phi-3-mini-4k': 'phi-3-mini-4k-instruct',
  'Phi-3-small-8k-instruct': 'phi-3-small-8k',
  'Phi-3-medium-4k-instruct': 'phi-3-medium-4k',
  'Llama3-8B': 'llama-3-8b',
  'Llama-3.1-70B-Japanese-Instruct-2407': 'llama-3.1-70b',
  'Qwen3.5-4B-Instruct': 'qwen3.5-4b',
  'Qwen3.5-35B-A3B-Instruct (MoE)': 'qwen3.5-35b-a3b',
  'Qwen3.5-35B-A3B (MoE)': 'qwen3.5-35b-a3b',
  'DeepSeek-V4-Flash (MoE/MLA)': 'deepseek-v4-flash',
  'DeepSeek-V4-Flash (MoE)': 'deepseek-v4-flash',
  'DeepSeek-V4-Pro (MoE/MLA)': 'deepseek-v4-pro',
  'DeepSeek-V4-Pro (MoE)': 'deepseek-v4-pro',
  'MiniMax-M2.7 (MoE)': 'minimax-m2.5',
  'gpt-j-6b': 'gpt-j-6b',
  'yi-1.5-34B': 'yi-34b',
  'microsoft/phi-2': 'phi-2',
  'QWen-7B': 'qwen2.5-7b-instruct',
  Qwen2_72B_Instruct: 'qwen2.5-72b',
  'Qwen3.5-4B LLM': 'qwen3.5-4b',
  'Qwen3.5-35B-A3B LLM': 'qwen3.5-35b-a3b',
};

const WEIGHTED =
  'theirs adds element work by weights of its own: softmax 36 a score, exp 32, RoPE 80 an element';
const embedding = elementsOf((w) => /embed_tokens/.test(w.name));
/** Parts of DeepSeek-V4 that its builder has not. */
const notBuilt = elementsOf((w) => /_hc\.|hc_head|compressor|indexer|sinks/.test(w.name));

export function languageClaim(f: Figure): Claim {
  const config = LANGUAGE[f.model]!;
  const compared = (what: string, ours: Measure, rule?: Rule): Claim => ({
    kind: 'compared',
    of: { config },
    what,
    ours,
    published: f.value * 1e9,
    ...(rule ? { rule } : {}),
  });
  if (f.quantity.startsWith('activated')) {
    const tokens = Number(/S=(\d+)/.exec(f.conditions)![1]);
    const what = `parameters that ${tokens} token${tokens > 1 ? 's' : ''} can use at most`;
    return compared(what, reachable(tokens), activatedRule(config, tokens));
  }
  if (f.quantity.startsWith('parameters'))
    return compared('parameters', parameters, parametersRule(f, config));
  if (f.quantity === 'KV cache elements')
    return compared('cache elements at 1,024 tokens', (b) => cache(1024)(b) / 2);
  const tokens = Number(/LLM sequence ([\d,]+)/.exec(f.conditions)?.[1]?.replace(',', '') ?? 1024);
  const what = `MACs of ${tokens.toLocaleString('en-US')} tokens, all pairs`;
  return compared(what, prefillMacs(tokens), macsRule(config, tokens));
}

/** Each expert tensor by the most that so many tokens reach, everything else whole. */
function reachable(tokens: number): Measure {
  return (b) =>
    b.model.weights.reduce((sum, w) => {
      const [used, all] = w.activeFraction ?? [1, 1];
      return sum + elementsOf((x) => x === w)(b) * Math.min(1, (used * tokens) / all);
    }, 0);
}

function activatedRule(config: string, tokens: number): Rule {
  if (config === 'qwen3.5-35b-a3b')
    return {
      why: 'theirs is without embedding and head (and of another revision: its total here is 34.3 G, 34.705 G in its main table)',
      value: (b) => reachable(tokens)(b) - 2 * embedding(b),
    };
  if (config.startsWith('deepseek'))
    return {
      why: 'theirs is without the embedding, the hyper-connections, the compressors and their indexers',
      value: (b) => reachable(tokens)(b) - embedding(b) - notBuilt(b),
    };
  return { why: 'theirs is without the embedding', value: (b) => reachable(tokens)(b) - embedding(b) };
}

function parametersRule(f: Figure, config: string): Rule | undefined {
  if (config === 'phi-3-small-8k')
    return { why: 'theirs counts the tied head again', value: (b) => parameters(b) + embedding(b) };
  if (config === 'qwen3.5-4b')
    return {
      why: 'theirs counts the tied head again and tables of rotary positions, and leaves the gates, small projections and convolutions of linear attention out',
      value: (b) => parameters(b) + embedding(b) + 2 * 128 * 262144 - linearParts(b),
    };
  if (f.value === 34.3)
    return { why: 'theirs is of another revision of its own builder: 34.705 G in its main table' };
  return undefined;
}

/** Of linear attention, what their builder has no weights for. */
const linearParts = elementsOf((w) => /linear_attn\./.test(w.name) && !/in_proj_qkv|out_proj/.test(w.name));

function macsRule(config: string, tokens: number): Rule {
  if (config.startsWith('qwen3.5'))
    return {
      why: 'theirs charges linear attention every pair of positions and its projections twice, and adds element work by weights of its own',
      value: (b) => gatedDelta(b, config, tokens),
    };
  if (config.startsWith('deepseek'))
    return {
      why: 'theirs gives every layer 128 window and 2 × 256 compressed positions, has no hyper-connections, and adds element work by weights of its own',
      value: (b) => compressedAttention(b, config, tokens),
    };
  const weighted = onnxToolMacs({ prompt: tokens, context: tokens });
  if (config === 'minimax-m2.5')
    return {
      why: `theirs runs a shared expert, which this model has not; ${WEIGHTED.replace('theirs', 'it')}`,
      value: (b) => weighted(b) + tokens * 62 * 3 * 3072 * 1536,
    };
  return { why: WEIGHTED, value: weighted };
}

/** Products by the weight they read; those without one under the operator's type. */
function productsBy(b: Built, tokens: number, pass: (weight: string, type: string) => boolean): number {
  const f = operatorFigures(b.model, b.costs, at({ prompt: tokens, context: tokens, phase: 'prefill' }));
  return b.model.operators.reduce((sum, op, i) => {
    const weight = op.inputs
      .map((id) => b.model.weights[b.model.values[id]?.weight ?? -1]?.name)
      .find(Boolean);
    return pass(weight ?? '', op.type) ? sum + f.macs[i]! * f.executions[i]! : sum;
  }, 0);
}

const sizes = (config: string) => configEntries()[config]!.config as Readonly<Record<string, number>>;

/** Its node for gated delta networks: S² for scores and sums, the projections a second time, 33 for a gate's element. */
function gatedDelta(b: Built, config: string, s: number): number {
  const c = sizes(config);
  const h = c['hidden_size']!;
  const keys = c['linear_num_key_heads']! * c['linear_key_head_dim']!;
  const values = c['linear_num_value_heads']! * c['linear_value_head_dim']!;
  const linear = (c['num_hidden_layers']! * 3) / 4;
  const full = c['num_hidden_layers']! / 4;
  const projections = s * h * (2 * keys + values);
  const node =
    projections + 2 * s * keys + 2 * s * keys * 4 + s * s * (keys + values) + 33 * s * h + s * values * h;
  const isLinear = (weight: string, type: string) =>
    /linear_attn/.test(weight) || type === 'LinearAttention' || (type === 'Conv' && weight === '');
  const others = productsBy(b, s, (w, type) => !isLinear(w, type));
  const heads = c['num_attention_heads']!;
  const scores = 36 * heads * s * s;
  const rope = 80 * s * (heads + c['num_key_value_heads']!) * 256;
  const gate = 34 * s * heads * 256;
  const experts = c['num_experts']
    ? (c['num_experts_per_tok']! + 1) * c['moe_intermediate_size']!
    : c['intermediate_size']!;
  const feed = 34 * s * experts + (c['num_experts'] ? 34 * s * h : 0);
  const norms = 2 * 8 * s * h;
  return (
    others + linear * (projections + node) + full * (scores + rope + gate) + (linear + full) * (feed + norms)
  );
}

/** Its own vision tower: 24 layers of 1,024, patches of 14, and two matrices to the language model's width. */
const TOWER = { hidden: 1024, layers: 24, heads: 16, inner: 4096, patch: 14, out: 2560 };

const towerOf = (f: Figure): Built => {
  const [, width, height] = /input (\d+)×(\d+)/.exec(f.conditions)!.map(Number);
  return variant('onnx-tool-tower', { image_size: [height!, width!] });
};
const patchesOf = (f: Figure) => Number(/-> ([\d,]+) patches/.exec(f.conditions)![1]!.replace(',', ''));
const sequenceOf = (f: Figure) => Number(/LLM sequence ([\d,]+)/.exec(f.conditions)![1]!.replace(',', ''));

/** It cuts to whole G. */
const wholeG = (n: number): number => Math.floor(n / 1e9) * 1e9;

/** Products of the tower with its element work, by its builder. */
function towerMacs(patches: number): number {
  const t = TOWER;
  const layer =
    patches * 4 * t.hidden * t.hidden +
    2 * patches * patches * t.hidden +
    36 * t.heads * patches * patches +
    2 * patches * t.hidden * t.inner +
    34 * patches * t.inner +
    18 * patches * t.hidden;
  const projector = patches * (t.hidden * t.out + t.out * t.out) + 34 * patches * t.out;
  return wholeG(3 * t.patch * t.patch * patches * t.hidden + t.layers * layer + projector);
}

const PROJECTOR =
  'theirs has the projector to the language model too, no class token, adds element work by weights of its own, and cuts to whole G';

export function visionClaim(f: Figure): Claim {
  return {
    kind: 'compared',
    of: { config: 'onnx-tool-tower' },
    what: `MACs of the tower, ${patchesOf(f).toLocaleString('en-US')} patches`,
    ours: () => prefillMacs(1)(towerOf(f)),
    published: f.value * 1e9,
    rule: { why: PROJECTOR, value: () => towerMacs(patchesOf(f)) },
  };
}

/** The tower's share of the language model's work, in per cent. */
export function shareClaim(f: Figure): Claim {
  const config = f.model.includes('35B') ? 'qwen3.5-35b-a3b' : 'qwen3.5-4b';
  const tokens = sequenceOf(f);
  return {
    kind: 'compared',
    of: { config },
    what: `MACs of the tower, ${patchesOf(f).toLocaleString('en-US')} patches, in per cent of the language model’s of ${tokens.toLocaleString('en-US')} tokens`,
    ours: (b) => (100 * prefillMacs(1)(towerOf(f))) / prefillMacs(tokens)(b),
    published: f.value,
    rule: {
      why: 'both by its builder’s count, as above',
      value: (b) => (100 * towerMacs(patchesOf(f))) / wholeG(gatedDelta(b, config, tokens)),
    },
  };
}

/** Its node for DeepSeek-V4's attention: 128 positions of a window and twice a quarter of the prompt, each head whole. */
function compressedAttention(b: Built, config: string, s: number): number {
  const c = sizes(config);
  const layers = c['num_hidden_layers'] ?? 43;
  const heads = c['num_attention_heads'] ?? 64;
  const width = c['head_dim'] ?? 512;
  const inner = (7 * (c['moe_intermediate_size'] ?? 2048)) as number;
  const held = 128 + s / 4 + Math.min(c['index_topk'] ?? 512, s / 4);
  const isBuilt = (w: string, type: string) =>
    type !== 'Attention' && !/_hc\.|hc_head|compressor/.test(w) && !(w === '' && type === 'MatMul');
  const h = c['hidden_size'] ?? 4096;
  // A gate as wide as a head, and an indexer with compressor, queries and scores.
  const compressor = s * h * width + s * h * 128 * 2 + s * 1024 * 64 * 128 + s * 64 * 128 * (s / 4);
  const attention =
    2 * s * heads * width * held + 36 * s * heads * held + compressor + 31 * s * heads * width;
  return productsBy(b, s, isBuilt) + layers * (attention + 34 * s * inner);
}
