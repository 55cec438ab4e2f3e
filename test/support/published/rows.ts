/** Every published figure with what is said of it: a row beside ours, or the reason why there is none. */
import type { Claim, Compared, Section } from './claim';
import type { Figure } from './figure';
import { committedFigures } from './figure';
import { builtOf } from './models';
import { SECTIONS } from './sections';

export interface Row {
  readonly figure: Figure;
  readonly what: string;
  readonly published: number;
  readonly value: number;
  readonly gap: number;
  /** Ours equals theirs as far as theirs is printed. */
  readonly rounded: boolean;
  readonly why?: string;
  /** A measurement that our roof has to bound. */
  readonly roof?: 'at most' | 'at least';
  /** The figure under their rule, where it can be computed. */
  readonly ruled?: { readonly value: number; readonly gap: number; readonly rounded: boolean };
}

export interface SectionRows {
  readonly section: Section;
  readonly figures: readonly Figure[];
  readonly rows: readonly Row[];
  readonly left: readonly { readonly figure: Figure; readonly why: string }[];
}

/** Equal within one per cent is equal: the figures are printed with few digits. */
export const CLOSE = 0.01;

export const isClose = (r: { gap: number; rounded: boolean }): boolean =>
  Math.abs(r.gap) <= CLOSE || r.rounded;

export type Verdict = 'equal' | 'recomputed' | 'in words' | 'under the roof' | 'unexplained';

/** How a row ends: equal, explained by a figure under their rule, explained in words, a measurement under our roof, or none. */
export function verdictOf(r: Row): Verdict {
  if (r.roof) {
    const bounded = r.roof === 'at most' ? r.published <= r.value : r.published >= r.value;
    return bounded ? 'under the roof' : 'unexplained';
  }
  if (isClose(r)) return 'equal';
  if (r.ruled) return isClose(r.ruled) ? 'recomputed' : 'unexplained';
  return r.why ? 'in words' : 'unexplained';
}

/** All figures by section, in the order of the sections; a figure of no section, or of two, throws. */
export async function publishedRows(): Promise<readonly SectionRows[]> {
  const bySection = new Map<Section, Figure[]>(SECTIONS.map((s) => [s, []]));
  for (const figure of committedFigures()) {
    const [section, other] = SECTIONS.filter((s) => s.has(figure));
    if (!section || other) throw new Error(`${section ? 'two sections' : 'no section'}: ${figure.source}`);
    bySection.get(section)!.push(figure);
  }
  const out: SectionRows[] = [];
  for (const [section, figures] of bySection) {
    const rows: Row[] = [];
    const left: { figure: Figure; why: string }[] = [];
    for (const figure of figures) {
      const claim: Claim = section.claim(figure);
      if (claim.kind === 'left') left.push({ figure, why: claim.why });
      else rows.push(await rowOf(figure, claim));
    }
    out.push({ section, figures, rows, left });
  }
  return out;
}

async function rowOf(figure: Figure, c: Compared): Promise<Row> {
  const value = c.ours(await builtOf(c.of));
  const against = (v: number) => ({
    value: v,
    gap: v === c.published ? 0 : v / c.published - 1,
    rounded: roundsTo(v, c.published, figure),
  });
  // A measurement is not explained by a rule, only bounded.
  const rule = c.roof ? undefined : c.rule;
  return {
    figure,
    what: c.what,
    published: c.published,
    ...against(value),
    ...(rule ? { why: rule.why } : {}),
    ...(c.roof ? { roof: c.roof } : {}),
    ...(rule?.value ? { ruled: against(rule.value(await builtOf(rule.of ?? c.of))) } : {}),
  };
}

/** Whether a number in the engine's units prints as the published one, with its own number of decimals. */
function roundsTo(value: number, published: number, figure: Figure): boolean {
  const unit = figure.value === 0 ? 1 : published / figure.value;
  const step = unit * 10 ** -figure.decimals;
  return Number.isFinite(step) && Math.abs(value - published) <= 0.5 * step * (1 + 1e-9);
}
