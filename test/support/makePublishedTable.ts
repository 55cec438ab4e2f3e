/**
 * Writes docs/published-figures.md. Where the reference folder is beside the project, the committed copy of its figures is
 * renewed first.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { FIGURES, collectedFigures, committedFigures } from './published/figure';
import { publishedRows } from './published/rows';
import { publishedTable } from './publishedTable';

async function main(): Promise<void> {
  const collected = collectedFigures();
  if (collected && JSON.stringify(collected) !== JSON.stringify(committedFigures()))
    writeFileSync(FIGURES, gzipSync(JSON.stringify(collected), { level: 9 }));
  writeFileSync('docs/published-figures.md', publishedTable(await publishedRows()));
}

void main();
