import type { DType } from '../model/dtype';
import type { Dimension } from '../model/expression';
import { bfloatBits, doubleText, floatText, halfBits, wholeText } from './numbers';

/** Elements of a tensor that a text shows when it holds more. */
export const PREVIEW = 4;

/** Numbers as the syntax wants them for this element type; undefined where their values are not known. */
export function elementsText(
  dtype: DType | undefined,
  data: readonly (Dimension | undefined)[],
): string[] | undefined {
  const write = dtype && WRITERS[dtype];
  if (!write) return undefined;
  const out: string[] = [];
  for (const d of data) {
    if (typeof d !== 'number') return undefined;
    out.push(write(d));
  }
  return out;
}

const whole = (value: number) => wholeText(value);
const unsigned = (value: number) => wholeText(value, true);

const WRITERS: Partial<Record<DType, (value: number) => string>> = {
  float32: floatText,
  float64: doubleText,
  float16: (v) => String(halfBits(v)),
  bfloat16: (v) => String(bfloatBits(v)),
  int64: whole,
  int32: whole,
  int16: whole,
  int8: whole,
  uint64: unsigned,
  uint32: unsigned,
  uint16: whole,
  uint8: whole,
  bool: whole,
};

/** True where the syntax writes bit patterns, which say nothing to a reader: the values stand in a comment. */
export function isBits(dtype: DType | undefined): boolean {
  return dtype === 'float16' || dtype === 'bfloat16';
}
