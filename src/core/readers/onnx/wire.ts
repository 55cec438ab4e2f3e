import type { Cursor } from '../../bytes/cursor';
import { BytesError } from '../../bytes/cursor';

/** Wire types of protobuf. */
export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
export const FIXED32 = 5;

/** One field as it stands in the file; `start` is where its tag begins, `offset` where its content does. */
export interface Field {
  readonly number: number;
  readonly wire: number;
  readonly start: number;
  readonly offset: number;
  /** Bytes of content; of the number itself for varints. */
  readonly length: number;
  /** The number, for varints. */
  readonly value: number;
}

/** Reads the next field's head and leaves the cursor at its content. `end` is where the enclosing message ends. */
export async function nextField(cursor: Cursor, end: number): Promise<Field> {
  // A tag, and a length or number after it, of ten bytes each at most.
  if (!cursor.has(20)) await cursor.need(20);
  const start = cursor.position;
  const tag = cursor.varint();
  const number = Math.floor(tag / 8);
  const wire = tag % 8;
  if (number < 1 || number > 536_870_911) throw new BytesError(`there is no field ${number}`, start);
  const offset = cursor.position;
  const field = (at: number, length: number, value = 0): Field => {
    if (at + length > end)
      throw new BytesError(
        `field ${number} announces ${length} bytes, ${Math.max(0, end - at)} are left`,
        start,
      );
    return { number, wire, start, offset: at, length, value };
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
 * Walks the fields of a message of `length` bytes from the cursor. The visitor may read the content; wherever it
 * leaves the cursor, the walk goes on behind the field.
 */
export async function eachField(
  cursor: Cursor,
  end: number,
  visit: (field: Field) => void | Promise<void>,
): Promise<void> {
  while (cursor.position < end) {
    const field = await nextField(cursor, end);
    const done = visit(field);
    if (done) await done;
    cursor.position = field.offset + field.length;
  }
}
