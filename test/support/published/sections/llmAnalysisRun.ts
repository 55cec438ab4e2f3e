/** What llm-analysis's summary files are of: models as it builds them, runs, and the sums that several rows need. */
import type { LayerSizes } from '../../../../src/core/costs/training';
import type { Built, Measure } from '../claim';
import type { Figure } from '../figure';
import { elementsOf, prefillMacs } from '../measures';

/** Our config of the model, and theirs as llm-analysis builds it: two matrices, no biases, the head tied. */
export const MODELS: Readonly<Record<string, readonly [ours: string, theirs: string]>> = {
  'llama-7b': ['llama-7b', 'plain-llama-7b'],
  'llama-13b': ['llama-13b', 'plain-llama-13b'],
  'llama-30b': ['llama-33b', 'plain-llama-30b'],
  'llama-65b': ['llama-65b', 'plain-llama-65b'],
  'test-13b': ['test-13b', 'plain-test-13b'],
  'megatron-lm-175b': ['megatron-lm-175b', 'plain-megatron-lm-175b'],
  'megatron-lm-530b': ['megatron-lm-530b', 'plain-megatron-lm-530b'],
};

/** What a summary file says of its run. */
export interface Run {
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly weightBits: number;
  readonly cacheBits: number;
  readonly sequence: number;
  readonly generate: number;
  readonly batch: number;
  readonly stage3: boolean;
  readonly recompute: string;
}

export function runOf(f: Figure): Run {
  const c = f.conditions;
  const number = (pattern: RegExp, otherwise: number) => Number(pattern.exec(c)?.[1] ?? otherwise);
  return {
    tp: number(/-tp(\d+)-/, 1),
    pp: number(/-pp(\d+)-/, 1),
    dp: number(/-dp(\d+)-/, 1),
    weightBits: number(/-w(\d+)a/, 16),
    // Its cache has the type of the activations.
    cacheBits: number(/-w\d+a(\d+)e/, 16),
    sequence: number(/seq_len (\d+)/, 512),
    generate: number(/generate (\d+)/, 0),
    batch: number(/batch\/gpu (\d+)/, 1),
    stage3: c.includes('STAGE_3'),
    recompute: /recompute (\w+)/.exec(c)?.[1] ?? 'NONE',
  };
}

export const GATED =
  'theirs gives LLaMA two matrices of 4 × the width instead of three of 8/3, and ties the head';
export const TIED = 'theirs has no biases and positions, and ties the head';
const isEmbedding = (name: string) => /embed_tokens|wte/.test(name);
const isLayer = (name: string) => /layers\.|\.h\./.test(name);
export const PRECISION: Readonly<Record<number, string>> = { 16: 'fp16', 8: 'int8', 4: 'int4' };
export const embedding = elementsOf((w) => isEmbedding(w.name));
export const layers = elementsOf((w) => isLayer(w.name) && w.shape.length === 2);

/** Sizes of a config's layers, from the shapes of their weights. */
export function layerSizes({ model }: Built, batch: number, sequence: number): LayerSizes {
  const shape = (pattern: RegExp) => model.weights.find((w) => pattern.test(w.name))!.shape;
  const gated = model.weights.some((w) => /gate_proj/.test(w.name));
  const [a, b] = shape(/up_proj\.weight|c_fc\.weight/);
  const hidden = Math.min(a!, b!);
  return {
    layers: Math.max(...model.blocks.map((block) => block.repeat)),
    hidden,
    inner: Math.max(a!, b!),
    heads: model.facts.attention?.[0]?.heads ?? Number.NaN,
    gates: gated ? 3 : 2,
    batch,
    sequence,
  };
}

/** Elements of the layers of one pipeline stage: whole layers, so many as all stages can have. */
export function stage(b: Built, stages: number): number {
  const count = Math.max(...b.model.blocks.map((block) => block.repeat));
  return (layers(b) / count) * Math.floor(count / stages);
}

/** Forward, twice that backward, and what is run again. */
export function recomputed(r: Run): Measure {
  return (b) => {
    const all = prefillMacs(r.sequence)(b);
    const head = embedding(b) * r.sequence;
    const scores = all - (layers(b) + embedding(b)) * r.sequence;
    const again = r.recompute === 'FULL' ? all - head : r.recompute === 'SELECTIVE' ? scores : 0;
    return 2 * r.batch * (3 * all + again);
  };
}

export const share = (devices: number) => (devices > 1 ? `, one of ${devices} devices` : '');
