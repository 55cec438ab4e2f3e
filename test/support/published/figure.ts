/** Figures that others published, as they stand in test/fixtures/published/figures.json.gz: none marked as doubtful. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SHARED } from '../shared';

/** One printed number: who, of what, how much, and under which conditions. */
export interface Figure {
  readonly source: string;
  readonly model: string;
  readonly quantity: string;
  readonly value: number;
  readonly unit: string;
  readonly conditions: string;
}

export const FIGURES = 'test/fixtures/published/figures.json.gz';

/** All of them, in the order of their sources. */
export function committedFigures(): readonly Figure[] {
  return JSON.parse(gunzipSync(readFileSync(FIGURES)).toString()) as readonly Figure[];
}

/** The same from the reference folder, where it is there: what its collector marked SUSPECT is left out. */
export function collectedFigures(): readonly Figure[] | undefined {
  const file = path.join(SHARED, 'anchors/peer-figures.json');
  if (!existsSync(file)) return undefined;
  const all = JSON.parse(readFileSync(file, 'utf8')) as readonly Figure[];
  return all.filter((f) => !f.conditions.includes('SUSPECT'));
}

/** How many of the printed unit's steps a number has after the point, read from the number itself. */
export function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return fraction.length;
}
