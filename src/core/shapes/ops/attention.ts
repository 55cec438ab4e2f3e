/** Attention and what belongs to it: rotary embedding, linear attention with state. */
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { over, plus, times } from '../dims';
import { sameAsInput } from './elementwise';

/** Sizes of queries or keys, packed [batch, sequence, heads·size] or apart [batch, heads, sequence, size]. */
interface Heads {
  readonly batch: Dim;
  readonly heads: Dim;
  readonly sequence: Dim;
  readonly size: Dim;
}

function headsOf(c: ShapeContext, i: number, attribute: string): Heads | undefined {
  const shape = c.shape(i);
  if (shape?.length === 4) return { batch: shape[0], heads: shape[1], sequence: shape[2], size: shape[3] };
  const heads = c.int(attribute);
  if (shape?.length !== 3) return undefined;
  return { batch: shape[0], heads, sequence: shape[1], size: over(shape[2], heads) };
}

const attention: ShapeFunction = (c) => {
  const q = headsOf(c, 0, 'q_num_heads');
  const k = headsOf(c, 1, 'kv_num_heads');
  const v = headsOf(c, 2, 'kv_num_heads');
  const dtype = c.dtype(0);
  const past = c.has(4) ? c.dim(4, 2) : 0;
  const total = plus(past, k?.sequence);
  if (!q || !k || !v) return c.tensor(0, dtype, undefined);
  const packed = c.rank(0) === 3;
  c.tensor(
    0,
    dtype,
    packed ? [q.batch, q.sequence, times(q.heads, v.size)] : [q.batch, q.heads, q.sequence, v.size],
  );
  c.tensor(1, c.dtype(1), [k.batch, k.heads, total, k.size]);
  c.tensor(2, c.dtype(2), [v.batch, v.heads, total, v.size]);
  c.tensor(3, dtype, [q.batch, q.heads, q.sequence, total]);
};

const linearAttention: ShapeFunction = (c) => {
  const q = c.shape(0);
  const v = c.shape(2);
  const heads = c.int('q_num_heads');
  const kv = c.int('kv_num_heads');
  const valueSize = over(v?.[2], kv);
  c.tensor(0, c.dtype(0), [q?.[0], q?.[1], times(valueSize, heads)]);
  c.tensor(1, c.dtype(3) ?? c.dtype(0), c.shape(3) ?? [q?.[0], kv, over(c.dim(1, 2), kv), valueSize]);
};

/** Preview: queries [B, H, L, E], keys [B, Hkv, S, E], values [B, Hkv, S, Ev]; the modifiers keep the scores' shape. */
const flexAttention: ShapeFunction = (c) => {
  const q = c.shape(0);
  const v = c.shape(2);
  const score = { kind: 'tensor' as const, dtype: c.dtype(0), shape: q && [q[0], q[1], q[2], c.dim(1, 2)] };
  for (const name of ['score_mod', 'prob_mod']) {
    const graph = c.graph(name);
    if (graph !== undefined) c.engine.inferGraph(graph, [score]);
  }
  c.tensor(0, c.dtype(0), q && [...q.slice(0, -1), v?.[v.length - 1]]);
};

/** Operators of `ai.onnx.preview`. */
export const preview: ShapeTable = { FlexAttention: flexAttention };

export const attentions: ShapeTable = {
  Attention: attention,
  LinearAttention: linearAttention,
  RotaryEmbedding: sameAsInput,
};
