/** Types of values as the textual syntax writes them. */
import { printExpression } from '../model/print';
import type { Dimension } from '../model/expression';
import type { Shape, ValueType } from '../model/value';
import { isIdentifier, quotedText, typeWord } from './words';

/**
 * A type: `float[batch, 10]`, `float` for a scalar, `float[]` for unknown rank, `seq(float[])`; undefined where the
 * syntax has none, because the element type is not known.
 */
export function typeText(t: ValueType, depth = 0): string | undefined {
  if (depth > 8) return undefined;
  if (t.kind === 'tensor') return tensorText(t);
  if (t.kind === 'opaque') return 'opaque()';
  if (t.kind === 'sparse') {
    const inner = tensorText(t);
    return inner && `sparse_tensor(${inner})`;
  }
  const element = t.element && typeText(t.element, depth + 1);
  if (!element) return undefined;
  if (t.kind === 'sequence') return `seq(${element})`;
  if (t.kind === 'optional') return `optional(${element})`;
  const key = t.key && typeWord(t.key);
  return key && `map(${key}, ${element})`;
}

function tensorText({ dtype, shape }: ValueType): string | undefined {
  const word = dtype && typeWord(dtype);
  return word && word + shapeText(shape);
}

/** What follows the element type: nothing for a scalar, `[]` for unknown rank. */
export function shapeText(shape: Shape | undefined): string {
  if (!shape) return '[]';
  if (shape.length === 0) return '';
  let text = '[';
  for (let i = 0; i < shape.length; i++) text += (i > 0 ? ', ' : '') + dimensionText(shape[i]);
  return `${text}]`;
}

function dimensionText(d: Dimension | undefined): string {
  if (d === undefined) return '?';
  if (typeof d === 'number') return d >= 0 ? String(d) : '?';
  const text = printExpression(d);
  return isIdentifier(text) ? text : quotedText(text);
}

/** A type for people, in a comment or a hover: formulas without quotes, `?` for what is not known. */
export function plainType(t: ValueType, depth = 0): string {
  if (depth > 8) return '?';
  const word = (t.dtype && (typeWord(t.dtype) ?? t.dtype)) ?? '?';
  switch (t.kind) {
    case 'tensor':
      return word + plainShape(t.shape);
    case 'sparse':
      return `sparse_tensor(${word}${plainShape(t.shape)})`;
    case 'opaque':
      return 'opaque()';
    case 'sequence':
    case 'optional':
      return `${t.kind === 'sequence' ? 'seq' : 'optional'}(${t.element ? plainType(t.element, depth + 1) : '?'})`;
    case 'map':
      return `map(${t.key ?? '?'}, ${t.element ? plainType(t.element, depth + 1) : '?'})`;
  }
}

function plainShape(shape: Shape | undefined): string {
  if (!shape) return '[]';
  if (shape.length === 0) return '';
  let text = '[';
  for (let i = 0; i < shape.length; i++) {
    const d = shape[i];
    text += (i > 0 ? ', ' : '') + (d === undefined ? '?' : typeof d === 'number' ? d : printExpression(d));
  }
  return `${text}]`;
}
