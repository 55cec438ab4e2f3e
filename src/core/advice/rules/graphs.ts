import { tensorClasses } from '../../costs/tensorClass';
import { storedBytesOf } from '../../costs/storedBytes';
import type { Model } from '../../model/model';
import { repeatsOf } from '../../model/model';
import { QUANTISED_OPERATOR } from '../case';
import type { Case } from '../case';
import { estimated } from '../plans';
import { findChains, foldable } from '../graphPatterns';
import { applies, count, inUse, no, noFigure } from '../rule';
import type { Rule, Rules } from '../rule';
import { withWeights } from '../transforms';
import type { Effect, Verdict } from '../verdict';
import { plural } from '../../costs/text';

function graph(quality: Rule['quality'], judge: (c: Case) => Verdict): Rule {
  return {
    effort: 'conversion',
    quality,
    judge: (c) => (c.isOnnx ? judge(c) : no('the file is no ONNX graph')),
  };
}

function quantisedOperators(c: Case): number {
  return c.model.operators.filter((o) => QUANTISED_OPERATOR.test(o.type)).length;
}

function half(c: Case): Verdict {
  const [all, wide] = bytesOf(c.model);
  if (quantisedOperators(c) > 0) return inUse('the graph is already quantised');
  if (all === 0) return no('the graph stores no weights');
  if (wide === 0) return inUse('no weight is float32');
  if (wide < all / 2) return no('less than half of the weight bytes are float32');
  return applies({
    title: 'float32 weights as float16',
    change: {
      kind: 'model',
      how: 'Every float32 parameter is stored in float16.',
      sameCosts: true,
      apply: (m) =>
        withWeights(m, (w) =>
          w.role === 'parameter' && w.dtype === 'float32'
            ? { ...w, dtype: 'float16', storage: w.storage && { ...w.storage, bytes: w.storage.bytes / 2 } }
            : w,
        ),
    },
  });
}

/** Bytes of all weights, and of those in float32. */
function bytesOf(m: Model): [number, number] {
  let [all, wide] = [0, 0];
  for (const w of m.weights) {
    const bytes = (storedBytesOf(m, w) ?? 0) * repeatsOf(m, w.block);
    all += bytes;
    if (w.dtype === 'float32' && w.role === 'parameter') wide += bytes;
  }
  return [all, wide];
}

function eight(c: Case): Verdict {
  const operators = quantisedOperators(c);
  if (operators > 0) return inUse(`already quantised: ${plural(operators, 'operator')}`);
  const classes = tensorClasses(c.model);
  const fits = (w: Model['weights'][number], id: number) =>
    (w.dtype === 'float32' || w.dtype === 'float16') &&
    (classes[id] === 'matrix' ||
      classes[id] === 'head' ||
      classes[id] === 'convolution' ||
      classes[id] === 'expert');
  if (!c.model.weights.some(fits)) return no('no float weight feeds MatMul, Gemm or Conv');
  return applies({
    title: 'weights of MatMul, Gemm and Conv as int8, a scale per output channel',
    assumption: '5 bytes per channel for scale and zero point',
    change: {
      kind: 'model',
      how: 'Weights are stored in int8.',
      sameCosts: true,
      apply: (m) =>
        withWeights(m, (w, id) => {
          if (!fits(w, id)) return w;
          const n = w.shape.reduce((a, b) => a * b, 1);
          const channels = classes[id] === 'convolution' ? (w.shape[0] ?? 1) : (w.shape.at(-1) ?? 1);
          return { ...w, dtype: 'int8', storage: { bytes: n + 5 * channels } };
        }),
    },
  });
}

function operators(name: string, before: number, after: number): Effect {
  const q = (value: number) => ({
    value,
    unit: 'operators' as const,
    certainty: 'exact' as const,
    formula: `${count(value)} counted in the graph`,
  });
  return {
    quantity: name,
    kind: 'operators',
    before: q(before),
    after: q(after),
    ratio: after / before,
    direction: 'gain',
  };
}

function fusion(c: Case): Verdict {
  const found = findChains(c.model);
  if (found.length === 0) {
    const fused = c.model.operators.filter((o) =>
      /^(Skip|Simplified)?(LayerNormalization|RMSNormalization)|Gelu|Attention$/.test(o.type),
    ).length;
    return fused > 0
      ? inUse(`already fused: ${plural(fused, 'operator')}`)
      : no('no chain that one operator could stand for');
  }
  const all = c.model.operators.length;
  const gone = found.reduce((n, f) => n + f.operators - f.count, 0);
  const list = found.map((f) => `${count(f.count)} × ${f.pattern}`).join(', ');
  return applies({
    title: list,
    assumption: 'chains counted by their least number of operators',
    change: {
      kind: 'plan',
      how: `Chains found: ${list}.`,
      effects: [operators('Operators', all, all - gone)],
    },
  });
}

function dead(c: Case): Verdict {
  const duplicates = c.model.weights.filter(
    (w) => w.duplicateOf !== undefined && storedBytesOf(c.model, w) !== 0,
  );
  const folded = foldable(c.model);
  if (duplicates.length === 0 && folded.length === 0)
    return no('nothing is stored twice, and nothing follows from constants alone');
  const bytes = duplicates.reduce((n, w) => n + (storedBytesOf(c.model, w) ?? 0), 0);
  const [all] = bytesOf(c.model);
  const effects: Effect[] = [];
  if (bytes > 0) {
    const q = (value: number, formula: string) =>
      estimated(value, 'bytes', formula, 'equal by content or name');
    effects.push({
      quantity: 'Weights',
      kind: 'weights',
      before: q(all, 'as stored'),
      after: q(all - bytes, `${count(all)} - ${count(bytes)} stored twice`),
      ratio: (all - bytes) / all,
      direction: 'gain',
    });
  }
  if (folded.length > 0)
    effects.push(operators('Operators', c.model.operators.length, c.model.operators.length - folded.length));
  const parts = [
    ...(duplicates.length > 0 ? [`${many(duplicates.length, 'initializer')} stored twice`] : []),
    ...(folded.length > 0 ? [`${many(folded.length, 'operator')} fed by constants alone`] : []),
  ];
  return applies({ title: parts.join(', '), change: { kind: 'plan', how: 'Graph cleaned.', effects } });
}

function many(n: number, what: string): string {
  return `${count(n)} ${what}${n === 1 ? '' : 's'}`;
}

function cacheInputs(c: Case): Verdict {
  if (c.costs.caches.length > 0)
    return inUse(`already exported with ${count(c.costs.caches.length)} cache tensors`);
  const vocabulary = c.model.graphs[0]?.outputs.some((id) =>
    /logits|hidden_states?$/i.test(c.model.values[id]?.name ?? ''),
  );
  const ids = c.model.graphs[0]?.inputs.some((id) =>
    /input_ids|decoder_input_ids/i.test(c.model.values[id]?.name ?? ''),
  );
  if (!vocabulary || !ids)
    return no('it does not look like a language model (no input_ids, or neither logits nor hidden states)');
  const causal = c.model.operators.some((o) => o.type === 'Trilu') || /gpt|llama|decoder/i.test(c.model.name);
  if (!causal) return no('nothing in the graph looks causal: encoders need no cache');
  return noFigure(
    'each new token computes all earlier ones again; what a cached export costs is known once it is exported',
  );
}

function dynamic(c: Case): Verdict {
  const main = c.model.graphs[0];
  const shapes = (main?.inputs ?? [])
    .map((id) => c.model.values[id]?.shape)
    .filter((s) => s !== undefined && s.length > 0);
  if (shapes.length === 0) return no('the inputs have no shape');
  const open = shapes.filter((s) => s!.some((d) => typeof d !== 'number'));
  if (open.length > 0)
    return inUse(`${count(open.length)} of ${count(shapes.length)} inputs have an axis left open`);
  return noFigure('every axis of every input is fixed: batches and other lengths need another export');
}

/** ONNX graphs. */
export const graphRules: Rules = {
  'onnx-fp16-initializers': graph('same', half),
  'onnx-int8-quantization': graph('small', eight),
  'onnx-graph-fusion': graph('same', fusion),
  'onnx-dead-weight': graph('same', dead),
  'onnx-cache-inputs': graph('same', cacheInputs),
  'onnx-dynamic-axes': graph('same', dynamic),
};
