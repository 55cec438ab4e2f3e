import type { EffectKind } from '../../../../src/core/advice/verdict';
import type { Known } from '../models';

/** One figure worked out by hand, before and after a technique; `before` null for a fact with one side. */
export interface HandRow {
  readonly technique: string;
  readonly model: Known;
  readonly quantity: EffectKind;
  readonly before: number;
  readonly after: number;
  /** Which way to apply the technique; the first. */
  readonly variant: number;
}

/** Why a technique shows no figure for a model. */
export interface HandReason {
  readonly technique: string;
  readonly model: Known;
  readonly why: RegExp;
}

export type Cell = readonly [before: number, after: number] | RegExp;

/** A technique's cells, one for each of the six models. */
export interface Table {
  readonly technique: string;
  readonly quantity: EffectKind;
  readonly variant: number;
  readonly cells: Readonly<Partial<Record<Known, Cell>>>;
}

export function table(technique: string, quantity: EffectKind, cells: Table['cells'], variant = 0): Table {
  return { technique, quantity, variant, cells };
}

/** The same arithmetic for several models, its numbers from `sizes.ts`. */
export function forEach(
  models: readonly Known[],
  of: (m: Known) => readonly [number, number],
): Partial<Record<Known, Cell>> {
  return Object.fromEntries(models.map((m) => [m, of(m)]));
}

export function rowsOf(tables: readonly Table[]): {
  rows: readonly HandRow[];
  reasons: readonly HandReason[];
} {
  const rows: HandRow[] = [];
  const reasons: HandReason[] = [];
  for (const { technique, quantity, variant, cells } of tables)
    for (const [model, cell] of Object.entries(cells) as [Known, Cell][]) {
      if (cell instanceof RegExp) reasons.push({ technique, model, why: cell });
      else rows.push({ technique, model, quantity, before: cell[0], after: cell[1], variant });
    }
  return { rows, reasons };
}
