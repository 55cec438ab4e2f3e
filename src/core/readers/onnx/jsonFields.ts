/**
 * Fields of protobuf's JSON form: names in camelCase or as the schema writes them, 64-bit numbers as text, enums by name,
 * bytes in base64. Whatever has another type than the field should have counts as absent.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (v: unknown): v is JsonObject =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/** A field by its camelCase name. */
export function field(o: JsonObject, name: string): unknown {
  if (Object.hasOwn(o, name)) return o[name];
  const written = name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  return Object.hasOwn(o, written) ? o[written] : undefined;
}

export function textOf(o: JsonObject, name: string): string {
  const v = field(o, name);
  return typeof v === 'string' ? v : '';
}

/** A number, or a number written as text; undefined for anything else. */
export function toNumber(v: unknown): number | undefined {
  if (typeof v === 'number') return v;
  if (v === 'NaN' || v === 'Infinity' || v === '-Infinity') return Number(v);
  return typeof v === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(v) ? Number(v) : undefined;
}

export const numberOf = (o: JsonObject, name: string): number | undefined => toNumber(field(o, name));

export function objectOf(o: JsonObject, name: string): JsonObject | undefined {
  const v = field(o, name);
  return isObject(v) ? v : undefined;
}

export function listOf(o: JsonObject, name: string): readonly unknown[] {
  const v = field(o, name);
  return Array.isArray(v) ? v : [];
}

export const objectsOf = (o: JsonObject, name: string): readonly JsonObject[] =>
  listOf(o, name).filter(isObject);

export const textsOf = (o: JsonObject, name: string): readonly string[] =>
  listOf(o, name).map((v) => (typeof v === 'string' ? v : ''));

/** Numbers of a list; undefined when it is empty or one is none. */
export function numbersOf(o: JsonObject, name: string): number[] | undefined {
  const all = listOf(o, name).map(toNumber);
  return all.length > 0 && !all.includes(undefined) ? (all as number[]) : undefined;
}

/** Keys and values of `metadata_props`, `external_data`. */
export function entriesOf(o: JsonObject, name: string): Record<string, string> {
  const entries = Object.create(null) as Record<string, string>;
  for (const e of objectsOf(o, name)) entries[textOf(e, 'key')] = textOf(e, 'value');
  return entries;
}

/** Bytes that a base64 text stands for, without decoding it. */
export function base64Length(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((text.length - padding) * 0.75));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a base64 text, in either alphabet; what is no digit counts as 0. */
export function base64Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(base64Length(text));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length && at < bytes.length; i++) {
    const c = text[i] === '-' ? '+' : text[i] === '_' ? '/' : text[i]!;
    held = ((held << 6) | Math.max(0, ALPHABET.indexOf(c))) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
  }
  return bytes;
}
