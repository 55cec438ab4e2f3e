import { add, minimum } from '../../model/arithmetic';
import { BATCH, PAST, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { AttentionShape } from './attention';
import { attend } from './attention';

/** Attention of a layer that has no keys and values of its own: it meets those that an earlier layer keeps. */
export function attendShared(b: Builder, q: number, a: AttentionShape): number {
  const held = add(a.window === undefined ? PAST : minimum(PAST, Math.max(0, a.window - 1)), SEQUENCE);
  const shared = (name: string, width: number) =>
    b.values.push({ name, kind: 'tensor', shape: [BATCH, held, a.kvHeads * width] }) - 1;
  const k = shared('shared_key', a.headDim);
  const v = shared('shared_value', a.valueDim ?? a.headDim);
  return attend(b, q, k, v, { ...a, cached: false, expanded: true });
}
