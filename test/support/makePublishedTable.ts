/** Writes docs/published-figures.md; needs the reference folder beside the project. */
import { writeFileSync } from 'node:fs';
import { formatted } from './costTables';
import { publishedRows, publishedTable } from './publishedTable';

async function main(): Promise<void> {
  const file = 'docs/published-figures.md';
  writeFileSync(file, await formatted(publishedTable(publishedRows()), file));
}

void main();
