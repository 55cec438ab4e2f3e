export interface ElementRule {
  /** Operations per element. */
  readonly each: number;
  /** Of which tensor the elements are counted. */
  readonly of: 'output' | 'input';
  /** The steps counted. */
  readonly steps: string;
}

/** So many steps for each element of the output. */
export const out = (each: number, steps: string): ElementRule => ({ each, of: 'output', steps });
/** So many steps for each element of the first input. */
export const inp = (each: number, steps: string): ElementRule => ({ each, of: 'input', steps });
