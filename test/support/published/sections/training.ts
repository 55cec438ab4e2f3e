import type { LayerSizes } from '../../../../src/core/costs/training';
import { OPTIMIZERS, keptActivations, modelState } from '../../../../src/core/costs/training';
import type { Claim, Measure, Rule, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { elementsOf, macsOf, parameters, times, weights } from '../measures';

const GIB = 2 ** 30;
const UNITS: Readonly<Record<string, number>> = {
  B: 1e9,
  M: 1e6,
  EFLOPs: 1e18,
  ZFLOPs: 1e21,
  GiB: GIB,
};

const NAMES: Readonly<Record<string, string>> = {
  'GPT-3 175B': 'gpt-3',
  'default 20B': 'neox-20b-default',
  'pythia 6.9B example': 'pythia-6.9b',
  'pythia 12B example': 'pythia-12b',
  'LLaMA-7B': 'llama-7b',
};

/** The command's tokens and length, 2048 a sequence. */
const TOKENS = 300e9;
const SEQUENCE = 2048;
/** Forward, twice that backward, and forward again (recomputed). */
const PASSES = 4;

const run = (pass: (names: string, type: string) => boolean): Measure =>
  times(
    (2 * PASSES * TOKENS) / SEQUENCE,
    macsOf(SEQUENCE, (op, { model }) => {
      const names = op.inputs
        .map((id) => model.weights[model.values[id]?.weight ?? -1]?.name ?? '')
        .join(' ');
      return pass(names, op.type);
    }),
  );

const PARTS: Readonly<Record<string, readonly [what: string, ours: Measure]>> = {
  'QKV FLOPs': ['FLOPs of the query, key and value matrices', run((n) => n.includes('query_key_value'))],
  'QK^T FLOPs': [
    'FLOPs of the scores',
    times(
      0.5,
      run((_, type) => type === 'Attention'),
    ),
  ],
  'AV FLOPs': [
    'FLOPs of the values’ sum',
    times(
      0.5,
      run((_, type) => type === 'Attention'),
    ),
  ],
  'projection FLOPs': ['FLOPs of the output matrices', run((n) => n.includes('attention.dense'))],
  'FFN FLOPs': ['FLOPs of the feed-forward parts', run((n) => n.includes('mlp.'))],
  'embedding FLOPs': ['FLOPs of the head', run((n) => /embed_out|lm_head/.test(n))],
  'total FLOPs': ['FLOPs of the matrices', run(() => true)],
};

const part = (pattern: RegExp): Measure => elementsOf((w) => pattern.test(w.name));
const PARAMETERS: Readonly<Record<string, readonly [what: string, ours: Measure]>> = {
  'embedding parameters': ['parameters of embedding and head', part(/embed_in|embed_out|lm_head/)],
  'attention parameters': ['parameters of attention', part(/attention\./)],
  'FFN parameters': ['parameters of the feed-forward parts', part(/mlp\./)],
  'total parameters': ['parameters', parameters],
  parameters: ['parameters', parameters],
};

/** Sizes of the memory commands: devices of one replica, batch, ZeRO devices. */
const RUNS: Readonly<Record<string, LayerSizes & { readonly parallel: number; readonly devices: number }>> = {
  'pythia 6.9B example': sizes(32, 4096, 32, 8, 2, 128),
  'pythia 12B example': sizes(36, 5120, 40, 8, 4, 256),
  'default 20B': sizes(44, 6144, 64, 1, 1, 1),
};

function sizes(
  layers: number,
  hidden: number,
  heads: number,
  batch: number,
  parallel: number,
  devices: number,
) {
  return {
    layers,
    hidden,
    inner: 4 * hidden,
    heads,
    gates: 2 as const,
    batch,
    sequence: SEQUENCE,
    parallel,
    devices,
  };
}

function memory(f: Figure): Claim {
  const run = RUNS[f.model];
  const of = { config: NAMES[f.model]! };
  const published = f.value * GIB;
  const compared = (what: string, ours: Measure, rule?: Rule): Claim => ({
    kind: 'compared',
    of,
    what,
    ours,
    published,
    ...(rule ? { rule } : {}),
  });
  if (!run)
    return f.quantity === 'model memory'
      ? compared('weights in fp16', weights('fp16'))
      : left('one layer’s activations of a training run, called inference: no quantity of ours');
  const state =
    (o: { gradients?: number; optimizer?: boolean }): Measure =>
    (b) =>
      modelState({
        frozen: { parameters: 0, bytes: 0 },
        trained: parameters(b),
        weightBytes: 0,
        gradientBytes: o.gradients ?? 0,
        optimizer: o.optimizer ? OPTIMIZERS.adam : { name: '', moments: 0, master: 0, source: '' },
        stage: 1,
        devices: run.devices,
      }).value!;
  switch (f.quantity) {
    case 'activation memory per GPU':
      return compared(
        'activations kept, scores recomputed, one device',
        () => keptActivations(run, 'selective').value! / run.parallel,
        {
          why: 'theirs divides 24 of the 34 bytes by the tensor-parallel devices, as arXiv 2205.05198 does without sequence parallelism',
          value: () => run.sequence * run.batch * run.hidden * run.layers * (10 + 24 / run.parallel),
        },
      );
    case 'model memory per GPU':
      return compared('weights in fp16, one device', (b) => weights('fp16')(b) / run.parallel);
    case 'gradient memory per GPU':
      return compared('gradients in 32 bits', state({ gradients: 4 }));
    case 'optimizer memory per GPU':
      return compared('Adam’s 12 bytes a parameter, one of the ZeRO-1 devices', state({ optimizer: true }));
    default:
      return left('a sum with buffers of one program and with gradients that it does not divide');
  }
}

function claim(f: Figure): Claim {
  const config = NAMES[f.model];
  if (!config) return left(WHY.config);
  if (f.unit === 'GiB') return memory(f);
  const [what, ours] = PARTS[f.quantity] ?? PARAMETERS[f.quantity] ?? [];
  if (!what || !ours) return left(WHY.rule);
  const rule = ruleOf(f);
  return {
    kind: 'compared',
    of: { config },
    what: f.unit.endsWith('FLOPs') ? `${what}, 300 G tokens, recomputed` : what,
    ours,
    published: f.value * UNITS[f.unit]!,
    ...(rule ? { rule } : {}),
  };
}

function ruleOf(f: Figure): Rule | undefined {
  if (f.quantity === 'embedding FLOPs') {
    const once = f.source.includes('#31') ? 3 : 1;
    return {
      why:
        once === 1
          ? 'theirs counts the head forward only, without backward and recomputing'
          : 'theirs counts the head forward and backward, not recomputed',
      value: times(once / PASSES, PARTS['embedding FLOPs']![1]),
    };
  }
  if (f.quantity === 'total FLOPs' && !f.source.includes('#31'))
    return {
      why: 'theirs counts the head forward only, without backward and recomputing',
      value: (b) => PARTS['total FLOPs']![1](b) - (3 / PASSES) * PARTS['embedding FLOPs']![1](b),
    };
  return undefined;
}

export const cookbook: Section = {
  title: 'EleutherAI cookbook: parameters, training FLOPs and memory',
  about:
    'Output of its scripts on their documented commands: 300 G tokens in sequences of 2,048, everything recomputed (4 forward passes’ work in all).',
  has: (f) => f.source.startsWith('EleutherAI/'),
  claim,
};
