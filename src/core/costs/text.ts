/** Numbers inside formulas: whole, grouped by thousands. */
const INTEGER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const FRACTION = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

export function num(value: number): string {
  return Number.isInteger(value) ? INTEGER.format(value) : FRACTION.format(value);
}

/** `1 tensor`, `2 tensors`. */
export function plural(n: number, noun: string): string {
  return `${num(n)} ${noun}${n === 1 ? '' : 's'}`;
}
