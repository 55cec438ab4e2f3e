import type { Cursor, Walk } from '../../bytes/cursor';
import { BytesError } from '../../bytes/cursor';

/** Wire types of protobuf. */
export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
export const FIXED32 = 5;

/** A tag, and a length or number after it, of ten bytes each at most. */
const HEAD_BYTES = 20;

/** One field as it stands in the file; `start` is where its tag begins, `offset` where its content does. */
export interface Field {
  readonly number: number;
  readonly wire: number;
  readonly start: number;
  readonly offset: number;
  /** Bytes of content that are there; of the number itself for varints. */
  readonly length: number;
  /** The number, for varints. */
  readonly value: number;
}

/**
 * Reads the next field's head, of at most `HEAD_BYTES`, and leaves the cursor at its content. `end` is where the enclosing message ends. Content
 * that is announced longer than what is left is noted as broken and cut there, so that its beginning can be shown.
 */
export function nextField(cursor: Cursor, end: number): Field {
  const start = cursor.position;
  const tag = cursor.varint();
  const number = Math.floor(tag / 8);
  const wire = tag % 8;
  if (number < 1 || number > 536_870_911) throw new BytesError(`there is no field ${number}`, start);
  const offset = cursor.position;
  const field = (at: number, length: number, value = 0): Field => {
    const left = Math.max(0, end - at);
    if (length <= left) return { number, wire, start, offset: at, length, value };
    const message = `field ${number} announces ${length} bytes, ${left} are left`;
    if (wire !== BYTES) throw new BytesError(message, start);
    cursor.note(message, start, end === cursor.source.size ? length - left : 0);
    return { number, wire, start, offset: at, length: left, value };
  };
  switch (wire) {
    case VARINT: {
      const value = cursor.varint();
      const length = cursor.position - offset;
      cursor.position = offset;
      return field(offset, length, value);
    }
    case FIXED64:
      return field(offset, 8);
    case FIXED32:
      return field(offset, 4);
    case BYTES: {
      const length = cursor.varint();
      return field(cursor.position, length);
    }
    default:
      throw new BytesError(`wire type ${wire} is not used by ONNX`, start);
  }
}

/**
 * Walks the fields of a message that ends at `end` from the cursor. The visitor may read the content; wherever it
 * leaves the cursor, the walk goes on behind the field. A broken field is noted and passed over; behind a broken head
 * nothing can be told apart, so the rest of this message is.
 */
export function* eachField(cursor: Cursor, end: number, visit: (field: Field) => void | Walk): Walk {
  while (cursor.position < end && !cursor.stopped) {
    let after = end;
    try {
      if (!cursor.has(HEAD_BYTES)) yield HEAD_BYTES;
      const field = nextField(cursor, end);
      after = field.offset + field.length;
      const rest = visit(field);
      if (rest) yield* rest;
    } catch (error) {
      const broken = brokenPlace(error, cursor.position);
      if (!broken) throw error;
      cursor.note(broken.message, broken.offset);
    }
    cursor.position = after;
  }
}

/** What an error says about the bytes; undefined for errors that are not about them. */
export function brokenPlace(
  error: unknown,
  position: number,
): { readonly message: string; readonly offset: number } | undefined {
  if (error instanceof BytesError) return { message: error.message, offset: error.offset };
  if (error instanceof RangeError)
    return { message: 'a message inside ends too early or is nested too deep', offset: position };
  // The protobuf library throws plain errors for what it cannot decode.
  if (error instanceof Error && /wire type|invalid|index out of range|no such|missing/i.test(error.message))
    return { message: 'a message inside is not as the format wants it', offset: position };
  return undefined;
}

/** Where a field that must be a message ends. */
export function messageEnd(f: Field): number {
  if (f.wire !== BYTES) throw new BytesError(`field ${f.number} should be a message`, f.start);
  return f.offset + f.length;
}

/** Names, notes and shapes beyond this are refused. */
const MAX_PLAIN_BYTES = 16 * 1024 * 1024;

/** The content of a field that holds no payload. */
export function* plain(cursor: Cursor, f: Field): Walk<Uint8Array> {
  messageEnd(f);
  if (f.length > MAX_PLAIN_BYTES) throw new BytesError(`field ${f.number} is larger than 16 MiB`, f.start);
  cursor.position = f.offset;
  return yield* cursor.take(f.length);
}

/** A field with its head, as a decoder of the enclosing message takes it. */
export function* whole(cursor: Cursor, f: Field): Walk<Uint8Array> {
  const length = f.offset + f.length - f.start;
  if (length > MAX_PLAIN_BYTES) throw new BytesError(`field ${f.number} is larger than 16 MiB`, f.start);
  cursor.position = f.start;
  return yield* cursor.take(length);
}
