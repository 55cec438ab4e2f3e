import { product } from '../../model/arithmetic';
import { isInteger } from '../../model/dtype';
import type { Weight } from '../../model/weight';
import { STEP_OPERATORS } from '../../steps';
import { packingOf } from './packing';
import { POSITIONS } from './rolePositions';
import type { Program, Use } from './uses';

/** Operators whose tables, even of integers, are looked up and may be learned. */
const GATHERS = new Set(['Gather', 'EmbedLayerNormalization', 'QEmbedLayerNormalization']);

/** Names that libraries give to what they store beside the learned weights. */
const BUFFER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/(^|[._/])(cos|sin)(_cache|_cached)?$|inv_freq|rotary_emb/i, 'a rotary table by its name'],
  [/(causal|attention|attn)_?mask|masked_bias$/i, 'a mask by its name'],
  [/running_(mean|var)|num_batches_tracked/i, 'a running statistic by its name'],
];

/**
 * Sorts stored tensors into parameters, buffers, constants, indices and quantisation data, by the operators that read
 * them in the end; every one that is no plain parameter gets its reason. Rests now and then.
 */
export function* classify(
  weights: readonly Weight[],
  program: Program,
  uses: (value: number) => Use[],
): Generator<void, Weight[]> {
  const out = [...weights];
  let looked = 0;
  for (const [id, value] of program.values.entries()) {
    if (value.weight === undefined) continue;
    if (++looked % STEP_OPERATORS === 0) yield;
    const weight = weights[value.weight]!;
    const found = uses(id);
    const packing = packingOf(weight, found);
    out[value.weight] = { ...weight, ...roleOf(weight, found), ...(packing ? { packing } : {}) };
  }
  return out;
}

function roleOf(w: Weight, uses: readonly Use[]): Pick<Weight, 'role' | 'reason'> {
  const first = uses[0];
  if (w.dtype === 'string') return { role: 'constant', reason: 'text' };
  if (!first) {
    if (isIndex(w)) return { role: 'index', reason: 'integers that no operator reads' };
    if ((product(w.shape) as number) <= 1)
      return { role: 'constant', reason: 'a single number that no operator reads' };
    return { role: 'parameter', reason: 'read by no operator of its graph' };
  }
  const named = uses.flatMap(({ op, input }) => {
    const role = Object.hasOwn(POSITIONS, op.type) ? POSITIONS[op.type]![input] : undefined;
    return role ? [{ role, reason: `input ${input} of ${op.type}` }] : [];
  });
  if (named.some(({ role }) => role === 'parameter')) return { role: 'parameter' };
  if (named[0]) return named[0];
  const { op, input } = first;
  if (w.dtype === 'bool') return { role: 'buffer', reason: `a mask, feeds ${op.type}` };
  if (isIndex(w)) return { role: 'index', reason: `${w.dtype}, feeds ${op.type}` };
  if (w.dtype && isInteger(w.dtype) && !GATHERS.has(op.type))
    return { role: 'constant', reason: `${w.dtype}, input ${input} of ${op.type}` };
  if (
    (product(w.shape) as number) <= 1 &&
    !uses.some((u) => /Conv|Gemm|MatMul|Norm|PRelu|Linear/.test(u.op.type))
  )
    return { role: 'constant', reason: `a single number, feeds ${op.type}` };
  for (const [pattern, reason] of BUFFER_NAMES) if (pattern.test(w.name)) return { role: 'buffer', reason };
  return { role: 'parameter' };
}

function isIndex(w: Weight): boolean {
  return w.dtype === 'int64' || w.dtype === 'int32' || w.dtype === 'uint64' || w.dtype === 'uint32';
}
