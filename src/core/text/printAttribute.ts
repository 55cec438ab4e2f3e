import type { Attribute, TensorAttribute } from '../model/operator';
import type { Storage } from '../model/weight';
import { floatText, wholeText } from './numbers';
import { elementsText, isBits } from './printTensor';
import { shapeText } from './types';
import { isIdentifier, quotedText, typeWord } from './words';
import { countText, listed } from './writer';

/** More elements, or characters, than this are cut: trees and vocabularies as attributes are data, not structure. */
const MAX_ELEMENTS = 1024;
const MAX_CHARACTERS = 2000;

/** An attribute's text, and what it leaves out, for a comment. */
export interface AttributeText {
  readonly text: string;
  readonly note?: string;
}

const bytes = (n: number) => `${countText(n)} B`;

/** An attribute other than a graph: `axis = -1`; undefined where the syntax has no form, and the note says so. */
export function attributeText(
  name: string,
  a: Attribute,
  indent: string,
  storage?: Storage,
): AttributeText | string {
  const key = attributeName(name);
  switch (a.kind) {
    case 'int':
      return { text: `${key} = ${wholeText(a.value)}` };
    case 'float':
      return { text: `${key} = ${floatText(a.value)}` };
    case 'string':
      return a.value.length > MAX_CHARACTERS
        ? {
            text: `${key} = ${quotedText(a.value.slice(0, MAX_CHARACTERS))}`,
            note: `${name}: ${MAX_CHARACTERS} of ${a.value.length} characters`,
          }
        : { text: `${key} = ${quotedText(a.value)}` };
    case 'ints':
      return list(key, 'ints', a.value, (v) => wholeText(v), indent);
    case 'floats':
      return list(key, 'floats', a.value, floatText, indent);
    case 'strings':
      return list(key, 'strings', a.value, (v) => quotedText(v.slice(0, MAX_CHARACTERS)), indent);
    case 'reference':
      return { text: `${key} = @${isIdentifier(a.value) ? a.value : quotedText(a.value)}` };
    case 'tensor':
      return tensor(name, key, a.value, indent, storage);
    default:
      return `${name} has no form in this syntax (${a.kind === 'other' ? a.value : a.kind})`;
  }
}

export function attributeName(name: string): string {
  return isIdentifier(name) ? name : quotedText(name);
}

function list<T>(
  key: string,
  type: string,
  values: readonly T[],
  write: (value: T) => string,
  indent: string,
): AttributeText {
  if (values.length === 0) return { text: `${key}: ${type} = []` };
  const shown = values.length > MAX_ELEMENTS ? values.slice(0, MAX_ELEMENTS) : values;
  const text = `${key} = [${listed(shown.map(write), indent)}]`;
  return shown === values ? { text } : { text, note: `${key}: ${shown.length} of ${values.length} elements` };
}

/** Where data lie outside the file: the pairs of the standard. */
export function externalText({ file = '', offset, bytes }: Storage): string {
  const pairs = [`"location": ${quotedText(file)}`];
  if (Number.isFinite(offset)) pairs.push(`"offset": "${offset}"`);
  if (Number.isFinite(bytes)) pairs.push(`"length": "${bytes}"`);
  return `[${pairs.join(', ')}]`;
}

function tensor(
  name: string,
  key: string,
  t: TensorAttribute,
  indent: string,
  storage: Storage | undefined,
): AttributeText | string {
  const word = t.dtype && typeWord(t.dtype);
  if (!word) return `${name} is a tensor of a type that this syntax does not have`;
  const elements = t.data ? elementsText(t.dtype, t.data) : undefined;
  const type = `${key} = ${word}${shapeText(t.shape)}`;
  if (storage?.file !== undefined) return { text: `${type} = ${externalText(storage)}` };
  if (!elements) return { text: `${type} {}`, note: `${name}: ${bytes(t.bytes)} of data not shown` };
  const text = `${type} {${listed(elements, indent)}}`;
  return isBits(t.dtype)
    ? { text, note: `${name}: ${t.data!.slice(0, 4).map(floatText).join(', ')}` }
    : { text };
}
