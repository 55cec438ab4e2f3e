/** Writes docs/architectures.md and src/core/architectures/outlineErrors.json. */
import { writeFileSync } from 'node:fs';
import { architectureRows, architecturesPage, outlineErrors } from './architecturesTable';
import { formatted } from './costTables';

async function main(): Promise<void> {
  const rows = architectureRows();
  writeFileSync('docs/architectures.md', await formatted(architecturesPage(rows), 'docs/architectures.md'));
  writeFileSync('src/core/architectures/outlineErrors.json', outlineErrors(rows));
}

void main();
