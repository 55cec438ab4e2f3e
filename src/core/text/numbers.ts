/** Numbers as the textual syntax wants them. */

const HIGHEST = 2 ** 63;

/** A whole number; what a double cannot hold next to the ends of 64 bits is written as the end itself. */
export function wholeText(value: number, unsigned = false): string {
  if (!Number.isFinite(value)) return '0';
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : String(value);
  if (unsigned) return value >= 2 ** 64 ? '18446744073709551615' : BigInt(Math.round(value)).toString();
  if (value >= HIGHEST) return '9223372036854775807';
  return value <= -HIGHEST ? '-9223372036854775808' : BigInt(Math.round(value)).toString();
}

/** A float32 in the fewest digits that read back as the same; with a point or an exponent, so that it stays a float. */
export function floatText(value: number): string {
  return pointed(Number.isFinite(value) ? shortest(value) : String(value));
}

/** The same for a float64. */
export function doubleText(value: number): string {
  return pointed(String(value));
}

function shortest(value: number): string {
  if (Math.fround(value) !== value) return String(value);
  for (let digits = 6; digits < 10; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(value);
}

function pointed(text: string): string {
  if (text === 'NaN') return 'nan';
  if (text === 'Infinity') return 'inf';
  if (text === '-Infinity') return '-inf';
  if (text === '0') return '0.0';
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const VIEW = new DataView(new ArrayBuffer(8));

/** The bits of a number that a float16 holds exactly: the syntax writes float16 tensors so. */
export function halfBits(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === 0) return sign;
  if (size > 65504) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const fraction = Math.round((size / 2 ** exponent) * 1024);
  return sign | (fraction >= 1024 ? ((exponent + 15) << 10) + (fraction - 1024) : fraction);
}

/** The bits of a number that a bfloat16 holds exactly. */
export function bfloatBits(value: number): number {
  VIEW.setFloat32(0, value);
  return VIEW.getUint16(0);
}

/** The number that float16 bits stand for. */
export function ofHalfBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -14 * (fraction / 1024));
}

/** The number that bfloat16 bits stand for. */
export function ofBfloatBits(bits: number): number {
  VIEW.setUint32(0, (bits & 0xffff) * 65536);
  return VIEW.getFloat32(0);
}
