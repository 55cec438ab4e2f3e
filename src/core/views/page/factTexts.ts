import type { AttentionFacts, Facts } from '../../model/facts';
import { formatInteger } from '../format';

/** One kind of attention in short: `GQA 32/8 × 128`, heads over those of keys and values by their width. */
export function attentionText(a: AttentionFacts): string {
  const heads = a.kvHeads === undefined ? a.heads : `${a.heads}/${a.kvHeads}`;
  const width = a.headDim === undefined ? '' : ` × ${a.headDim}`;
  return `${a.kind} ${heads}${width}${a.window === undefined ? '' : `, window ${formatInteger(a.window)}`}`;
}

/** Experts that a token takes, of all, and those that every token takes: `8 of 256 + 1`. */
export function expertsText({ perToken, routed, shared }: NonNullable<Facts['experts']>): string {
  return `${perToken} of ${routed}${shared > 0 ? ` + ${shared}` : ''}`;
}
