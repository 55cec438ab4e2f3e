/** Writes the documentation's tables of costs from the code: `npx tsx test/support/makeCostTables.ts`. */
import { writeFileSync } from 'node:fs';
import { TABLES, formatted } from './costTables';

async function main(): Promise<void> {
  for (const [file, make] of Object.entries(TABLES)) writeFileSync(file, await formatted(make(), file));
}

void main();
