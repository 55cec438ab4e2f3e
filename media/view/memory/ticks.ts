import { formatInteger } from '../../../src/core/views/format';

/** Binary units for an axis, smallest first. */
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
/** Steps of an axis that read well. */
const STEPS = [1, 2, 5] as const;

/** Round places on an axis of bytes from 0 to the most, in one unit, about so many. */
export function byteTicks(
  most: number,
  wanted: number,
): { readonly values: readonly number[]; readonly texts: readonly string[]; readonly unit: string } {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, most)) / 10)));
  const size = 1024 ** power;
  const rough = most / size / wanted;
  const decade = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  const step = decade * (STEPS.find((one) => one * decade >= rough) ?? 10);
  const values: number[] = [];
  for (let i = 0; i * step * size <= most && values.length < 20; i++) values.push(i * step * size);
  return {
    values,
    texts: values.map((value) => formatInteger(Number((value / size).toPrecision(6)))),
    unit: UNITS[power]!,
  };
}

/** Powers of two between two places, as many as there is room for, always the same ones apart. */
export function doublingTicks(first: number, last: number, room: number): readonly number[] {
  const from = Math.ceil(Math.log2(Math.max(1, first)));
  const to = Math.floor(Math.log2(Math.max(1, last)));
  const every = Math.max(1, Math.ceil((to - from + 1) / room));
  const ticks: number[] = [];
  for (let power = to; power >= from && ticks.length < 64; power -= every) ticks.unshift(2 ** power);
  return ticks;
}
