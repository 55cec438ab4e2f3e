/** Writes the documentation's table of operators from the code: `npx tsx test/support/makeShapeTable.ts`. */
import { writeFileSync } from 'node:fs';
import { formatted } from './costTables';
import { TABLE, shapeTable } from './shapeTable';

async function main(): Promise<void> {
  writeFileSync(TABLE, await formatted(shapeTable(), TABLE));
}

void main();
