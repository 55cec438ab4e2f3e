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
  /** Digits after the point as collected: 5.0 has one. */
  readonly decimals: number;
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
  const text = readFileSync(file, 'utf8');
  const all = JSON.parse(text) as readonly Omit<Figure, 'decimals'>[];
  const written = [...text.matchAll(/^\s*"value": (\S+),$/gm)].map(([, value]) => value!);
  if (written.length !== all.length)
    throw new Error(`${file}: ${written.length} values of ${all.length} figures`);
  return all
    .map((f, i) => ({ ...f, decimals: /\.(\d+)$/.exec(written[i]!)?.[1]?.length ?? 0 }))
    .filter((f) => !f.conditions.includes('SUSPECT'));
}
