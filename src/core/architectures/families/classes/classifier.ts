import { BATCH, SEQUENCE } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { derivedValue } from '../../layout/childConfig';
import { layoutFamily } from '../../layout/declareLayout';

/** A classifier over a type's own summary of an image: its tensors under `prefix`, then `head` of its last output. */
export function classifierOver(
  type: string,
  prefix: string,
  head: (b: Builder, x: number) => number,
): (b: Builder) => void {
  return layoutFamily(`use as ${type}: . > ${prefix}.`, (b, used) => {
    const x = used[`as ${type}`]?.at(-1);
    if (x !== undefined) b.output(head(b, x));
  });
}

/** One matrix of this name with a bias, a row for each label. */
export function labels(name: string): (b: Builder, x: number) => number {
  return (b, x) => b.linear(x, name, labelCount(b), { bias: true });
}

/** What a head over the language model of `type` reads: each token's state, or the first token's alone. */
export type HeadOver = (b: Builder, state: (width: number, tokens?: 'each' | 'first') => number) => number;

/** A head over the states of a masked language model in place of its own, whose tensors `rules` leave out. */
export function headOver(type: string, rules: string, head: HeadOver): (b: Builder) => void {
  return layoutFamily(`use as ${type}: ${rules}`, (b) => {
    const state = (width: number, tokens: 'each' | 'first' = 'first') => {
      const shape = tokens === 'each' ? [BATCH, SEQUENCE, width] : [BATCH, width];
      return b.values.push({ name: 'states', kind: 'tensor', shape }) - 1;
    };
    b.output(head(b, state));
  });
}

/** Rows of a classifier: a label each. */
export function labelCount(b: Builder): number {
  return b.c.optionalInt('num_labels') ?? Number(derivedValue(b.c, 'num_labels'));
}
