/** Words of the textual syntax: names that need no quotes, and how element types are spelled. */
import type { DType } from '../model/dtype';

/** Element types as the standard's textual syntax spells them. */
const TYPE_WORDS = {
  float32: 'float',
  float64: 'double',
  float16: 'float16',
  bfloat16: 'bfloat16',
  float8_e4m3fn: 'float8e4m3fn',
  float8_e4m3fnuz: 'float8e4m3fnuz',
  float8_e5m2: 'float8e5m2',
  float8_e5m2fnuz: 'float8e5m2fnuz',
  float8_e8m0: 'float8e8m0',
  float4_e2m1: 'float4e2m1',
  int64: 'int64',
  int32: 'int32',
  int16: 'int16',
  int8: 'int8',
  int4: 'int4',
  int2: 'int2',
  uint64: 'uint64',
  uint32: 'uint32',
  uint16: 'uint16',
  uint8: 'uint8',
  uint4: 'uint4',
  uint2: 'uint2',
  bool: 'bool',
  string: 'string',
  complex64: 'complex64',
  complex128: 'complex128',
} as const satisfies Partial<Record<DType, string>>;

const BY_WORD: ReadonlyMap<string, DType> = new Map(
  Object.entries(TYPE_WORDS).map(([dtype, word]) => [word, dtype as DType]),
);

/** Element types by the words of the textual syntax, the usual ones first. */
export const ELEMENT_TYPES: readonly (readonly [word: string, dtype: DType])[] = [...BY_WORD];

/** Words that begin a type which is no plain tensor. */
export const CONTAINER_WORDS: ReadonlySet<string> = new Set([
  'seq',
  'map',
  'optional',
  'sparse_tensor',
  'opaque',
]);

/** The word of an element type; undefined for the two that ONNX does not have. */
export function typeWord(dtype: DType): string | undefined {
  return (TYPE_WORDS as Partial<Record<DType, string>>)[dtype];
}

/** The element type that a word spells; undefined for other words. */
export function dtypeOfWord(word: string): DType | undefined {
  return BY_WORD.get(word);
}

/** True for a word with which a type can begin. */
export function beginsType(word: string): boolean {
  return BY_WORD.has(word) || CONTAINER_WORDS.has(word);
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** True for what the syntax takes as a name without quotes. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** True for a word that the syntax reads as a number. */
export function isNumberWord(word: string): boolean {
  return /^(inf|infinity|nan)$/i.test(word);
}

/** A name as the syntax wants it: quoted when it is no identifier, or when it would be read as a type. */
export function nameText(name: string): string {
  return IDENTIFIER.test(name) && !beginsType(name) ? name : quotedText(name);
}

/** A string in quotes. A carriage return, which editors would turn into a line end, is shown by its symbol. */
export function quotedText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\r', '\u240d')}"`;
}

/** A domain, its parts quoted where they are no identifiers, which is more than the standard's parser takes. */
export function domainText(domain: string): string {
  return domain
    .split('.')
    .map((part) => (isIdentifier(part) ? part : quotedText(part)))
    .join('.');
}

/** The name of a graph in an attribute must be an identifier, and none that reads as a type or a number. */
export function graphNameText(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_]/g, '_');
  return plain === '' || /^\d/.test(plain) || beginsType(plain) || isNumberWord(plain) ? `_${plain}` : plain;
}
