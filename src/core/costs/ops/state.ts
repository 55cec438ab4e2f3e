/** Linear attention, state-space scans and other updates of a constant state, token by token. */
import { add, multiply, product } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { perHead } from './attentionPairs';
import { chunkedLinear, chunkedScan } from './chunked';
import type { CostFunction, CostTable, OperatorView, Work } from './view';
import { UnknownCost } from './view';

/** Products with the [d_k, d_v] state per token and head, and other operations on it, by the update rule. */
const RULES: Readonly<Record<string, { readonly macs: number; readonly each: number }>> = {
  // S = S + k v^T; o = S^T q.
  linear: { macs: 2, each: 0 },
  // S = g S + k v^T.
  gated: { macs: 2, each: 1 },
  // The delta rule first reads S^T k, then adds k (beta (v - S^T k))^T.
  delta: { macs: 3, each: 0 },
  gated_delta: { macs: 3, each: 1 },
};

/**
 * LinearAttention (ai.onnx and com.microsoft): query, key, value as [B, T, heads * d] (or [B, heads, T, d]), past_state
 * [B, kv_heads, d_k, d_v]. Counted in its recurrent form: per token and head the products with the state.
 */
const linearAttention: CostFunction = (v) => {
  const q = v.shape(0);
  const four = q.length === 4;
  const qHeads = four ? q[1]! : v.int('q_num_heads', v.int('num_heads', 1));
  const kvHeads = four ? v.dim(2, 1) : v.int('kv_num_heads', v.int('num_heads', 1));
  const dk = four ? q[3]! : perHead(q.at(-1)!, qHeads);
  const dv = four ? v.dim(2, -1) : perHead(v.dim(2, -1), kvHeads);
  const tokens = four ? q[2]! : q[1]!;
  const rule = RULES[v.text('update_rule', 'gated_delta')] ?? RULES['gated_delta']!;
  // More query than state heads: each query head reads its group's state.
  const perState = multiply(q[0]!, tokens, kvHeads, dk, dv);
  const reads = multiply(q[0]!, tokens, maxHeads(qHeads, kvHeads), dk, dv);
  return {
    macs: add(multiply(rule.macs - 1, perState), reads),
    elementOperations: multiply(rule.each, perState),
    ...stateful(v, 3, 1),
  };
};

function maxHeads(a: Expression, b: Expression): Expression {
  return typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : a;
}

function stateful(v: OperatorView, past: number, present: number): Partial<Work> {
  return {
    activationsWritten: v.outSize(),
    cacheRead: v.has(past) ? v.size(past) : 0,
    cacheWritten: v.hasOutput(present) ? v.outSize(present) : 0,
  };
}

/**
 * `model.efficiency:SelectiveScan` (Mamba, Mamba-2): x [B, T, inner]; attribute `state_size`. Per token, channel and
 * state element: the read-out y = C h is a product (1 MAC); the state's update h = a h + b x (2) and its discretisation
 * exp(dt A), dt B x (`element_operations`, 3 unless given) work element by element. With `chunk_size` a
 * prompt goes in Mamba-2's chunks (chunked.ts).
 */
const selectiveScan: CostFunction = (v) => {
  const cells = multiply(v.size(0), v.required('state_size'));
  const chunk = v.int('chunk_size', 0);
  return {
    macs: chunk > 0 ? chunkedScan(v, chunk) : cells,
    usefulMacs: cells,
    elementOperations: multiply(2 + v.int('element_operations', 3), cells),
    ...stateful(v, 6, 1),
  };
};

/** `model.efficiency:LinearAttention`: the same, in chunks where `chunk_size` says so. */
const houseLinear: CostFunction = (v) => {
  const work = linearAttention(v);
  const chunk = v.int('chunk_size', 0);
  if (chunk <= 0) return work;
  const chunked = chunkedLinear(v, chunk);
  return {
    ...work,
    ...chunked,
    usefulMacs: work.macs!,
    elementOperations: add(work.elementOperations ?? 0, chunked.elementOperations ?? 0),
  };
};

/**
 * com.microsoft:GatedDeltaNet, token-major: query [tokens, heads, d_k], value [tokens, value heads, d_v], or
 * [batch, sequence, heads, d]; packed in one tensor, head sizes come from the state [batch, value heads, d_v, d_k].
 */
const gatedDelta: CostFunction = (v) => {
  const q = v.shape(0);
  const state = v.has(6) ? v.shape(6) : undefined;
  const packed = !v.has(1);
  if (packed && !state) throw new UnknownCost('packed queries need the state’s shape');
  const heads = packed ? state![1]! : v.dim(2, -2);
  const dv = packed ? state![2]! : v.dim(2, -1);
  const dk = packed ? state![3]! : q.at(-1)!;
  const tokens = product(q.slice(0, packed ? -1 : -2));
  const rule = RULES[v.text('update_rule', 'gated_delta')] ?? RULES['gated_delta']!;
  const cells = multiply(tokens, heads, dk, dv);
  return {
    macs: multiply(rule.macs, cells),
    elementOperations: multiply(rule.each, cells),
    ...stateful(v, 6, 1),
  };
};

/** `model.efficiency:WkvState` (RWKV-4): five vector steps and two exponentials per channel and token. */
const wkv: CostFunction = (v) => ({ elementOperations: multiply(12, v.outSize()) });

/** `model.efficiency:GatedRecurrence` (RG-LRU): h = a h + sqrt(1 - a^2) x per channel and token. */
const gatedRecurrence: CostFunction = (v) => ({ elementOperations: multiply(9, v.outSize()) });

export const STATE: CostTable = {
  LinearAttention: linearAttention,
  'com.microsoft:LinearAttention': linearAttention,
  'com.microsoft:GatedDeltaNet': gatedDelta,
  'model.efficiency:LinearAttention': houseLinear,
  'model.efficiency:SelectiveScan': selectiveScan,
  'model.efficiency:WkvState': wkv,
  'model.efficiency:GatedRecurrence': gatedRecurrence,
};
