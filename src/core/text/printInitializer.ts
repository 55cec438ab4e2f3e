import type { Value } from '../model/value';
import type { Weight } from '../model/weight';
import { floatText } from './numbers';
import { externalText } from './printAttribute';
import { PREVIEW, elementsText, isBits } from './printTensor';
import { shapeText } from './types';
import { nameText, typeWord } from './words';
import { countText, listed } from './writer';

/** A line of a graph's head, and what stands behind it in a comment. */
export interface HeadLine {
  readonly text: string;
  readonly note?: string;
}

/**
 * A stored tensor: type, shape and name, then all its elements where they are few, else the first of them (`... 4,096
 * elements, 16,384 B`), or `{}` where no element is known, or where it lies outside the file.
 */
export function initializerText(value: Value, weight: Weight, inner: string): HeadLine {
  const { storage, dtype, shape } = weight;
  const name = nameText(value.name);
  const bytes = storage && Number.isFinite(storage.bytes) ? `${countText(storage.bytes)} B` : 'size unknown';
  const word = dtype && typeWord(dtype);
  if (!word) return { text: `${name}`, note: `a tensor of a type that this syntax does not have, ${bytes}` };
  if (value.kind === 'sparse')
    return {
      text: `sparse_tensor(${word}${shapeText(shape)}) ${name} = {}`,
      note: `sparse, ${bytes} stored`,
    };
  const type = `${word}${shapeText(shape)} ${name} =`;
  if (storage?.file !== undefined) return { text: `${type} ${externalText(storage)}`, note: bytes };
  const all = value.data && elementsText(dtype, value.data);
  if (all && all.length <= 16) {
    const text = `${type} {${all.join(', ')}}`;
    return isBits(dtype) ? { text, note: plain(value.data as readonly number[]) } : { text };
  }
  if (all && !/^float|^bfloat|^double/.test(dtype)) return { text: `${type} {${listed(all, inner)}}` };
  const first = (value.data ?? weight.first ?? []).slice(0, PREVIEW) as readonly number[];
  const preview = !isBits(dtype) && elementsText(dtype, first);
  const of = `${countText(shape.reduce((a, b) => a * b, 1))} elements, ${bytes}`;
  if (preview && first.length > 0) return { text: `${type} {${preview.join(', ')}}`, note: `... ${of}` };
  return { text: `${type} {}`, note: first.length > 0 ? `${plain(first)}, ... ${of}` : of };
}

function plain(numbers: readonly number[]): string {
  return numbers.slice(0, PREVIEW).map(floatText).join(', ');
}
