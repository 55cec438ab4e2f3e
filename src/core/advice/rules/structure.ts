import type { Case } from '../case';
import { linearParameters } from '../case';
import { NO_CONFIG, applies, count, inUse, no, noFigure } from '../rule';
import type { Rules } from '../rule';
import type { Variant, Verdict } from '../verdict';

const EXPERT_KEYS = ['num_local_experts', 'num_experts', 'n_routed_experts', 'moe_num_experts'] as const;

function mixture(c: Case): Verdict {
  const { experts } = c.model.facts;
  if (experts && experts.routed > 1)
    return inUse(`already a mixture: ${experts.perToken} of ${experts.routed} experts run for each token`);
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  if (c.parameters < 100e6) return no('the model is too small for routing to pay');
  if (c.model.modelType !== 'llama' && c.model.modelType !== 'mistral')
    return noFigure('there is no family with the same attention and a mixture to build');
  const [routed, used] = [8, 2];
  const key = s.path('intermediate_size');
  const set = (inner: number) => ({
    model_type: 'mixtral',
    architectures: ['MixtralForCausalLM'],
    num_local_experts: routed,
    num_experts_per_tok: used,
    [key]: inner,
  });
  const took = (m: Case['model']) => m.facts.experts?.routed === routed;
  return applies(
    {
      title: `${routed} experts of ${count(Math.floor(s.inner / 4))} in place of one of ${count(s.inner)}: half the feed-forward compute`,
      change: { kind: 'config', set: set(Math.floor(s.inner / 4)) },
      took,
    },
    {
      title: `${routed} experts of ${count(Math.floor(s.inner / used))}, ${used} per token: the same compute, more parameters`,
      change: { kind: 'config', set: set(Math.floor(s.inner / used)) },
      took,
    },
  );
}

function expertPruning(c: Case): Verdict {
  const { experts } = c.model.facts;
  if (!experts || experts.routed <= 1) return no('the model is dense');
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  const key = EXPERT_KEYS.map((k) => s.path(k)).find((k) => at(c, k) !== undefined) ?? s.path(EXPERT_KEYS[0]);
  // Groups of experts must stay even: cut to a multiple of the groups.
  const groups = Math.max(1, Number(s.raw('n_group')) || 1);
  const keep = Math.max(experts.perToken, Math.floor((0.75 * experts.routed) / groups) * groups);
  return applies(
    keep < experts.routed
      ? {
          title: `${keep} of ${experts.routed} experts kept`,
          change: { kind: 'config', set: { [key]: keep } },
          took: (m) => m.facts.experts?.routed === keep,
        }
      : undefined,
    experts.perToken > 1
      ? {
          title: `${experts.perToken - 1} expert${experts.perToken === 2 ? '' : 's'} per token instead of ${experts.perToken}`,
          change: { kind: 'config', set: { [s.path('num_experts_per_tok')]: experts.perToken - 1 } },
          took: (m) => m.facts.experts?.perToken === experts.perToken - 1,
        }
      : undefined,
  );
}

function at(c: Case, path: string): unknown {
  let here: unknown = c.config;
  for (const part of path.split('.')) here = (here as Record<string, unknown> | undefined)?.[part];
  return here;
}

function tying(c: Case): Verdict {
  if (c.model.facts.tiedEmbeddings) return inUse('already ties the output head to the embedding');
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  const head = c.classes.head ?? 0;
  if (head === 0) return no('the model has no output head of its own');
  if (head < 0.05 * c.parameters)
    return no(`the head is only ${((100 * head) / c.parameters).toFixed(1)} % of the parameters`);
  return applies({
    title: 'one matrix for embedding and output head',
    change: { kind: 'config', set: { tie_word_embeddings: true } },
    took: (m) => m.facts.tiedEmbeddings === true,
  });
}

function sharing(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  const groups = s.raw('num_hidden_groups');
  if (typeof groups === 'number')
    return inUse(`already shares: ${groups} group(s) of weights for ${s.layers} layers`);
  if (s.layers < 8) return no(`there are only ${s.layers} layers`);
  if (linearParameters(c) < 0.5 * c.parameters) return no('the layers hold less than half of the parameters');
  return applies({
    title: 'two layers to each set of weights',
    change: {
      kind: 'model',
      how: 'Weights of every second layer are those of the layer before; each layer still runs.',
      apply: (m) => {
        const blocks = [...m.blocks];
        const weights = m.weights.map((w) => {
          let at = w.block;
          while (at > 0 && m.blocks[at]!.repeat < 2) at = m.blocks[at]!.parent;
          if (at <= 0) return w;
          blocks.push({
            name: m.blocks[at]!.name,
            parent: m.blocks[at]!.parent,
            repeat: Math.ceil(m.blocks[at]!.repeat / 2),
          });
          return { ...w, block: blocks.length - 1 };
        });
        return { ...m, blocks, weights };
      },
    },
  });
}

function nested(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  if (c.model.facts.experts) return no('the feed-forward part is a mixture of experts');
  return applies(narrower(c, 0.5, 'the nested half of each feed-forward part'));
}

/** The feed-forward width cut to a share, rounded to multiples of 64 where it is large. */
export function narrower(c: Case, share: number, title?: string): Variant | undefined {
  const s = c.shape;
  if (!s) return undefined;
  // GPT-2's relatives leave the width out: four times the hidden size.
  const key = /^(gpt2|gptj|codegen|gpt_bigcode)$/.test(c.model.modelType)
    ? s.path('n_inner')
    : s.path('intermediate_size');
  if (at(c, key) === undefined && !key.endsWith('n_inner')) return undefined;
  const inner =
    s.inner * share >= 256 ? Math.round((s.inner * share) / 64) * 64 : Math.floor(s.inner * share);
  return {
    title: title ?? `feed-forward width ${count(inner)} instead of ${count(s.inner)}`,
    change: { kind: 'config', set: { [key]: inner } },
  };
}

function compact(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  const odd = [
    ['hidden_size', s.hidden],
    ['intermediate_size', s.inner],
    // Latent attention has head sizes of its own kinds.
    ...(c.softmax.some((a) => a.kind === 'MLA') ? [] : [['head_dim', s.headDim] as const]),
  ] as const;
  const off = odd.filter(([, v]) => v % 64 !== 0).map(([k, v]) => `${k} ${count(v)}`);
  const table = s.vocabulary * s.hidden;
  const reasons = [
    ...(off.length > 0 ? [`${off.join(', ')} not a multiple of 64`] : []),
    ...(table > 0.3 * c.parameters
      ? [`the vocabulary holds ${Math.round((100 * table) / c.parameters)} % of the parameters`]
      : []),
    ...(c.parameters < 1e9 && s.hidden / s.layers > 50
      ? [`wide and shallow for its size (${count(s.hidden)} wide, ${s.layers} layers)`]
      : []),
  ];
  if (reasons.length === 0) return no('the shape is deep, evenly sized and not heavy in embeddings');
  return noFigure(`${reasons.join('; ')}; what another shape is worth is found by training it`);
}

function silent(c: Case): Verdict {
  const act = c.shape?.activation ?? '';
  if (!c.shape) return no(NO_CONFIG);
  if (!/^relu2?$|^relu_squared$/.test(act))
    return no(`the activation is \`${act || 'unknown'}\`: exact zeros are rare without ReLU`);
  return noFigure('how many neurons stay silent is measured, not read from a config');
}

function exits(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  if (s.layers < 16) return no(`there are only ${s.layers} layers`);
  const layers = Math.round(0.6 * s.layers);
  return applies({
    title: `tokens that leave after ${layers} of ${s.layers} layers`,
    change: { kind: 'config', set: layersSet(c, layers) },
    took: (m) => m.facts.layers === layers,
    only: ['decode', 'prefill'],
    assumed: true,
    assumption:
      'compute of a token that leaves there; all layers stay stored, and later layers fill their cache later',
  });
}

/** The keys that make the stack shallower, lists per layer cut with it. */
export function layersSet(c: Case, layers: number): Record<string, unknown> {
  const s = c.shape!;
  const set: Record<string, unknown> = { [s.path('num_hidden_layers')]: layers };
  for (const key of ['layer_types', 'mlp_layer_types', 'no_rope_layers']) {
    const list = s.raw(key);
    if (Array.isArray(list)) set[s.path(key)] = list.slice(0, layers);
  }
  return set;
}

function vision(c: Case): Verdict {
  const patches = patchesOf(c);
  if (patches === undefined) return no('the model has no image tower');
  if (patches < 196) return no(`the tower sees only ${patches} patches`);
  return noFigure(`the tower sees ${count(patches)} patches; which of them merge depends on the image`);
}

function patchesOf(c: Case): number | undefined {
  const v = c.vision ?? (c.model.facts.task === 'vision' ? c.config : undefined);
  const [image, patch] = [v?.['image_size'], v?.['patch_size']];
  return typeof image === 'number' && typeof patch === 'number' && patch > 0
    ? Math.floor(image / patch) ** 2
    : undefined;
}

function visualTokens(c: Case): Verdict {
  const tokens = c.vision ? patchesOf(c) : undefined;
  if (tokens === undefined) return no('no image tower hands tokens to a language model');
  if (tokens < 256) return no(`only ${tokens} image tokens reach the language model`);
  const prompt = c.scenario.prompt;
  const fewer = prompt - tokens + Math.ceil(tokens / 4);
  if (fewer < 1 || prompt <= tokens)
    return noFigure(`the prompt of ${count(prompt)} tokens holds less than one image of ${count(tokens)}`);
  return applies({
    title: `${count(Math.ceil(tokens / 4))} instead of ${count(tokens)} image tokens in the prompt`,
    change: { kind: 'scenario', set: { prompt: fewer, context: c.scenario.context - (prompt - fewer) } },
    assumption: 'one image in the prompt',
  });
}

/** Structure: experts, depth, sharing, vision. */
export const structureRules: Rules = {
  'mixture-of-experts': { effort: 'training', quality: 'small', judge: mixture },
  'moe-expert-pruning': { effort: 'tuning', quality: 'lower', judge: expertPruning },
  'mixture-of-depths': {
    effort: 'training',
    quality: 'small',
    judge: (c) =>
      (c.shape?.layers ?? 0) >= 8 && c.isDecoder
        ? noFigure(
            'which tokens pass by is learned; at 12.5 % of the tokens in every second layer about 44 % of the layers’ compute is left out',
          )
        : no('it is for deep decoders that are trained'),
  },
  'weight-tying': { effort: 'training', quality: 'small', judge: tying },
  'cross-layer-parameter-sharing': { effort: 'training', quality: 'lower', judge: sharing },
  'elastic-matryoshka-models': { effort: 'training', quality: 'lower', judge: nested },
  'compact-backbone-and-nas': { effort: 'training', quality: 'small', judge: compact },
  'contextual-activation-sparsity': { effort: 'conversion', quality: 'small', judge: silent },
  'early-exit': { effort: 'tuning', quality: 'lower', judge: exits },
  'efficient-vision-encoder': { effort: 'training', quality: 'small', judge: vision },
  'visual-token-reduction': { effort: 'training', quality: 'small', judge: visualTokens },
};
