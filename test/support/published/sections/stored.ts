import type { Claim, Measure, Rule, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { bytesOf, elementsOf, parameters, plus, tensors, weights } from '../measures';
import { variant } from '../models';

const HUB: Readonly<Record<string, string>> = {
  'google-bert/bert-base-uncased': 'bert-base-pretraining',
  'bigscience/bloom': 'bloom-176b',
  'roberta-base': 'roberta-base',
  'CompVis/stable-diffusion-v1-4 unet': 'sd15-unet',
  'Alignment-Lab-AI/ALAI-gemma-7b': 'gemma-7b',
  'hf-internal-testing/single-file-model': 'bert-base-model',
  'RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16': 'llama-3.1-8b',
  'openai/gpt-oss-20b': 'gpt-oss-20b',
  'openai/gpt-oss-120b': 'gpt-oss-120b',
  'unsloth/Meta-Llama-3.1-8B-Instruct-bnb-4bit': 'llama-3.1-8b',
  'RedHatAI/Llama-3.3-70B-Instruct-quantized.w4a16': 'llama-3.1-70b',
  'moonshotai/Kimi-K2.5': 'kimi-k2.5',
  'deepseek-ai/DeepSeek-V4-Pro': 'deepseek-v4-pro',
};

/** Linear layers, which these checkpoints quantise: all matrices but embeddings, heads and routers. */
const isLinear = (name: string, shape: readonly number[]) =>
  shape.length === 2 && /(q|k|v|o|gate|up|down)_proj\.weight$/.test(name) && !/router/.test(name);
const linear = elementsOf((w) => isLinear(w.name, w.shape));
const experts = elementsOf((w) => /experts\.(gate_up_proj|down_proj)(_blocks)?$/.test(w.name));
const restOf =
  (part: Measure): Measure =>
  (b) =>
    parameters(b) - part(b);

function hub(f: Figure): Claim {
  const config = HUB[f.model];
  if (f.quantity.startsWith('model.safetensors.index')) return left(WHY.key);
  if (!config) return left(WHY.config);
  const of = { config };
  const published = f.value;
  const compared = (what: string, ours: Measure, more: object = {}): Claim => ({
    kind: 'compared',
    of,
    what,
    ours,
    published,
    ...more,
  });
  if (config === 'deepseek-v4-pro') return withPrediction(f, compared);
  if (f.quantity.includes('NOT parameters'))
    return config.startsWith('gpt-oss')
      ? compared('scales of MXFP4 blocks of 32, elements', (b) => experts(b) / 32)
      : left(WHY.config);
  if (f.quantity === 'parameters') return compared('parameters', parameters, positionIds(f));
  const stored = f.quantity.replace('parameters stored as ', '');
  if (config.startsWith('gpt-oss'))
    return stored.startsWith('U8')
      ? compared('expert matrices, elements', experts)
      : compared('all but the expert matrices, elements', restOf(experts));
  if (stored.startsWith('I32') || stored.startsWith('U8'))
    return config === 'kimi-k2.5'
      ? compared(
          'routed expert matrices, elements',
          elementsOf((w) => /experts\.(gate_up_proj|down_proj)/.test(w.name) && !/shared/.test(w.name)),
        )
      : compared('linear layers, elements', linear);
  if (stored === 'I64') return left('position numbers stored beside the weights: no parameters');
  if (config === 'kimi-k2.5')
    return left('the modelling library holds some of these as buffers: compared in the sum of all types');
  if (config === 'llama-3.1-8b' || config === 'llama-3.1-70b')
    return compared('all but the linear layers, elements', restOf(linear), scalesToo(f));
  return compared('parameters', parameters, positionIds(f));
}

/** DeepSeek-V4-Pro: its checkpoint stores one layer of multi-token prediction more, as large as another. */
function withPrediction(f: Figure, compared: (what: string, ours: Measure, more: object) => Claim): Claim {
  const more = (m: Measure): Rule => ({
    why: 'theirs has the layer of multi-token prediction too, as large as a further layer',
    value: (b) => 2 * m(b) - m(variant('deepseek-v4-pro', { num_hidden_layers: 60 })),
  });
  const scales: Measure = (b) => experts(b) / 32;
  if (f.quantity === 'parameters') return compared('parameters', parameters, { rule: more(parameters) });
  if (f.quantity.includes('I8'))
    return compared('routed expert matrices, elements', experts, { rule: more(experts) });
  if (f.quantity.includes('F8_E8M0'))
    return compared('scales of MXFP4 blocks of 32, elements', scales, { rule: more(scales) });
  return left('one of several stored types of what is no expert: compared in the sum of all types');
}

/** Checkpoints of compressed-tensors for this model store 16-bit scales, counted with the rest. */
function scalesToo(f: Figure): object {
  return f.model.startsWith('RedHatAI/Meta')
    ? { rule: { why: 'theirs counts 1,376,256 scales of the quantised layers as parameters' } }
    : {};
}

function positionIds(f: Figure): object {
  return f.model === 'roberta-base' ? { rule: { why: 'theirs counts 514 stored position numbers' } } : {};
}

export const hubCounts: Section = {
  title: 'Hugging Face hub: counts of safetensors checkpoints',
  about:
    'Pinned revisions, counted by the hub’s own reader: containers expanded, scales left out; ours is the config alone.',
  has: (f) => f.source.startsWith('huggingface/huggingface.js packages/hub'),
  claim: hub,
};

const GGUF: Readonly<Record<string, string>> = {
  'TheBloke/Llama-2-7B-Chat-GGUF Q2_K': 'llama-2-7b',
  'TheBloke/Mistral-7B-Instruct-v0.2-GGUF Q5_K_M': 'mistral-7b-v0.1',
  'lmstudio-ai/gemma-2b-it-GGUF Q4_K_M': 'gemma-2b-it',
  'ggml-org/models bge-small big-endian': 'bge-small',
  'tinyllamas-stories-260k f32 (GGUF v1)': 'tinyllamas-260k',
  'unsloth/Kimi-K2.5-GGUF UD-Q3_K_XL shard 1': 'kimi-k2.5',
  'Arki05/Grok-1-GGUF IQ3_XS (9 shards)': 'grok-1',
};

export const ggufCounts: Section = {
  title: 'Hugging Face’s GGUF reader',
  about: 'Parameters and numbers of tensors that its tests expect of public files; ours is the config alone.',
  has: (f) => f.source.startsWith('huggingface/huggingface.js packages/gguf/src/gguf.spec'),
  claim: (f) => {
    const config = GGUF[f.model];
    if (!config) return left(WHY.config);
    const of = { config };
    if (f.quantity === 'tokenizer tokens')
      return {
        kind: 'compared',
        of,
        what: 'rows of the embedding',
        ours: ({ model }) => model.weights.find((w) => /embed_tokens/.test(w.name))!.shape[0]!,
        published: f.value,
      };
    if (f.quantity === 'parameters')
      return { kind: 'compared', of, what: 'parameters', ours: parameters, published: f.value };
    const rule = f.model.includes('bge')
      ? { rule: { why: 'the file is without the pooler’s matrix and bias', value: plus(tensors, -2) } }
      : {};
    return { kind: 'compared', of, what: 'tensors', ours: tensors, published: f.value, ...rule };
  },
};

/** accelerate prints 1024-based units and divides the 32-bit size by 2, 4 and 8. */
const ACCELERATE_UNITS: Readonly<Record<string, number>> = { MB: 2 ** 20, GB: 2 ** 30, bytes: 1 };
const DIVISOR: Readonly<Record<string, number>> = { float16: 2, int8: 4, int4: 8 };

export const accelerate: Section = {
  title: 'accelerate: size of the weights',
  about:
    'Bytes of all parameters in 32 bits, and divided by 2, 4 and 8; the largest layer is the module with the most.',
  has: (f) => f.source.startsWith('huggingface/accelerate'),
  claim: (f) => {
    if (f.quantity.includes('MEASURED')) return left(WHY.memory);
    if (f.model === 'any') return left(WHY.rule);
    if (f.model.includes('idefics')) return left(WHY.config);
    const published = f.value * ACCELERATE_UNITS[f.unit]!;
    const [dtype] = /float16|int8|int4/.exec(f.conditions) ?? [];
    // A table row prints its columns under the conditions of the first: the ratio tells the type.
    const by = (full: number) =>
      dtype ? DIVISOR[dtype]! : Math.max(1, 2 ** Math.round(Math.log2(full / published)));
    const resnet = f.model.includes('resnet50');
    const all = weights('fp32');
    if (f.quantity.startsWith('largest layer')) {
      const largest: Measure = resnet
        ? (b) => Math.max(...b.model.weights.map((w) => 4 * w.shape.reduce((x, y) => x * y, 1)))
        : bytesOf('fp32', (w) => w.name.includes(f.unit === 'bytes' ? 'embeddings.' : 'word_embeddings.'));
      return {
        kind: 'compared',
        of: resnet ? { graph: 'resnet50' } : { config: 'bert-base-cased' },
        what: `largest layer, ${dtype ?? 'float32'}`,
        ours: (b) => largest(b) / by(largest(b)),
        published,
      };
    }
    // Two buffers of 512 64-bit numbers; of ResNet-50 the running statistics and 53 counters.
    return {
      kind: 'compared',
      of: resnet ? { graph: 'resnet50' } : { config: 'bert-base-cased' },
      what: 'weights',
      ours: (b) => all(b) / by(all(b)),
      published,
    };
  },
};
