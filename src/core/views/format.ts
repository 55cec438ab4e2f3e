/**
 * All formatting of numbers, once, for every view. Counts and weights on disk in decimal units (B, GB) as hubs show
 * them, memory in binary units (GiB), always spelled; see `Units`.
 */
import type { Quantity, Unit } from '../costs/quantity';
import { byteUnits, decimal, fixed, significant } from '../locale';

/** How bytes are shown: weights on disk as hubs do (`decimal`), memory as tools do (`binary`). */
export type Units = 'decimal' | 'binary';

/** `8,030,261,248`; fractions keep four digits. */
export function formatInteger(value: number): string {
  return decimal(value, Number.isInteger(value) ? 0 : 4);
}

/** Three significant digits, the fourth for a leading 1 where it would lose a per cent: 8.03, 16.06, 128, 1,024. */
function digits(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 100) return decimal(value);
  if (size < 0.01) return significant(value, 2);
  return decimal(value, size >= 1 ? 2 : 3);
}

const DECIMAL = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z'] as const;
const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
const COUNT = ['', 'K', 'M', 'B', 'T'] as const;

function scaled(value: number, step: number, names: readonly string[]): readonly [string, string] {
  let at = 0;
  let v = value;
  while (Math.abs(v) >= step * 0.99995 && at < names.length - 1) {
    v /= step;
    at++;
  }
  return [digits(v), names[at]!];
}

/** `8.03 B`, `124.44 M`: counts of parameters and the like. */
export function formatCount(value: number): string {
  return scaled(value, 1000, COUNT).join(' ').trimEnd();
}

/** `16.06 GB` (decimal) or `14.96 GiB` (binary); as the person wants them, where one was asked for. */
export function formatBytes(value: number, units: Units = 'binary'): string {
  const wanted = byteUnits();
  if ((wanted === 'auto' ? units : wanted) === 'binary') return scaled(value, 1024, BINARY).join(' ');
  const [number, prefix] = scaled(value, 1000, DECIMAL);
  return `${number} ${prefix}B`;
}

/** `17.16 GFLOPs`, `8.58 GMACs`. */
export function formatScaled(value: number, unit: string): string {
  const [number, prefix] = scaled(value, 1000, DECIMAL);
  return `${number} ${prefix}${unit}`;
}

/** `12.5 %`. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  return `${percent >= 99.95 || percent === 0 ? fixed(percent, 0) : percent < 0.1 ? `< ${fixed(0.1, 1)}` : fixed(percent, 1)} %`;
}

/** `2.1×`: one value over another; one that is far smaller as its share: `1/313×`. */
export function formatRatio(ratio: number): string {
  return ratio > 0 && ratio < 0.01 ? `1/${digits(1 / ratio)}×` : `${digits(ratio)}×`;
}

/** Any value in its unit, short. */
export function formatValue(value: number, unit: Unit, units: Units = 'binary'): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(value, units);
    case 'bytes/token':
      return `${formatBytes(value, units)}/token`;
    case 'MACs':
    case 'FLOPs':
      return formatScaled(value, unit);
    case 'operations':
      return `${formatScaled(value, '')}op${value === 1 ? '' : 's'}`.replace(/ op/, ' op');
    case 'parameters':
    case 'elements':
      return formatCount(value);
    case 'FLOPs/byte':
      return `${digits(value)} FLOPs/byte`;
    case 'tokens/second':
      return `${digits(value)} tokens/s`;
    case 'seconds':
      return value >= 1
        ? `${digits(value)} s`
        : value >= 1e-3
          ? `${digits(value * 1e3)} ms`
          : value >= 1e-6 || value === 0
            ? `${digits(value * 1e6)} µs`
            : `${digits(value * 1e9)} ns`;
    case 'joules':
      return formatScaled(value, 'J');
    default:
      return formatInteger(value);
  }
}

/** A quantity where room is short and no language is spoken: `8.03 B`, `≥ 1.2 GMACs`, `≈ 3.1 GiB`, `unknown`. */
export function formatSigned(
  q: Pick<Quantity, 'value' | 'unit' | 'certainty'>,
  units: Units = 'binary',
): string {
  if (q.value === null) return 'unknown';
  const sign = q.certainty === 'lower bound' ? '≥ ' : q.certainty === 'estimated' ? '≈ ' : '';
  return sign + formatValue(q.value, q.unit, units);
}

/** A quantity, short: `8.03 B`, `at least 1.2 GMACs`, `about 3.1 GiB`, `unknown`. */
export function formatQuantity(q: Quantity, units: Units = 'binary'): string {
  if (q.value === null) return 'unknown';
  const text = formatValue(q.value, q.unit, units);
  return q.certainty === 'lower bound'
    ? `at least ${text}`
    : q.certainty === 'estimated'
      ? `about ${text}`
      : text;
}
