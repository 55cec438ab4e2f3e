import { bitsOf } from '../../model/dtype';
import type { DType } from '../../model/dtype';
import type { ValueType } from '../../model/value';
import { ofBfloatBits, ofHalfBits } from '../../text/numbers';
import { isNumberWord } from '../../text/words';
import { codeOfDType } from '../onnx/dataTypes';
import type { RawTensor } from '../onnx/raw';
import { MAX_KEPT_ELEMENTS } from '../onnx/smallValues';
import { wholeNumber } from '../onnx/storage';
import type { Parser } from './parser';

/** Data of a tensor in the text: `{1, 2}`, `{}` where it is left out, `["location": "weights.bin"]` outside. */
export function parseTensor(p: Parser, name: string, type: ValueType, start: number): RawTensor {
  const { dtype } = type;
  const dims = dimsOf(p, type);
  const elements = dims.reduce((a, b) => a * b, 1);
  const base = { name, dims, dataType: codeOfDType(dtype), payload: undefined, offset: start };
  if (p.lexer.is('['))
    return { ...base, external: { length: String(bytesOf(dtype, elements)), ...external(p) } };
  p.expect('{', `before the data of '${name}'`);
  const values: number[] = [];
  let given = 0;
  const from = p.lexer.start;
  p.list('}', () => {
    if (p.lexer.is('.')) return skipDots(p);
    const value = element(p, dtype);
    given++;
    if (value !== undefined && values.length < MAX_KEPT_ELEMENTS) values.push(value);
  });
  if (given > elements)
    p.problems.add(
      'warning',
      'onnxtxt.elements',
      `'${name}' has ${given} elements in the text, its shape holds ${elements}.`,
      from,
      p.lexer.start,
    );
  const elided = bytesOf(dtype, elements);
  if (type.kind === 'sparse') {
    p.problems.add(
      'assumption',
      'onnxtxt.sparse',
      `How many elements of the sparse '${name}' are stored is not in the text: all are counted.`,
      start,
      p.lexer.start,
    );
    return { ...base, elided, nonZeros: elements };
  }
  // Fewer than the shape holds: a preview, the rest is left out.
  const whole = given === elements && values.length === elements;
  return { ...base, elided, ...(whole ? { values } : {}) };
}

/** `...` in place of elements: no word of the standard's, but what people write for the rest. */
function skipDots(p: Parser): void {
  const { start } = p.lexer;
  while (p.take('.'));
  p.problems.add(
    'warning',
    'onnxtxt.dots',
    "The standard's parser does not know '...': leave the data out as {}.",
    start,
    p.lexer.start,
  );
}

function bytesOf(dtype: DType | undefined, elements: number): number {
  return dtype === undefined ? 0 : Math.ceil((bitsOf(dtype) * elements) / 8);
}

function dimsOf(p: Parser, type: ValueType): readonly number[] {
  if (type.kind !== 'tensor' && type.kind !== 'sparse') p.fail('Only a tensor can have data.');
  if (!type.shape) p.fail('A tensor with data must have a shape: [] leaves its rank open.');
  const dims: number[] = [];
  for (const d of type.shape) {
    if (typeof d !== 'number') p.fail('Every dimension of a tensor with data must be a number.');
    dims.push(d);
  }
  if (!Number.isSafeInteger(dims.reduce((a, b) => a * b, 1))) p.fail('No tensor has so many elements.');
  return dims;
}

/** One number; undefined for text and for types whose bits are no numbers here. */
function element(p: Parser, dtype: DType | undefined): number | undefined {
  const { lexer } = p;
  if (dtype === 'string') {
    p.string();
    return undefined;
  }
  const value = number(p);
  switch (dtype) {
    case 'float16':
    case 'bfloat16':
      if (!Number.isInteger(value) || value < 0 || value > 0xffff) {
        p.problems.add(
          'warning',
          'onnxtxt.bits',
          `The syntax takes elements of ${dtype} as their 16 bits, a whole number from 0 to 65,535.`,
          lexer.start,
          lexer.end,
        );
        return undefined;
      }
      return dtype === 'float16' ? ofHalfBits(value) : ofBfloatBits(value);
    case 'float32':
      return Math.fround(value);
    case 'float64':
      return value;
    default:
      if (dtype && /^(u?int(8|16|32|64)|bool)$/.test(dtype)) {
        if (!Number.isInteger(value)) p.fail(`An element of ${dtype} must be a whole number.`);
        return value;
      }
      return undefined;
  }
}

/** A number, `inf` and `nan` included. */
export function number(p: Parser): number {
  const { lexer } = p;
  const negative = lexer.is('-');
  if (negative) lexer.next();
  if (lexer.kind === 'name' && isNumberWord(lexer.source)) {
    const value = lexer.source.toLowerCase() === 'nan' ? NaN : Infinity;
    lexer.next();
    return negative ? -value : value;
  }
  if (lexer.kind !== 'number') p.fail(`A number is missing: there is ${p.found()}.`);
  const value = Number(lexer.source);
  if (Number.isNaN(value)) p.fail(`'${lexer.source}' is no number.`);
  lexer.next();
  return negative ? -value : value;
}

/** Where the data lie outside: pairs of texts. */
function external(p: Parser): Readonly<Record<string, string>> {
  const out = Object.create(null) as Record<string, string>;
  const { start } = p.lexer;
  p.take('[');
  p.list(']', () => {
    const key = p.string();
    p.expect(':', 'after the key');
    out[key] = p.string();
  });
  if (wholeNumber(out['length']) === undefined && out['length'] !== undefined)
    p.problems.add('warning', 'onnxtxt.external', 'The length is no whole number.', start, p.lexer.start);
  return out;
}
