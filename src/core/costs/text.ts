import { decimal } from '../locale';

/** Numbers inside formulas: whole, grouped by thousands. */
export function num(value: number): string {
  return decimal(value, Number.isInteger(value) ? 0 : 4);
}

/** `1 tensor`, `2 tensors`. */
export function plural(n: number, noun: string): string {
  return `${num(n)} ${noun}${n === 1 ? '' : 's'}`;
}
