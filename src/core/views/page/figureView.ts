import type { Certainty, Quantity, Unit } from '../../costs/quantity';
import type { Units } from '../format';
import { formatInteger, formatSigned, formatValue } from '../format';

/** A place in a text that a figure came from: what a click opens. */
export interface PlaceView {
  /** What stands there: a key's path, an operator's or a weight's name. */
  readonly label: string;
  /** UTF-16 offset in a text file. */
  readonly offset?: number;
  /** Operator id, for formats that are no text. */
  readonly operator?: number;
}

/** One figure, fit to be shown: short text, certainty, and on demand how it came about. */
export interface FigureView {
  /** Names it for the page's own words: `parameters.distinct`, `memory.total`. */
  readonly id: string;
  /** For charts and sorting; null exactly when unknown. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Short, unit included: `8.03 B`, `≥ 1.2 GMACs`, `≈ 3.1 GiB`, `unknown`. */
  readonly text: string;
  /** The whole number with its unit: `8,030,261,248 parameters`; empty when unknown. */
  readonly whole: string;
  readonly certainty: Certainty;
  /** Why it is not exact; empty when it is. */
  readonly reason: string;
  /** With the numbers put in. */
  readonly formula: string;
  readonly places: readonly PlaceView[];
}

/** Figures that belong together, in the order to be shown. */
export interface FigureGroup {
  /** Names it for the page's own words: `parameters`, `prefill`, `decode`, `cache`, `memory`, `time`. */
  readonly id: string;
  readonly figures: readonly FigureView[];
}

/** A quantity as a figure. */
export function figureOf(
  id: string,
  q: Quantity,
  units: Units = 'binary',
  places: readonly PlaceView[] = [],
): FigureView {
  return {
    id,
    value: q.value,
    unit: q.unit,
    text: formatSigned(q, units),
    whole: q.value === null ? '' : wholeText(q.value, q.unit),
    certainty: q.certainty,
    reason: q.certainty === 'exact' ? '' : (q.reason ?? ''),
    formula: q.formula,
    places,
  };
}

/** The number in full with its unit; times and energies, which are no whole numbers, in short. */
function wholeText(value: number, unit: Unit): string {
  if (unit === 'seconds' || unit === 'joules' || unit === 'tokens/second') return formatValue(value, unit);
  return `${formatInteger(value)} ${unit}`;
}
