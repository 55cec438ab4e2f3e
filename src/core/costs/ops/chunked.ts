/**
 * Scans of a constant state as the modelling library runs them: a prompt in chunks, a single token by the recurrence.
 * Chunks trade more products for fewer steps; both forms are in one expression, for any number of tokens >= 1.
 */
import { add, ceilDivide, floorDivide, minimum, multiply, subtract } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { perHead } from './attentionPairs';
import type { OperatorView, Work } from './view';

/** 1 where several tokens come at once (a prompt), 0 for a single one. */
function several(tokens: Expression): Expression {
  return minimum(1, subtract(tokens, 1));
}

/** One form for a prompt, another for a single token. */
function eitherForm(tokens: Expression, prompt: Expression, single: Expression): Expression {
  const many = several(tokens);
  return add(multiply(many, prompt), multiply(subtract(1, many), single));
}

/** Sum of the squares of the lengths of the chunks that so many tokens fill, the last one cut. */
function squares(tokens: Expression, chunk: number): Expression {
  const full = floorDivide(tokens, chunk);
  const rest = subtract(tokens, multiply(chunk, full));
  return add(multiply(chunk * chunk, full), multiply(rest, rest));
}

/**
 * MACs of Mamba-2's scan, x [B, T, h P], in n chunks of Q, the last one padded: scores and their values inside each
 * chunk (n Q^2 h (N + P)), each chunk's state and its output (2 n Q h N P), and the pass over n + 1 states
 * ((n + 1)^2 h P N). One token alone: its output from the state, h P N.
 */
export function chunkedScan(v: OperatorView, chunk: number): Expression {
  const [batch, tokens, inner] = v.shape(0) as [Expression, Expression, Expression];
  const state = v.required('state_size');
  const chunks = ceilDivide(tokens, chunk);
  const cells = multiply(inner, state);
  const inside = multiply(chunks, chunk * chunk, add(multiply(v.required('num_heads'), state), inner));
  const passes = multiply(add(chunks, 1), add(chunks, 1), cells);
  const prompt = add(inside, multiply(2 * chunk, chunks, cells), passes);
  return multiply(batch, eitherForm(tokens, prompt, cells));
}

/**
 * Linear attention with `chunk_size` Q. Under the delta rule n h (2 Q^2 d_k + Q^2 d_v + 3 Q d_k d_v) products over n
 * chunks, the last one padded, and triangular solves (n h Q (Q - 1) (d_k + d_v) element operations); under plain decay
 * h (q (d_k + d_v) + 2 T d_k d_v), q the squares of the chunks' lengths. One token alone: 3 or 2 h d_k d_v. xLSTM's matrix
 * memory (`mlstm`) adds a normaliser, T h d_k, and takes the tokens beyond the full chunks one by one.
 */
export function chunkedLinear(v: OperatorView, chunk: number): Pick<Work, 'macs' | 'elementOperations'> {
  const [batch, tokens, keys] = v.shape(0) as [Expression, Expression, Expression];
  const heads = v.required('kv_num_heads');
  const dk = perHead(keys, v.required('q_num_heads'));
  const dv = perHead(v.dim(2, -1), heads);
  const delta = v.text('update_rule', 'gated_delta').includes('delta');
  if (v.text('update_rule', '') === 'mlstm') {
    const inside = multiply(chunk * chunk, floorDivide(tokens, chunk), add(dk, dv));
    const each = multiply(tokens, dk, add(multiply(2, dv), 1));
    return { macs: multiply(batch, heads, add(inside, each)), elementOperations: 0 };
  }
  const chunks = ceilDivide(tokens, chunk);
  const square = chunk * chunk;
  const padded = add(multiply(2 * square, dk), multiply(square, dv), multiply(3 * chunk, dk, dv));
  const cut = add(multiply(squares(tokens, chunk), add(dk, dv)), multiply(2, tokens, dk, dv));
  const prompt = delta ? multiply(chunks, padded) : cut;
  const single = multiply(dk, dv, delta ? 3 : 2);
  const solves = delta
    ? multiply(batch, heads, chunks, chunk * (chunk - 1), add(dk, dv), several(tokens))
    : 0;
  return { macs: multiply(batch, heads, eitherForm(tokens, prompt, single)), elementOperations: solves };
}
