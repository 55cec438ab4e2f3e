import { cacheOf } from '../../costs/cacheBytes';
import { trainingFlops } from '../../costs/training';
import { weightsOf } from '../../costs/weightBytes';
import type { Case } from '../case';
import { linearParameters } from '../case';
import { fact } from '../effects';
import { adapterPlan, difference, estimated, fullPlan, loraOn, planned, untrainable } from '../plans';
import { applies, count, no, noFigure } from '../rule';
import type { Rules } from '../rule';
import type { Verdict } from '../verdict';

const RANK = 16;

function tunable(judge: (c: Case) => Verdict) {
  return (c: Case): Verdict => {
    const why = untrainable(c);
    if (why) return no(why);
    return c.parameters < 50e6 ? no('the model is small enough to tune in full') : judge(c);
  };
}

function trainable(n: number, formula: string) {
  return fact('parameters', 'Trained parameters', {
    value: n,
    unit: 'parameters',
    certainty: 'exact',
    formula,
  });
}

/** FLOPs of tuning per million tokens, with frozen weights against full tuning. */
function flops(c: Case) {
  return difference(
    'trainFlops',
    'FLOPs per million tokens of tuning',
    trainingFlops(c.multiplied, 1e6),
    trainingFlops(c.multiplied, 1e6, 4),
  );
}

function lora(c: Case): Verdict {
  const n = loraOn(c, RANK);
  const formula = `rank ${RANK} × (rows + columns) over all linear layers`;
  return applies(
    planned(
      `rank ${RANK} on all linear layers`,
      fullPlan(c),
      adapterPlan(c, n),
      trainable(n, formula),
      flops(c),
    ),
  );
}

function qlora(c: Case): Verdict {
  const base = weightsOf(c.model, 'nf4').scenario;
  if (!base.value) return noFigure('the bytes of the base in NF4 are not known');
  const n = loraOn(c, RANK);
  const weights = difference('weights', 'Frozen base', c.before.weights.scenario, base);
  return applies(
    planned(
      `NF4 base, rank ${RANK} on all linear layers`,
      fullPlan(c),
      adapterPlan(c, n, base.value),
      weights,
      trainable(n, `rank ${RANK} × (rows + columns)`),
    ),
  );
}

function adapters(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no('the file holds no config');
  const m = 64;
  const n = 2 * s.layers * (2 * s.hidden * m + s.hidden + m);
  const more = c.before.compute.decode.matrixFlops.value;
  const added = 2 * 2 * s.layers * 2 * s.hidden * m;
  const cost =
    more === null
      ? undefined
      : difference(
          'decode',
          'FLOPs per token',
          c.before.compute.decode.matrixFlops,
          estimated(
            more + added,
            'FLOPs',
            `${count(more)} + 2 × 2 adapters × ${s.layers} layers × 2 × ${count(s.hidden)} × ${m}`,
            'two adapters per layer',
          ),
        );
  return applies(
    planned(
      `two adapters of ${m} per layer`,
      fullPlan(c),
      adapterPlan(c, n),
      trainable(n, `2 × ${s.layers} × (2 × ${s.hidden} × ${m} + ${s.hidden} + ${m})`),
      cost,
    ),
  );
}

function prefix(c: Case): Verdict {
  const s = c.shape;
  if (!s || !c.isDecoder) return no('it needs a decoder with a cache');
  const length = 20;
  const perToken = c.before.cache.bytesPerToken;
  const held = cacheOf(c.model, c.costs, { ...c.scenario, cache: 'fp16', engine: 'ideal' }).bytesPerToken
    .value;
  if (held === null) return noFigure('what a layer caches for a token is not known');
  const n = length * (held / 2);
  const cache = c.before.cache.bytesAtContext;
  const grown =
    perToken.value === null || cache.value === null
      ? undefined
      : difference(
          'cache',
          'Cache with the prefix',
          cache,
          estimated(
            cache.value + length * perToken.value * c.scenario.batch,
            'bytes',
            `${count(cache.value)} + ${length} × ${count(perToken.value)} B`,
            'one prefix per sequence',
          ),
        );
  return applies(
    planned(
      `a prefix of ${length} keys and values per layer`,
      fullPlan(c),
      adapterPlan(c, n),
      trainable(n, `${length} tokens × ${count(held / 2)} cached elements each`),
      grown,
    ),
    planned(
      `a prompt of ${length} learned tokens`,
      fullPlan(c),
      adapterPlan(c, length * s.hidden),
      trainable(length * s.hidden, `${length} × ${s.hidden}`),
      grown,
    ),
  );
}

function partial(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no('the file holds no config');
  const ia3 = s.layers * (2 * s.kvHeads * s.headDim + s.inner);
  // Scales on experts and on latents are nowhere published.
  const plain = !c.model.facts.experts && !c.softmax.some((a) => a.kind === 'MLA');
  const scales = plain
    ? planned(
        'scales on keys, values and feed-forward (IA3)',
        fullPlan(c),
        adapterPlan(c, ia3),
        trainable(ia3, `${s.layers} × (2 × ${s.kvHeads * s.headDim} + ${s.inner})`),
        flops(c),
      )
    : undefined;
  const layers = linearParameters(c) / s.layers;
  const some = Math.round(2 * layers + (c.classes.embedding ?? 0) + (c.classes.head ?? 0));
  const lisa = {
    frozen: { parameters: c.parameters - some, bytes: 2 * (c.parameters - some) },
    trained: some,
    optimizer: fullPlan(c).optimizer,
  };
  return applies(scales, planned('two layers at a time, embeddings and head (LISA)', fullPlan(c), lisa));
}

function forward(c: Case): Verdict {
  const before = fullPlan(c);
  const after = { ...before, frozen: { parameters: c.parameters, bytes: 2 * c.parameters }, trained: 0 };
  return applies({
    ...planned('gradients from two forward passes (MeZO)', before, after, flops(c)),
    assumed: true,
    assumption: 'figures are of one step; many times more steps are needed',
  });
}

function staged(c: Case): Verdict {
  if (!c.vision) return no('the model has no image tower');
  return noFigure('which part is the projector is not named by the config');
}

function data(c: Case): Verdict {
  const cost = (tokens: number) => trainingFlops(c.multiplied, tokens);
  return applies({
    title: 'one instruction in twenty kept, of 10 million tokens',
    assumed: true,
    assumption: 'what share can go without loss depends on the data',
    change: {
      kind: 'plan',
      how: 'FLOPs of tuning.',
      effects: [difference('trainFlops', 'FLOPs of tuning', cost(1e7), cost(5e5))].filter(
        (e) => e !== undefined,
      ),
    },
  });
}

function prompting(c: Case): Verdict {
  if (!c.isDecoder) return no('it needs a decoder');
  const more = 4 * 256;
  const longest = c.model.facts.maximumPositions ?? Infinity;
  const { prompt, context } = c.scenario;
  if (context + more > longest)
    return no(`four examples of 256 tokens do not fit beside ${count(context)} tokens in ${count(longest)}`);
  return applies({
    title: 'four examples of 256 tokens in the prompt',
    change: { kind: 'scenario', set: { prompt: prompt + more, context: context + more } },
  });
}

/** Tuning a finished model, and its data. */
export const tuningRules: Rules = {
  lora: { effort: 'tuning', quality: 'close', judge: tunable(lora) },
  qlora: { effort: 'tuning', quality: 'close', judge: tunable(qlora) },
  'bottleneck-adapters': { effort: 'tuning', quality: 'small', judge: tunable(adapters) },
  'prefix-prompt-tuning': { effort: 'tuning', quality: 'small', judge: tunable(prefix) },
  'partial-parameter-tuning': { effort: 'tuning', quality: 'small', judge: tunable(partial) },
  'zeroth-order-tuning': { effort: 'tuning', quality: 'lower', judge: tunable(forward) },
  'data-efficient-fine-tuning': { effort: 'tuning', quality: 'lower', judge: tunable(data) },
  'staged-multimodal-training': { effort: 'tuning', quality: 'small', judge: staged },
  'in-context-prompting-budget': { effort: 'setting', quality: 'small', judge: prompting },
  'data-filtering-deduplication': dataOnly('how much of a corpus can go is a fact of the corpus'),
  'importance-sampling-active-learning': dataOnly('how many steps a better mix saves is found by training'),
  'curriculum-learning': dataOnly('the gain depends on data and schedule'),
};

function dataOnly(why: string): Rules[string] {
  return {
    effort: 'training',
    quality: 'lower',
    judge: (c) => {
      const not = untrainable(c);
      if (not) return no(not);
      return noFigure(`${why}; each token left out saves 6 × ${count(c.multiplied)} FLOPs`);
    },
  };
}
