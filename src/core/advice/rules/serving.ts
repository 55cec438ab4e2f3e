import type { Case } from '../case';
import { linearParameters, readsOf } from '../case';
import { difference, estimated } from '../plans';
import { NO_CACHE, applies, count, inUse, no, noFigure } from '../rule';
import type { Rules } from '../rule';
import type { Effect, Variant, Verdict } from '../verdict';

/** What a smaller cache changes; the prompt is still read in full. */
const HELD = ['cache', 'decode', 'reads'] as const;
/** What a larger batch changes that is not just its own size. */
const SHARED = ['cache', 'reads', 'activations', 'memory'] as const;

/** Figures that rest on an assumed share. */
function plan(title: string, assumption: string | undefined, ...effects: (Effect | undefined)[]): Variant {
  return {
    title,
    assumption,
    assumed: assumption !== undefined,
    change: { kind: 'plan', how: title, effects: effects.filter((e) => e !== undefined) },
  };
}

function eviction(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  if (c.softmax.every((a) => a.window !== undefined) && c.softmax.length > 0)
    return no('all layers are windowed already');
  const context = c.scenario.context;
  if (context < 2048) return no(`the context of ${count(context)} tokens is short`);
  const keep = Math.max(64, Math.floor(0.2 * context));
  return applies(
    {
      title: `a fifth of the cached tokens kept: ${count(keep)} of ${count(context)}`,
      change: { kind: 'scenario', set: { context: keep } },
      only: HELD,
      assumed: true,
      assumption: 'a fifth is enough; the whole prompt is still read once',
    },
    {
      title: 'four first tokens and a window of 1,020',
      change: { kind: 'scenario', set: { context: Math.min(context, 1024) } },
      only: HELD,
      assumption: 'the whole prompt is still read once',
    },
  );
}

/** Expected tokens per pass with drafts of `length` that are each accepted with this chance. */
function expectedTokens(accepted: number, length: number): number {
  return (1 - accepted ** (length + 1)) / (1 - accepted);
}

function speculative(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  if (c.parameters < 1e9) return no('below about 1 B parameters a draft model saves nothing');
  if (c.scenario.batch > 8)
    return no(`at batch ${c.scenario.batch} decoding is no longer bound by reading weights`);
  const reads = readsOf(c);
  const flops = c.before.compute.decode.matrixFlops;
  const weights = c.before.weights.scenario;
  if (reads.value === null || flops.value === null || weights.value === null)
    return noFigure('decoding has no known cost');
  const [chance, length, size] = [0.7, 4, 1 / 20];
  const tokens = expectedTokens(chance, length);
  const terms = `one pass of this model and ${length} of a draft of 1/20 for ${tokens.toFixed(3)} tokens`;
  return applies(
    plan(
      `a draft model of a twentieth, ${length} tokens ahead`,
      `${100 * chance} % of drafted tokens accepted`,
      difference(
        'reads',
        'Bytes read per token',
        reads,
        estimated((reads.value * (1 + length * size)) / tokens, 'bytes', terms, 'acceptance is assumed'),
      ),
      difference(
        'decode',
        'FLOPs per token',
        flops,
        estimated(
          (flops.value * (length + 1 + length * size)) / tokens,
          'FLOPs',
          terms,
          'acceptance is assumed',
        ),
      ),
      difference(
        'weights',
        'Weights',
        weights,
        estimated(
          weights.value * (1 + size),
          'bytes',
          `${count(weights.value)} B × 1.05`,
          'the draft is a twentieth of this model',
        ),
      ),
    ),
  );
}

function selfDrafting(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  const heads = Number(c.shape?.raw('num_nextn_predict_layers') ?? 0);
  if (heads > 0) return inUse(`already trained with ${heads} layer(s) that predict further tokens`);
  const s = c.shape;
  const reads = readsOf(c);
  if (!s || reads.value === null) return noFigure('decoding has no known cost');
  const added = 4 * (s.hidden * s.hidden + s.hidden * s.vocabulary);
  const before = c.before.parameters.distinct;
  return applies(
    plan(
      'four Medusa heads',
      '2.5 tokens accepted per pass',
      difference(
        'reads',
        'Bytes read per token',
        reads,
        estimated(
          reads.value / 2.5,
          'bytes',
          `${count(Math.round(reads.value))} B / 2.5`,
          'acceptance is assumed; the heads are left out',
        ),
      ),
      difference(
        'parameters',
        'Parameters',
        before,
        estimated(
          (before.value ?? 0) + added,
          'parameters',
          `+ 4 × (${s.hidden}² + ${s.hidden} × ${s.vocabulary})`,
          'one square layer and one onto the vocabulary per head',
        ),
      ),
    ),
  );
}

function paged(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  if (c.scenario.engine === 'vllm') return inUse('the scenario’s engine already pages its cache');
  const longest = c.model.facts.maximumPositions;
  if (longest === undefined || longest < 2 * c.scenario.context)
    return no('what would be reserved is not much longer than what is used');
  const used = c.before.cache.bytesAtContext;
  const perToken = c.before.cache.bytesPerToken.value;
  if (used.value === null || perToken === null) return noFigure('the cache is not known');
  const reserved = used.value + perToken * (longest - c.scenario.context) * c.scenario.batch;
  return applies({
    ...plan(
      `pages for ${count(c.scenario.context)} tokens instead of ${count(longest)} reserved`,
      'without pages the longest sequence is reserved for each request',
      difference(
        'cache',
        'Cache reserved',
        estimated(reserved, 'bytes', `cache at ${count(longest)} tokens`, 'as reserved without pages'),
        used,
      ),
    ),
    // Both sides are this model's own.
    assumed: false,
  });
}

function batching(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  if (c.scenario.batch >= 16) return inUse(`the scenario already has a batch of ${c.scenario.batch}`);
  return applies({
    title: '16 requests at once',
    change: { kind: 'scenario', set: { batch: 16 } },
    only: SHARED,
    assumed: true,
    assumption: 'there are 16 requests; figures are of the whole batch, bytes read are per token',
  });
}

function offloading(c: Case): Verdict {
  const weights = c.before.weights.scenario;
  if (weights.value === null || linearParameters(c) === 0) return noFigure('the weights are not known');
  const room = c.device?.memoryBytes;
  const total = c.before.memory.total.value;
  if (room !== undefined && total !== null && total <= room) return no(`it fits ${c.device!.name} as it is`);
  const moved = { ...c.before.parameters.active };
  const share = moved.value === null || !c.parameters ? 1 : moved.value / c.parameters;
  const half = estimated(
    weights.value / 2,
    'bytes',
    `${count(weights.value)} B / 2`,
    'half of the layers stay',
  );
  const link = estimated(
    (weights.value / 2) * share,
    'bytes',
    `${count(weights.value)} B / 2 × ${share.toFixed(3)} active`,
    'a dense layer is read whole for each step',
  );
  return applies(
    plan(
      'half of the weights in host memory',
      undefined,
      difference('weights', 'Weights on the device', weights, half),
      {
        quantity: 'Over the host link per step',
        kind: 'traffic',
        before: link,
        after: link,
        direction: 'fact',
      },
    ),
  );
}

function cascade(c: Case): Verdict {
  if (c.parameters < 3e9) return no('the model is small itself');
  const flops = c.before.compute.decode.matrixFlops;
  if (flops.value === null) return noFigure('decoding has no known cost');
  return applies(
    plan(
      'a model of a tenth answers first',
      '70 % of requests end there',
      difference(
        'decode',
        'FLOPs per token, expected',
        flops,
        estimated(
          flops.value * (0.1 + 0.3),
          'FLOPs',
          `${count(flops.value)} × (0.1 + 0.3)`,
          'shares are assumed',
        ),
      ),
    ),
  );
}

function prompts(c: Case): Verdict {
  const { prompt, context } = c.scenario;
  if (!c.isDecoder) return no(NO_CACHE);
  if (prompt < 512) return no(`the prompt of ${count(prompt)} tokens is short`);
  const shorter = Math.ceil(prompt / 4);
  return applies({
    title: `a prompt of ${count(shorter)} instead of ${count(prompt)} tokens`,
    change: {
      kind: 'scenario',
      set: { prompt: shorter, context: Math.max(1, context - (prompt - shorter)) },
    },
    assumption: 'the model that shortens the prompt is not counted',
  });
}

function outline(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  if (c.scenario.batch > 4) return no('the batch is already filled');
  return applies({
    title: 'six points of an answer at once',
    change: { kind: 'scenario', set: { batch: 6 * c.scenario.batch } },
    only: SHARED,
    assumed: true,
    assumption: 'each point sees the whole prompt; the outline is not counted',
  });
}

/** Decoding and serving. */
export const servingRules: Rules = {
  'kv-cache-eviction': { effort: 'setting', quality: 'lower', judge: eviction },
  'speculative-decoding': { effort: 'setting', quality: 'same', judge: speculative },
  'self-drafting-parallel-decoding': { effort: 'tuning', quality: 'same', judge: selfDrafting },
  'paged-kv-and-prefix-reuse': { effort: 'setting', quality: 'same', judge: paged },
  'continuous-batching': { effort: 'setting', quality: 'same', judge: batching },
  'inference-offloading': { effort: 'devices', quality: 'same', judge: offloading },
  'cascade-and-collaborative-inference': { effort: 'setting', quality: 'lower', judge: cascade },
  'prompt-compression': { effort: 'setting', quality: 'lower', judge: prompts },
  'parallel-output-organization': { effort: 'setting', quality: 'lower', judge: outline },
};
