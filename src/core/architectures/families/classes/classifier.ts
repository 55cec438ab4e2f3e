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
  return (b, x) => b.linear(x, name, Number(derivedValue(b.c, 'num_labels')), { bias: true });
}
