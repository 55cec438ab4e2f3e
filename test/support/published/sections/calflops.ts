import type { Claim, Measure, Section } from '../claim';
import type { Figure } from '../figure';
import { linearMacs, macsOf, parameters, prefillMacs, times } from '../measures';
import { calflopsVision } from './vision';

const MODELS: Readonly<Record<string, string>> = {
  'bloom-1b7': 'bloom-1b7',
  'bloom-7b1': 'bloom-7b1',
  'bloomz-1b7': 'bloom-1b7',
  'baichuan-7B': 'baichuan-7b',
  'chatglm-6b': 'chatglm-6b',
  'chatglm2-6b': 'chatglm2-6b',
  'Qwen-7B': 'qwen-7b-chat',
  'llama-7b': 'llama-7b',
  'llama2-7b': 'llama-2-7b',
  'llama2-7b-chat': 'llama-2-7b',
  'Llama-2-7B': 'llama-2-7b',
  'chinese-llama-7b': 'chinese-llama-7b',
  'chinese-llama-plus-7b': 'chinese-llama-7b',
  'EleutherAI/pythia-1.4b': 'pythia-1.4b',
  'EleutherAI/pythia-12b': 'pythia-12b',
  'moss-moon-003-sft': 'moss-moon-003',
  'moss-moon-003-sft-plugin': 'moss-moon-003',
  'hfl/chinese-roberta-wwm-ext': 'chinese-roberta',
};

/** The table's prompt. */
const PROMPT = 128;
/** The head, or the embedding where the head is tied to it. */
const isHead = (name: string) => /lm_head|embed_out|word_embeddings\.weight|embed_in/.test(name);
const full = prefillMacs(PROMPT);
const linear = linearMacs(PROMPT);
const UNITS: Readonly<Record<string, number>> = {
  G: 1e9,
  GMACs: 1e9,
  GFLOPs: 1e9,
  TFLOPs: 1e12,
  B: 1e9,
  M: 1e6,
  count: 1,
};

const head: Measure = macsOf(PROMPT, (op, { model }) =>
  op.inputs.some(
    (id) =>
      isHead(model.values[id]?.name ?? '') ||
      isHead(model.weights[model.values[id]?.weight ?? -1]?.name ?? ''),
  ),
);
const minus =
  (a: Measure, b: Measure): Measure =>
  (x) =>
    a(x) - b(x);
const noHead = minus(full, head);

/** What their run left out, by model. */
function seen(model: string): { why: string; value: Measure } | undefined {
  if (/bloom/.test(model))
    return {
      why: 'theirs runs the base model, without its head, and sees one of attention’s two products (baddbmm, not bmm)',
      value: (b) => noHead(b) - (full(b) - linear(b)) / 2,
    };
  if (/pythia|plugin/.test(model))
    return { why: 'theirs runs the base model, without its head', value: noHead };
  return undefined;
}

function language(f: Figure): Claim {
  const config = MODELS[f.model];
  if (!config) return { kind: 'left', why: `the config of ${f.model} has a type of before transformers` };
  const of = { config };
  const published = f.value * UNITS[f.unit]!;
  if (f.quantity === 'parameters') {
    const bare = f.conditions.includes('lm_head excluded') || f.model.endsWith('plugin');
    return {
      kind: 'compared',
      of,
      what: 'parameters',
      ours: parameters,
      published,
      ...(bare
        ? {
            rule: {
              why: 'theirs is without the head',
              value: (b) =>
                parameters(b) -
                b.model.weights.reduce(
                  (n, w) => (/lm_head|embed_out/.test(w.name) ? n + w.shape.reduce((x, y) => x * y, 1) : n),
                  0,
                ),
            },
          }
        : {}),
    };
  }
  const flops = f.quantity.includes('FLOPs');
  const steps = f.quantity.includes('backward') || f.conditions.includes('fwd+bwd') ? 3 : 1;
  const factor =
    (flops ? 2 : 1) *
    (f.conditions.includes('README example prints') && steps === 3 && !f.quantity.includes('backward')
      ? 1
      : steps);
  const rule = seen(f.model);
  const what = `${flops ? 'matrix FLOPs' : 'MACs'} of ${PROMPT} tokens${factor >= 3 ? ', forward and backward' : ''}`;
  return {
    kind: 'compared',
    of,
    what,
    ours: times(factor, full),
    published,
    ...(rule ? { rule: { why: rule.why, value: times(factor, rule.value) } } : {}),
  };
}

export const calflops: Section = {
  title: 'calflops: language models and torchvision',
  about:
    'Language models on 128 tokens, every pair of positions counted; backward is taken as twice forward. Networks of torchvision on one image of 224 × 224.',
  has: (f) => f.source.startsWith('MrYxJ/'),
  claim: (f) =>
    f.conditions.includes('torchvision') || f.model === 'alexnet' ? calflopsVision(f) : language(f),
};
