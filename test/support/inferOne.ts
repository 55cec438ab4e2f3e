import { printExpression, printShape } from '../../src/core/model/print';
import { symbol } from '../../src/core/model/expression';
import type { DType } from '../../src/core/model/dtype';
import type { Attribute } from '../../src/core/model/operator';
import type { Shape, Value } from '../../src/core/model/value';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { parseDimension } from '../../src/core/shapes/parseDimension';
import { ModelOf } from './modelOf';

/** An input: a shape as text (`batch 3 2*h`), `-` for one left out, or known content. */
export type Input =
  string | { readonly data: readonly number[]; readonly shape?: readonly number[]; readonly dtype?: DType };

/** `batch 3 h` as a shape; `?` is unknown, `[]` a scalar, `unknown` an unknown rank. */
export function shapeOf(text: string): Shape | undefined {
  if (text === 'unknown') return undefined;
  if (text === '[]' || text === '') return [];
  return text
    .split(' ')
    .map((d) => (d === '?' ? undefined : /^\d+$/.test(d) ? Number(d) : parseDimension(d)));
}

/** Infers one operator alone; its outputs. */
export function inferOne(
  type: string,
  opset: number,
  inputs: readonly Input[],
  attributes: Readonly<Record<string, number | string | readonly number[] | Attribute>> = {},
  outputs = 1,
  domain = '',
): readonly Value[] {
  const m = new ModelOf(opset);
  const names = inputs.map((x, i) => {
    const name = `in${i}`;
    if (x === '-') return '';
    if (typeof x !== 'string') m.constant(name, x.data, x.shape ?? [x.data.length], x.dtype ?? 'int64');
    else {
      const [shape, dtype] = x.split(':');
      m.input(name, shapeOf(shape!), (dtype ?? 'float32') as DType);
    }
    return name;
  });
  const out = Array.from({ length: outputs }, (_, i) => `out${i}`);
  m.node(type, names, out, attributes, domain);
  const { model } = inferShapes(m.model());
  return out.map((name) => model.values[m.value(name)]!);
}

/** The shape of the first output as text. */
export function shapeText(...of: Parameters<typeof inferOne>): string {
  return printShape(inferOne(...of)[0]!.shape);
}

/** Content as text: `batch, 3, ?`. */
export function contentText(value: Value | undefined): string {
  return (value?.data ?? []).map((d) => (d === undefined ? '?' : printExpression(d))).join(', ');
}

export { symbol };
