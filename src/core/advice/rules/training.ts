import { perDevice } from '../../costs/perDevice';
import { peakOnDevice } from '../../costs/peakType';
import { OPTIMIZERS, modelState, optimalTokens, trainingEnergy, trainingFlops } from '../../costs/training';
import { tensorClasses } from '../../costs/tensorClass';
import { repeatsOf } from '../../model/model';
import type { Case } from '../case';
import { fact } from '../effects';
import { activations, difference, estimated, fullPlan, planned, untrainable } from '../plans';
import { applies, count, inUse, no, noFigure } from '../rule';
import type { Rules } from '../rule';
import type { Verdict } from '../verdict';

/** A judge that first asks whether the file can be trained at all. */
function trained(judge: (c: Case) => Verdict) {
  return (c: Case): Verdict => {
    const why = untrainable(c);
    return why ? no(why) : judge(c);
  };
}

function scaling(c: Case): Verdict {
  const tokens = optimalTokens(c.multiplied);
  const flops = trainingFlops(c.multiplied, tokens.value!);
  return applies({
    title: 'the compute optimum for this size',
    change: {
      kind: 'plan',
      how: 'Facts of training from scratch.',
      effects: [
        fact('tokens', 'Training tokens at the compute optimum', tokens),
        fact('trainFlops', 'Training FLOPs for them', flops),
      ],
    },
  });
}

function energy(c: Case): Verdict {
  const d = c.device;
  if (!d) return no('no device is chosen: energy needs its power and peak');
  const peak = peakOnDevice(d, 'bf16');
  if (peak === undefined || peak.type === 'fp32' || d.watts === undefined)
    return no(`${d.name} has no published 16-bit peak or power`);
  const flops = trainingFlops(c.multiplied, optimalTokens(c.multiplied).value!);
  const joules = trainingEnergy(flops, { peak: peak.perSecond, watts: d.watts, utilisation: 0.4, pue: 1.1 });
  return applies({
    title: `training at the compute optimum on ${d.name}`,
    assumption: '40 % of the dense 16-bit peak, PUE 1.1',
    change: {
      kind: 'plan',
      how: 'Energy of one training run.',
      effects: [fact('energy', 'Energy of training', joules)],
    },
  });
}

function mixed(c: Case): Verdict {
  const dtype = c.model.dtype;
  if (dtype === undefined) return no('the type of the checkpoint is not known');
  if (dtype !== 'float32') return inUse(`the checkpoint is ${dtype} already`);
  const full = {
    ...fullPlan(c),
    optimizer: { ...OPTIMIZERS.adam, master: 0 },
    weightBytes: 4,
    gradientBytes: 4,
  };
  // Both are 16 bytes per parameter: the state does not shrink, the working copy does.
  const [before, after] = [modelState(full), modelState(fullPlan(c))];
  const copy = (bytes: number) =>
    estimated(
      bytes * c.parameters,
      'bytes',
      `${bytes} B × ${count(c.parameters)}`,
      'the copy that forward and backward read',
    );
  const kept = activations(c, 'none');
  return applies({
    title: '16-bit products, 32-bit master weights',
    change: {
      kind: 'plan',
      how: 'Working copy and activations in 16 bits.',
      effects: [
        difference('weights', 'Working copy of the weights', copy(4), copy(2)),
        kept?.value
          ? difference(
              'trainActivations',
              'Activations kept for backward',
              { ...kept, value: 2 * kept.value, formula: `2 × (${kept.formula})` },
              kept,
            )
          : undefined,
        { ...fact('trainState', 'Model state in training (unchanged)', after), before },
      ].filter((e) => e !== undefined),
    },
  });
}

function fp8(c: Case): Verdict {
  if (c.parameters < 1e9) return no('below about 1 B parameters casting eats the gain');
  const after = { ...fullPlan(c), optimizer: OPTIMIZERS.fp8, weightBytes: 0, gradientBytes: 1 };
  return applies(planned('FP8-LM: 6 bytes of state per parameter', fullPlan(c), after));
}

const DEVICES = 8;

function zero(c: Case): Verdict {
  const before = { ...fullPlan(c), devices: DEVICES };
  const step = (factor: number) =>
    estimated(
      (factor * c.parameters * (DEVICES - 1)) / DEVICES,
      'bytes',
      `${factor} B × ${count(c.parameters)} × ${DEVICES - 1}/${DEVICES}`,
      'ring collectives in 16 bits, per device and step',
    );
  const traffic = difference('traffic', 'Traffic per device and step', step(4), step(6));
  return applies(
    planned(
      `ZeRO-3 over ${DEVICES} devices: state, gradients and weights sharded`,
      before,
      { ...before, stage: 3 },
      traffic,
    ),
    planned(`ZeRO-2 over ${DEVICES} devices: optimizer state and gradients sharded`, before, {
      ...before,
      stage: 2,
    }),
    planned(`ZeRO-1 over ${DEVICES} devices: optimizer state sharded`, before, { ...before, stage: 1 }),
  );
}

function tensor(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no('the file holds no config');
  const t = 2;
  if (s.heads % t !== 0 || s.inner % t !== 0)
    return no(`${s.heads} heads or a width of ${s.inner} do not divide by ${t}`);
  const device = perDevice(c.model, c.costs, { ...c.scenario, tensorParallel: t });
  if (!device || device.weights.value === null) return noFigure('what one device would hold is not known');
  const latent = c.softmax.some((a) => a.kind === 'MLA');
  const moved = 2 * s.layers * 2 * c.scenario.batch * c.scenario.prompt * s.hidden * 2 * ((t - 1) / t);
  return applies({
    title: `each layer split over ${t} devices`,
    assumption: latent
      ? 'the latent cache is held by every device'
      : `${s.kvHeads} KV heads, ${Math.ceil(s.kvHeads / t)} per device`,
    change: {
      kind: 'plan',
      how: 'Bytes per device.',
      effects: [
        difference('weights', 'Weights per device', c.before.weights.scenario, device.weights),
        c.before.cache.bytesAtContext.value
          ? difference('cache', 'Cache per device', c.before.cache.bytesAtContext, device.cache)
          : undefined,
        fact(
          'traffic',
          'Sent per device for one prompt',
          estimated(
            moved,
            'bytes',
            `2 × ${s.layers} layers × 2 × ${count(c.scenario.batch * c.scenario.prompt)} tokens × ${count(s.hidden)} × 2 B × ${t - 1}/${t}`,
            'two ring all-reduces per layer in 16 bits',
          ),
        ),
      ].filter((e) => e !== undefined),
    },
  });
}

function pipeline(c: Case): Verdict {
  const s = c.shape;
  const p = 4;
  if (!s || s.layers < 2 * p || s.layers % p !== 0)
    return no(`the layers do not divide into ${p} stages of two or more`);
  const before = modelState(fullPlan(c));
  const after = {
    ...before,
    value: before.value! / p,
    formula: `(${before.formula}) / ${p} stages`,
    reason: 'stages taken to be equal; embedding and head make the outer ones larger',
  };
  return applies({
    title: `${p} stages of ${s.layers / p} layers`,
    assumption: `with 16 micro-batches ${((100 * (p - 1)) / (16 + p - 1)).toFixed(1)} % of the time is idle`,
    change: {
      kind: 'plan',
      how: 'State per stage.',
      effects: [difference('trainState', 'Model state per stage', before, after)].filter(
        (e) => e !== undefined,
      ),
    },
  });
}

function context(c: Case): Verdict {
  const longest = c.model.facts.maximumPositions ?? 0;
  if (longest < 8192) return no(`the model's longest sequence is ${count(longest)} tokens`);
  const before = activations(c, 'selective');
  if (!before?.value) return noFigure('activations of these layers have no published count');
  const after = { ...before, value: before.value / 4, formula: `(${before.formula}) / 4` };
  return applies({
    title: 'the sequence over 4 devices',
    change: {
      kind: 'plan',
      how: 'Activations per device.',
      effects: [difference('trainActivations', 'Activations kept for backward', before, after)].filter(
        (e) => e !== undefined,
      ),
    },
  });
}

function checkpointing(c: Case): Verdict {
  if (c.config?.['gradient_checkpointing'] === true) return inUse('`gradient_checkpointing` is already on');
  const [none, selective, full] = (['none', 'selective', 'full'] as const).map((h) => activations(c, h));
  if (!none || !selective || !full) return noFigure('activations of these layers have no published count');
  const tokens = optimalTokens(c.multiplied).value!;
  const flops = difference(
    'trainFlops',
    'Training FLOPs at the compute optimum',
    trainingFlops(c.multiplied, tokens),
    trainingFlops(c.multiplied, tokens, 8),
  );
  const name = `Activations kept for backward, ${count(c.scenario.batch)} × ${count(c.scenario.prompt)} tokens`;
  const variant = (title: string, after: typeof none, ...more: (typeof flops)[]) => ({
    title,
    change: {
      kind: 'plan' as const,
      how: title,
      effects: [difference('trainActivations', name, none, after), ...more].filter((e) => e !== undefined),
    },
  });
  return applies(
    variant('recompute attention scores only (as fused attention does)', selective),
    variant('keep the inputs of layers only', full, flops),
  );
}

function offload(c: Case): Verdict {
  const before = fullPlan(c);
  const moved = estimated(
    4 * c.parameters,
    'bytes',
    `4 B × ${count(c.parameters)}`,
    'gradients down, weights up, 16 bits each',
  );
  return applies(
    planned(
      'optimizer and gradients in host memory',
      before,
      { ...before, offload: 'optimizer and gradients' },
      fact('traffic', 'Over the host link per step', moved),
    ),
  );
}

function lean(c: Case): Verdict {
  const before = fullPlan(c);
  return applies(
    planned('8-bit Adam', before, { ...before, optimizer: OPTIMIZERS.adam8bit }),
    planned('Lion, one momentum', before, { ...before, optimizer: OPTIMIZERS.lion }),
  );
}

function galore(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no('the file holds no config');
  const rank = Math.floor(s.hidden / 4);
  const matrices = (c.classes.matrix ?? 0) + (c.classes.expert ?? 0);
  if (matrices < 0.7 * c.parameters) return no('linear layers hold less than 70 % of the parameters');
  const moments = galoreMoments(c, rank);
  const before = modelState(fullPlan(c));
  const after = estimated(
    before.value! - 8 * matrices + moments,
    'bytes',
    `${before.formula} - 8 B × ${count(matrices)} + moments and projectors ${count(moments)} B`,
    'rank a quarter of the width; projectors in fp32',
  );
  return applies({
    title: `gradients of rank ${count(rank)}`,
    change: {
      kind: 'plan',
      how: 'Adam in a subspace.',
      effects: [difference('trainState', 'Model state in training', before, after)].filter(
        (e) => e !== undefined,
      ),
    },
  });
}

/** Training from scratch and its memory. */
export const trainingRules: Rules = {
  'scaling-law-budget': { effort: 'training', quality: 'same', judge: trained(scaling) },
  'mixed-precision-training': { effort: 'setting', quality: 'same', judge: trained(mixed) },
  'fp8-training': { effort: 'setting', quality: 'close', judge: trained(fp8) },
  'zero-fsdp-sharding': { effort: 'devices', quality: 'same', judge: trained(zero) },
  'tensor-parallelism': { effort: 'devices', quality: 'same', judge: tensor },
  'pipeline-parallelism': { effort: 'devices', quality: 'same', judge: trained(pipeline) },
  'sequence-context-parallelism': { effort: 'devices', quality: 'same', judge: trained(context) },
  'activation-checkpointing': { effort: 'setting', quality: 'same', judge: trained(checkpointing) },
  'training-state-offload': { effort: 'devices', quality: 'same', judge: trained(offload) },
  'eight-bit-and-lean-optimizers': { effort: 'setting', quality: 'close', judge: trained(lean) },
  'galore-gradient-projection': { effort: 'setting', quality: 'small', judge: trained(galore) },
  'model-growth-and-initialization': {
    effort: 'training',
    quality: 'same',
    judge: trained(() => noFigure('what is saved depends on the smaller model at hand')),
  },
  'energy-carbon-accounting': { effort: 'setting', quality: 'same', judge: trained(energy) },
};

/** fp32 moments in the subspace and the projector: 4 B × rank × (2 × longer + shorter side) of each matrix. */
function galoreMoments(c: Case, rank: number): number {
  const classes = tensorClasses(c.model);
  let bytes = 0;
  c.model.weights.forEach((w, id) => {
    if (classes[id] !== 'matrix' && classes[id] !== 'expert') return;
    const [a, b] = [w.shape.at(-2) ?? 1, w.shape.at(-1) ?? 1];
    const stack = w.shape.slice(0, -2).reduce((x, y) => x * y, 1);
    const r = Math.min(rank, a, b);
    bytes += 4 * r * (2 * Math.max(a, b) + Math.min(a, b)) * stack * repeatsOf(c.model, w.block);
  });
  return bytes;
}
