/** `npm run bench`: runs every bench beside this file, each in a process of its own, one after another. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

let failed = 0;
for (const file of readdirSync(__dirname).filter((f) => f.endsWith('.bench.ts'))) {
  console.log(`\n${file}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path.join(__dirname, file)], {
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
