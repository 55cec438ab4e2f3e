import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import type { Value } from '../model/value';
import type { Dimension } from '../model/expression';

/**
 * Multi-head latent attention as serving engines decode it (DeepSeek-V2, arXiv 2405.04434, section 2.1.2): the expansion
 * of keys and values is folded into queries and outputs of the new token, and scores run over the latent itself. The
 * same weights, other operators; for decode only, prefill is cheaper expanded. Undefined when the model has no such layer.
 */
export function withAbsorbedLatents(model: Model): Model | undefined {
  const values: Value[] = [...model.values];
  const operators: Operator[] = [...model.operators];
  let latent: { rank: number; rows: readonly (Dimension | undefined)[] } | undefined;
  let changed = 0;
  /** Expanded keys and values, which the absorbed form never makes. */
  const expandedValues = new Set<number>();
  model.operators.forEach((op, id) => {
    const weight = model.values[op.inputs[1] ?? -1]?.weight;
    if (op.type === 'MatMul' && weight !== undefined && /kv_b_proj/.test(model.weights[weight]!.name)) {
      const x = model.values[op.inputs[0]!]!;
      const y = model.values[op.outputs[0]!]!;
      const q = queriesAfter(model, id);
      const [rank, expanded] = [x.shape?.at(-1), y.shape?.at(-1)];
      if (!q?.shape || typeof rank !== 'number' || expanded === undefined) return;
      const rows = q.shape.slice(0, -1);
      const base = values.push({ ...x, shape: [...rows, rank] }, { ...y, shape: [...rows, expanded] }) - 2;
      operators[id] = { ...op, inputs: [base, op.inputs[1]!], outputs: [base + 1] };
      latent = { rank, rows: x.shape!.slice(0, -1) };
      for (const v of op.outputs) expandedValues.add(v);
      return;
    }
    if (op.type !== 'Attention' && op.inputs.some((v) => expandedValues.has(v))) {
      // What cut and joined them is a name only.
      for (const v of op.outputs) expandedValues.add(v);
      operators[id] = { ...op, type: 'Identity', inputs: op.inputs.slice(0, 1), attributes: {} };
      return;
    }
    if (op.type !== 'Attention' || !latent) return;
    const heads = op.attributes['q_num_heads'];
    const [q, k] = [model.values[op.inputs[0]!]!, model.values[op.inputs[1]!]!];
    const nope = model.operators.find((o) => o.type === 'RotaryEmbedding' && o.outputs[0] === op.inputs[0]);
    const rope = nope?.attributes['rotary_embedding_dim'];
    if (heads?.kind !== 'int' || rope?.kind !== 'int' || !q.shape || !k.shape) return;
    const width = latent.rank + rope.value;
    const base =
      values.push(
        { ...q, shape: [...q.shape.slice(0, -1), heads.value * width] },
        { ...k, shape: [...latent.rows, width] },
        { ...k, shape: [...latent.rows, latent.rank] },
      ) - 3;
    operators[id] = {
      ...op,
      inputs: [base, base + 1, base + 2],
      attributes: { ...op.attributes, kv_num_heads: { kind: 'int', value: 1 } },
    };
    latent = undefined;
    changed++;
  });
  return changed > 0 ? { ...model, values, operators } : undefined;
}

/** The queries of the attention that follows an expansion. */
function queriesAfter(model: Model, from: number): Value | undefined {
  for (let id = from + 1; id < Math.min(model.operators.length, from + 64); id++) {
    const op = model.operators[id]!;
    if (op.type === 'Attention') return model.values[op.inputs[0]!];
  }
  return undefined;
}

const KNOWN = new WeakMap<Model, Model | 'none'>();

/** The same, made once for a model; for configs with latent attention only. */
export function absorbedOf(model: Model): Model | undefined {
  if (model.format !== 'config' || !model.caches.some((c) => c.kind === 'latent')) return undefined;
  let known = KNOWN.get(model);
  if (known === undefined) KNOWN.set(model, (known = withAbsorbedLatents(model) ?? 'none'));
  return known === 'none' ? undefined : known;
}
