/**
 * The one place that knows how numbers are written: English until told otherwise, so that the command line, files and
 * tests read the same everywhere. The editor sets its own language once, when the engine is loaded.
 */
let tag = 'en-US';
let bytes: ByteUnits = 'auto';

/** How bytes are written: `auto` as each figure has it by custom, or all of them in one kind of units. */
export type ByteUnits = 'auto' | 'binary' | 'decimal';
const formats = new Map<string, Intl.NumberFormat>();

/** Takes a BCP 47 tag; one that the platform does not know changes nothing. */
export function setLocale(wanted: string): void {
  try {
    [tag = 'en-US'] = Intl.getCanonicalLocales(wanted === 'en' ? 'en-US' : wanted);
  } catch {
    return;
  }
  formats.clear();
}

/** Takes the units of all bytes from now on; what is none of them means `auto`. */
export function setByteUnits(wanted: string): void {
  bytes = wanted === 'binary' || wanted === 'decimal' ? wanted : 'auto';
}

export function byteUnits(): ByteUnits {
  return bytes;
}

/** The tag that numbers are written for. */
export function localeTag(): string {
  return tag;
}

function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.NumberFormat(tag, options)));
  return known;
}

/** With at most so many digits after the point, zeros at the end left out: `8,030,261,248`, `16.06`. */
export function decimal(value: number, most = 0): string {
  return format(`d${most}`, { maximumFractionDigits: most }).format(value);
}

/** With exactly so many digits after the point: `12.5`. */
export function fixed(value: number, digits: number): string {
  return format(`f${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** With so many significant digits: `0.0050`. */
export function significant(value: number, digits: number): string {
  return format(`s${digits}`, { minimumSignificantDigits: digits, maximumSignificantDigits: digits }).format(
    value,
  );
}
