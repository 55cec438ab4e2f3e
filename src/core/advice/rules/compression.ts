import { PRECISIONS } from '../../costs/precisions';
import { storedBytesOf } from '../../costs/storedBytes';
import { tensorClasses } from '../../costs/tensorClass';
import type { Case } from '../case';
import { linearParameters } from '../case';
import { withFactoredMatrices } from '../lowRank';
import { IN_QUANTISED, NO_CACHE, NO_CONFIG, applies, count, inUse, no, noFigure } from '../rule';
import type { Rules } from '../rule';
import { withWeights } from '../transforms';
import type { Quality, Variant, Verdict } from '../verdict';
import { layersSet, narrower } from './structure';

/** Why weights cannot be quantised further, if so. */
function quantised(c: Case): string | undefined {
  const as = c.quantisation;
  if (as) return `already stored as ${as}`;
  return c.scenario.weights === 'stored' || /^(fp32|bf16|fp16|tf32)$/.test(c.scenario.weights)
    ? undefined
    : `the scenario already has ${c.scenario.weights} weights`;
}

function precision(id: string, title: string): Variant {
  return { title, change: { kind: 'scenario', set: { weights: id } }, assumption: PRECISIONS[id]?.source };
}

/** Checkpoints of 8 bits may have 4, made anew from the weights that they were made of. */
const EIGHT_BITS = /int8|fp8|float8/;

/**
 * Below so many parameters 4 bits cost more than a little: by GPTQ (arXiv 2210.17323, table of OPT on WikiText2) perplexity
 * grows by 13 % at 125 M and 10 % at 350 M (27.65 to 31.12, 22.00 to 24.24), by 6 % at 1.3 B and 0.4 % at 175 B.
 */
const SMALL_MODEL = 1e9;

function weightOnly(c: Case): Verdict {
  const already = quantised(c);
  if (already && c.quantisation && EIGHT_BITS.test(c.quantisation) && c.scenario.weights === 'stored') {
    const anew = (id: string, title: string): Variant => ({
      ...precision(id, title),
      assumption: `quantised anew from the unquantised weights, not from ${c.quantisation}`,
    });
    return applies(anew('int4', '4-bit weights, groups of 128'), anew('nf4', 'NF4, double quantisation'));
  }
  if (already) return inUse(already);
  if (c.isOnnx && linearParameters(c) < 2 ** 20) return no('no large matrix is multiplied with a constant');
  if (linearParameters(c) === 0) return no('the model has no linear layers');
  const quality: Quality = c.parameters < SMALL_MODEL ? 'lower' : 'small';
  return applies(
    { ...precision('int4', '4-bit weights, groups of 128'), quality },
    { ...precision('q4_k_m', 'GGUF Q4_K_M'), quality },
    { ...precision('nf4', 'NF4, double quantisation'), quality },
    precision('int2', '2-bit weights, groups of 64'),
    // As the config of the converted checkpoint says it, so that it can be tried.
    c.isConfig
      ? {
          title: '4-bit weights as a GPTQ checkpoint, groups of 128',
          change: {
            kind: 'config',
            set: {
              quantization_config: {
                quant_method: 'gptq',
                bits: 4,
                group_size: 128,
                desc_act: false,
                sym: true,
              },
            },
          },
          took: (m) => m.facts.quantisation === 'gptq',
        }
      : undefined,
  );
}

function halved(c: Case): Verdict {
  const already = quantised(c);
  if (already) return inUse(already);
  if (c.isOnnx) return no('in a graph it is another conversion: see float16 weights in the graph');
  if (c.model.dtype === undefined) return no('the type of the checkpoint is not known');
  if (c.model.dtype !== 'float32') return inUse(`the checkpoint is ${c.model.dtype} already`);
  if (!c.config) return noFigure('the file holds no config whose type could be changed');
  const key = ['dtype', 'torch_dtype'].find((k) => c.config![k] !== undefined) ?? 'torch_dtype';
  return applies({
    title: 'weights in bfloat16 instead of float32',
    change: { kind: 'config', set: { [key]: 'bfloat16' } },
    took: (m) => m.dtype === 'bfloat16',
  });
}

function both8(c: Case): Verdict {
  const already = quantised(c);
  if (already) return inUse(already);
  if (c.isOnnx) return no('in a graph it is another conversion: see int8 weights in the graph');
  if ((c.model.facts.hiddenSize ?? 0) < 1024) return no('the layers are narrow');
  return applies(
    precision('fp8', 'FP8 weights and activations'),
    precision('int8', '8-bit integer weights and activations'),
  );
}

function cache(c: Case): Verdict {
  if (!c.isDecoder) return no(NO_CACHE);
  if (c.scenario.cache !== 'auto' && !/^(fp32|bf16|fp16)$/.test(c.scenario.cache))
    return inUse(`the scenario already has a ${c.scenario.cache} cache`);
  const to = (id: string, title: string): Variant => ({
    title,
    change: { kind: 'scenario', set: { cache: id } },
  });
  return applies(
    to('fp8', 'FP8 cache'),
    to('q8_0', 'cache in Q8_0 (llama.cpp)'),
    to('q4_0', 'cache in Q4_0 (llama.cpp)'),
    // A group lies within one head's row.
    c.model.caches.every((t) => Number(t.shape.at(-1)) % 128 === 0)
      ? to('int4', '4-bit cache, groups of 128')
      : undefined,
  );
}

function ternary(c: Case): Verdict {
  const already = quantised(c);
  if (already) return inUse(already);
  if (!c.isConfig || !c.isDecoder) return no('it is for decoders trained from scratch');
  return applies(precision('ternary', 'ternary weights, packed 2 bits each'));
}

/** Matrices of linear layers stored with a share of zeros: bytes as `of` says, shapes as they are. */
function sparse(title: string, of: (bytes: number, elements: number) => number, assumption: string): Variant {
  return {
    title,
    assumption,
    change: {
      kind: 'model',
      how: title,
      sameCosts: true,
      apply: (m) => {
        const classes = tensorClasses(m);
        return withWeights(m, (w, id) => {
          if (classes[id] !== 'matrix' && classes[id] !== 'expert') return w;
          const bytes = storedBytesOf(m, w);
          const elements = w.shape.reduce((a, b) => a * b, 1);
          return bytes === undefined ? w : { ...w, storage: { bytes: Math.ceil(of(bytes, elements)) } };
        });
      },
    },
  };
}

function pruning(kind: 'free' | '2:4') {
  return (c: Case): Verdict => {
    const already = quantised(c);
    if (already) return no(`${already}: what zeros save beside it is not known`);
    if (c.scenario.weights !== 'stored')
      return noFigure('computed for weights as stored; set the weight precision to stored');
    if (linearParameters(c) === 0) return no('the model has no linear layers');
    if (c.isOnnx && linearParameters(c) < 2 ** 20) return no('no large matrix is multiplied with a constant');
    if (kind === 'free')
      return applies(
        sparse(
          'half of the linear weights zero, with a bit mask',
          (b, n) => b / 2 + n / 8,
          'dense compute unless the kernels are sparse',
        ),
      );
    const s = c.shape;
    if (s && (s.hidden % 32 !== 0 || s.inner % 32 !== 0)) return no('widths are not multiples of 32');
    return applies(
      sparse(
        'two of every four linear weights zero',
        (b, n) => b / 2 + n / 8,
        'sparse tensor cores halve the executed products of linear layers; the engine counts them as dense',
      ),
    );
  };
}

function width(c: Case): Verdict {
  if (!c.shape) return no(NO_CONFIG);
  if (c.model.facts.experts) return no('the feed-forward part is a mixture: see fewer experts');
  const v = narrower(c, 0.8);
  return v ? applies(v) : noFigure('the config names no feed-forward width');
}

function depth(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  if (s.layers < 12) return no(`there are only ${s.layers} layers`);
  const layers = s.layers - Math.max(1, Math.floor(s.layers / 8));
  return applies({
    title: `${layers} layers instead of ${s.layers}`,
    change: { kind: 'config', set: layersSet(c, layers) },
    took: (m) => m.facts.layers === layers,
  });
}

function distil(c: Case): Verdict {
  const s = c.shape;
  if (!s) return no(NO_CONFIG);
  if (/distil/i.test(c.model.modelType)) return inUse('is itself a distilled student');
  if (s.layers < 4) return no(`there are only ${s.layers} layers`);
  const layers = Math.floor(s.layers / 2);
  return applies({
    title: `a student of ${layers} layers, the widths kept`,
    change: { kind: 'config', set: layersSet(c, layers) },
    took: (m) => m.facts.layers === layers,
    assumption: 'the student is this model with half the layers, as DistilBERT’s is',
  });
}

function lowRank(c: Case): Verdict {
  const already = quantised(c);
  if (already) return no(already);
  if (!c.isConfig) return noFigure('ranks are chosen matrix by matrix');
  if (linearParameters(c) < 0.6 * c.parameters || (c.classes.matrix ?? 0) === 0)
    return no('linear layers hold less than 60 % of the parameters');
  return applies({
    title: 'each linear layer as two thin ones with 80 % of its parameters',
    change: { kind: 'model', how: 'Matrices are factored.', apply: (m) => withFactoredMatrices(m, 0.8) },
  });
}

function aware(c: Case): Verdict {
  const already = quantised(c);
  if (already) return no(IN_QUANTISED);
  return linearParameters(c) === 0
    ? no('the model has no linear layers')
    : applies(precision('int4', `4-bit weights after training for them (${count(4)} bits, groups of 128)`));
}

/** Fewer bits, fewer weights, smaller students. */
export const compressionRules: Rules = {
  'weight-only-quantization': { effort: 'conversion', quality: 'small', judge: weightOnly },
  'half-precision-weights': { effort: 'setting', quality: 'same', judge: halved },
  'weight-activation-quantization': { effort: 'conversion', quality: 'close', judge: both8 },
  'kv-cache-quantization': { effort: 'setting', quality: 'close', judge: cache },
  'quantization-aware-training': { effort: 'training', quality: 'small', judge: aware },
  'ternary-bitnet-weights': { effort: 'training', quality: 'lower', judge: ternary },
  'unstructured-pruning': { effort: 'tuning', quality: 'lower', judge: pruning('free') },
  'semi-structured-2-4-sparsity': { effort: 'tuning', quality: 'lower', judge: pruning('2:4') },
  'structured-width-pruning': { effort: 'tuning', quality: 'lower', judge: width },
  'depth-pruning': { effort: 'tuning', quality: 'lower', judge: depth },
  'knowledge-distillation': { effort: 'training', quality: 'lower', judge: distil },
  'low-rank-decomposition': { effort: 'tuning', quality: 'lower', judge: lowRank },
};
