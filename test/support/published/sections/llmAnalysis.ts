import { phasePeak } from '../../../../src/core/costs/memory';
import type { Claim, Measure, ModelName, Rule, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { at, cache, decodeMacs, parameters, prefillMacs, times, weights } from '../measures';
import {
  GATED,
  MODELS,
  PRECISION,
  TIED,
  embedding,
  layerSizes,
  layers,
  recomputed,
  runOf,
  share,
  stage,
} from './llmAnalysisRun';
import { timeClaim } from './llmAnalysisTimes';
import { batchClaim, trainingTimeClaim } from './llmAnalysisTraining';
import { OPTIMIZERS, keptActivations, modelState } from '../../../../src/core/costs/training';

function claim(f: Figure): Claim {
  const training = trainingTimeClaim(f);
  if (training) return training;
  if (/latency/.test(f.quantity) && /infer|README|tests/.test(f.source)) return timeClaim(f);
  if (f.source.includes('README') || f.source.includes(' tests')) return left(whyOfTable(f));
  if (f.quantity.includes('max_batch')) return batchClaim(f);
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
