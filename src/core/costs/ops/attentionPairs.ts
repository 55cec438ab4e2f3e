/** Query-key pairs of attention, and the work on them. */
import { add, divideExactly, floorDivide, minimum, multiply, subtract } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import type { Work } from './view';
import { UnknownCost } from './view';

export interface Pairs {
  readonly executed: Expression;
  readonly useful: Expression;
}

/** Sum of min(j, window) over j = 1..n: pairs of n queries that start at nothing. */
export function triangle(n: Expression, window?: number): Expression {
  const m = window === undefined ? n : minimum(n, window);
  const whole = multiply(0.5, m, add(m, 1));
  return window === undefined ? whole : add(whole, multiply(window, subtract(n, m)));
}

/** Pairs of n causal queries in chunks: each sees what lies before it in its own chunk. */
function chunked(n: Expression, chunk: number): Expression {
  const full = floorDivide(n, chunk);
  const rest = subtract(n, multiply(chunk, full));
  return add(multiply((chunk * (chunk + 1)) / 2, full), triangle(rest));
}

/**
 * Query-key pairs of one head. `past` keys lie before the `sequence` new ones. With a window (or chunk) the cache holds
 * window - 1 earlier keys, so executed pairs are sequence x (min(past, window - 1) + sequence).
 */
export function pairsOf(
  sequence: Expression,
  past: Expression,
  mask: { causal: boolean; window?: number; chunk?: number },
): Pairs {
  const kept = mask.window ?? mask.chunk;
  const held = kept === undefined ? past : minimum(past, Math.max(0, kept - 1));
  const executed = multiply(sequence, add(held, sequence));
  if (!mask.causal) return { executed, useful: executed };
  past = kept === undefined ? past : unheld(past, kept - 1);
  const all = add(past, sequence);
  if (mask.chunk !== undefined)
    return { executed, useful: subtract(chunked(all, mask.chunk), chunked(past, mask.chunk)) };
  return { executed, useful: subtract(triangle(all, mask.window), triangle(past, mask.window)) };
}

/** x of min(x, kept): sums over a window come out the same with all that was seen, and read better. */
function unheld(past: Expression, kept: number): Expression {
  const atom = typeof past !== 'number' && past.terms.length === 1 ? past.terms[0]! : undefined;
  const call = atom?.coefficient === 1 && atom.atoms.length === 1 ? atom.atoms[0]! : undefined;
  if (call?.kind !== 'min' || call.args.length !== 2 || !call.args.includes(kept)) return past;
  return call.args.find((a) => a !== kept) ?? past;
}

export interface Core {
  readonly batch: Expression;
  readonly heads: number | Expression;
  readonly keyDim: Expression;
  readonly valueDim: Expression;
  readonly pairs: Pairs;
  /** Operations per score besides softmax's 5: scale, mask, soft cap. */
  readonly perScore: number;
}

/** Both products and the work on the scores. */
export function attentionWork(c: Core): Work {
  const perPair = multiply(c.batch, c.heads, add(c.keyDim, c.valueDim));
  return {
    macs: multiply(perPair, c.pairs.executed),
    usefulMacs: multiply(perPair, c.pairs.useful),
    elementOperations: multiply(5 + c.perScore, c.batch, c.heads, c.pairs.executed),
  };
}

/** width / heads, which the operator's definition requires to be whole. */
export function perHead(width: Expression, heads: Expression): Expression {
  const d = divideExactly(width, heads);
  if (d === undefined) throw new UnknownCost('the hidden width is not a multiple of the heads');
  return d;
}
