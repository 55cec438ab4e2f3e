import { phasePeak } from '../../../../src/core/costs/memory';
import type { Claim, Measure, ModelName, Rule, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { at, cache, decodeMacs, elementsOf, parameters, prefillMacs, times, weights } from '../measures';
import { timeClaim } from './llmAnalysisTimes';
import type { LayerSizes } from '../../../../src/core/costs/training';
import { OPTIMIZERS, keptActivations, modelState } from '../../../../src/core/costs/training';

/** Our config of the model, and theirs as llm-analysis builds it: two matrices, no biases, the head tied. */
const MODELS: Readonly<Record<string, readonly [ours: string, theirs: string]>> = {
  'llama-7b': ['llama-7b', 'plain-llama-7b'],
  'llama-13b': ['llama-13b', 'plain-llama-13b'],
  'llama-30b': ['llama-33b', 'plain-llama-30b'],
  'llama-65b': ['llama-65b', 'plain-llama-65b'],
  'test-13b': ['test-13b', 'plain-test-13b'],
  'megatron-lm-175b': ['megatron-lm-175b', 'plain-megatron-lm-175b'],
  'megatron-lm-530b': ['megatron-lm-530b', 'plain-megatron-lm-530b'],
};

/** What a summary file says of its run. */
interface Run {
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

function runOf(f: Figure): Run {
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

const GATED = 'theirs gives LLaMA two matrices of 4 × the width instead of three of 8/3, and ties the head';
const TIED = 'theirs has no biases and positions, and ties the head';
const isEmbedding = (name: string) => /embed_tokens|wte/.test(name);
const isLayer = (name: string) => /layers\.|\.h\./.test(name);
const PRECISION: Readonly<Record<number, string>> = { 16: 'fp16', 8: 'int8', 4: 'int4' };
const embedding = elementsOf((w) => isEmbedding(w.name));
const layers = elementsOf((w) => isLayer(w.name) && w.shape.length === 2);

function claim(f: Figure): Claim {
  if (/latency/.test(f.quantity) && /infer|README|tests/.test(f.source)) return timeClaim(f);
  if (f.source.includes('README') || f.source.includes(' tests')) return left(whyOfTable(f));
  const names = MODELS[f.model];
  if (!names) return left(WHY.config);
  const r = runOf(f);
  const ours = { config: names[0] };
  const theirs: ModelName = { config: names[1] };
  const published = f.value;
  const why = f.model.startsWith('llama') ? GATED : TIED;
  const compared = (what: string, m: Measure, rule?: Rule): Claim => ({
    kind: 'compared',
    of: ours,
    what,
    ours: m,
    published,
    ...(rule ? { rule } : {}),
  });
  const rows: Readonly<Record<string, () => Claim>> = {
    kv_cache_memory_per_gpu: () =>
      compared(
        `cache at ${r.sequence + r.generate} tokens in ${r.cacheBits} bits${share(r.tp)}`,
        (b) => cache(r.sequence + r.generate, { cache: PRECISION[r.cacheBits]! })(b) / r.tp,
        {
          why: 'theirs has no scales',
          value: (b) => (cache(r.sequence + r.generate)(b) * r.cacheBits) / 16 / r.tp,
        },
      ),
    embedding_memory_per_gpu: () =>
      compared(`embedding in 16 bits${share(r.tp)}`, (b) => (2 * embedding(b)) / r.tp),
    weight_memory_per_gpu: () => weightClaim(),
    prefill_num_flops_fwd_total: () =>
      compared(`matrix FLOPs of ${r.sequence} tokens`, times(2, prefillMacs(r.sequence)), {
        why,
        value: times(2, prefillMacs(r.sequence)),
        of: theirs,
      }),
    decode_num_flops_fwd_total: () =>
      compared(`matrix FLOPs of a token at ${r.sequence}`, times(2, decodeMacs(r.sequence)), {
        why: 'theirs leaves the products of attention over the cache out',
        // One token: 4·h of attention's products a layer are of the token with itself.
        value: times(2, decodeMacs(1)),
        of: theirs,
      }),
    num_params_total: () => compared('parameters', parameters, { why, value: parameters, of: theirs }),
    gradient_memory_per_gpu: () => stateClaim('gradients in 16 bits', { gradientBytes: 2 }, 2),
    optimizer_state_memory_per_gpu: () => stateClaim('Adam’s 12 bytes a parameter', { optimizer: true }, 16),
    num_flops_total_per_micro_batch: () => {
      const passes = r.recompute === 'FULL' ? 4 : 3;
      const step = (b: Parameters<Measure>[0]) => 2 * passes * r.batch * prefillMacs(r.sequence)(b);
      return compared(
        `matrix FLOPs of ${r.batch} × ${r.sequence} tokens, forward and backward${passes === 4 ? ', recomputed' : ''}`,
        step,
        {
          why: `${why}; it recomputes ${r.recompute === 'FULL' ? 'all but the head' : 'attention’s products'}`,
          value: recomputed(r),
          of: theirs,
        },
      );
    },
  };
  if (f.quantity.startsWith('activation_memory')) return activationClaim();
  if (/^(prefill|decode)_activation_memory/.test(f.quantity)) return heldClaim();
  const row = rows[f.quantity];
  if (row) return row();
  if (/latency|hours/.test(f.quantity)) return left(WHY.modelled);
  if (/max_batch/.test(f.quantity)) return left(WHY.search);
  return left(WHY.config);

  function weightClaim(): Claim {
    const precision = PRECISION[r.weightBits]!;
    if (r.pp > 1 || r.stage3)
      return compared(
        r.stage3
          ? 'weights in 16 bits, one of the ZeRO-3 devices'
          : `weights in 16 bits${share(r.tp * r.pp)}`,
        (b) => weights('fp16')(b) / (r.stage3 ? r.dp : r.tp * r.pp),
        {
          why: r.stage3
            ? 'theirs holds the embedding whole'
            : `theirs does not divide the embedding among pipeline stages, and cuts layers to whole ones a stage; ${why}`,
          value: (b) =>
            r.stage3
              ? (2 * layers(b)) / r.dp + 2 * embedding(b)
              : (2 * stage(b, r.pp)) / r.tp + (2 * embedding(b)) / r.tp,
          of: theirs,
        },
      );
    return compared(`weights in ${r.weightBits} bits${share(r.tp)}`, (b) => weights(precision)(b) / r.tp, {
      why: r.weightBits < 16 ? `theirs has no scales; ${why}` : why,
      value: (b) => ((layers(b) * r.weightBits) / 8 + 2 * embedding(b)) / r.tp,
      of: theirs,
    });
  }

  /** Inference: what its example runs counted as held, against the peak of a run that frees what nobody reads again. */
  function heldClaim(): Claim {
    const prefill = f.quantity.startsWith('prefill');
    const tokens = prefill ? r.sequence : 1;
    const bits = PRECISION[r.cacheBits]!;
    const phase = prefill ? 'prefill' : 'decode';
    return compared(
      `peak of the activations of ${prefill ? `a prompt of ${tokens}` : 'a token'} in ${r.cacheBits} bits`,
      (b) =>
        phasePeak(
          b.model,
          b.costs,
          at({ prompt: r.sequence, context: r.sequence, activations: bits, phase }),
          phase,
        )!.bytes,
      {
        why: 'theirs holds the inputs of every layer at once, scores too, as a backward pass would need them',
        value: (b) => {
          const { layers: count, hidden, heads } = layerSizes(b, 1, tokens);
          const byte = r.cacheBits / 8;
          const attention = tokens * hidden * (1 + 4 / r.tp) + (2 * heads * tokens * tokens) / r.tp;
          const feed = tokens * hidden * (1 + 8 / r.tp);
          return count * (byte * (attention + feed) + 2 * 2 * tokens * hidden);
        },
        of: theirs,
      },
    );
  }

  /** Training; one stage holds as many layers' worth as the model has: one micro-batch for each stage after it. */
  function activationClaim(): Claim {
    const times = f.quantity.endsWith('bs1') ? 1 : r.batch;
    const how = r.recompute === 'FULL' ? ('full' as const) : ('selective' as const);
    const kept = (b: Parameters<Measure>[0]): number =>
      keptActivations(layerSizes(b, times, r.sequence), how).value! / r.tp;
    const per = how === 'full' ? 2 : 37;
    return compared(
      `activations kept for ${times} × ${r.sequence} tokens, ${how === 'full' ? 'layers' : 'scores'} recomputed${share(r.tp)}`,
      kept,
      {
        why:
          how === 'full'
            ? 'theirs leaves out the one layer that is run again'
            : 'theirs has 4 × the width in its two matrices, norms’ inputs in 32 bits and no mask after the second: 37 bytes an element instead of 34',
        value: (b) => {
          const { layers: count, hidden } = layerSizes(b, times, r.sequence);
          return (per * times * r.sequence * hidden * count) / r.tp;
        },
        of: theirs,
      },
    );
  }

  function stateClaim(
    what: string,
    keys: { gradientBytes?: number; optimizer?: boolean },
    bytes: number,
  ): Claim {
    const devices = r.stage3 ? r.dp : r.tp * r.pp;
    return compared(
      `${what}${r.stage3 ? ', one of the ZeRO-3 devices' : share(devices)}`,
      (b) =>
        modelState({
          frozen: { parameters: 0, bytes: 0 },
          trained: parameters(b) / (r.stage3 ? 1 : devices),
          weightBytes: 0,
          gradientBytes: keys.gradientBytes ?? 0,
          optimizer: keys.optimizer ? OPTIMIZERS.adam : { name: '', moments: 0, master: 0, source: '' },
          stage: r.stage3 ? 3 : 0,
          devices: r.stage3 ? r.dp : 1,
        }).value!,
      {
        why: `theirs leaves the embedding out${r.pp > 1 ? ', cuts layers to whole ones a stage' : ''}${keys.optimizer ? ' and counts 16 bytes a parameter' : ''}; ${why}`,
        value: (b) => (r.stage3 ? (bytes * layers(b)) / r.dp : (bytes * stage(b, r.pp)) / r.tp),
        of: theirs,
      },
    );
  }
}

/** Sizes of a config's layers, from the shapes of their weights. */
function layerSizes({ model }: Parameters<Measure>[0], batch: number, sequence: number): LayerSizes {
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
function stage(b: Parameters<Measure>[0], stages: number): number {
  const count = Math.max(...b.model.blocks.map((block) => block.repeat));
  return (layers(b) / count) * Math.floor(count / stages);
}

/** Forward, twice that backward, and what is run again. */
function recomputed(r: Run): Measure {
  return (b) => {
    const all = prefillMacs(r.sequence)(b);
    const head = embedding(b) * r.sequence;
    const scores = all - (layers(b) + embedding(b)) * r.sequence;
    const again = r.recompute === 'FULL' ? all - head : r.recompute === 'SELECTIVE' ? scores : 0;
    return 2 * r.batch * (3 * all + again);
  };
}

const share = (devices: number) => (devices > 1 ? `, one of ${devices} devices` : '');

function whyOfTable(f: Figure): string {
  return /MEASURED|REPORTED|EXPECTED/.test(f.quantity) ? WHY.measured : WHY.modelled;
}

export const llmAnalysis: Section = {
  title: 'llm-analysis: summaries of its examples',
  about:
    'Sums that its example runs wrote. Weights and caches of few bits have scales in ours. The row “under their rule” is the engine run on the model as llm-analysis builds it.',
  has: (f) => f.source.startsWith('cli99/'),
  claim,
};
