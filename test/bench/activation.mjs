// `npm run bench:activation [RUNS]`: how long activation and the first lens take in a real VS Code, each run a fresh one.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/embedded/parts.mjs';

const runs = Number(process.argv[2] ?? 5);
const node = (...args) =>
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

node('esbuild.mjs', '--production', '--tests');
const results = [];
for (let run = 0; run < runs; run++) {
  node('test/support/editor/run.mjs', 'activationBench.js');
  results.push(JSON.parse(readFileSync(path.join(root, 'out', 'activation-bench.json'), 'utf8')));
}
const median = (key) => results.map((result) => result[key]).sort((a, b) => a - b)[Math.floor(runs / 2)];
console.log(`VS Code ${results[0].vscode}, median of ${runs} fresh starts:`);
for (const [key, name] of [
  ['activation', 'activation'],
  ['firstLens', 'first lens, engine loaded'],
  ['nextLens', 'next lens'],
]) {
  console.log(`  ${name.padEnd(26)} ${median(key).toFixed(1)} ms`);
}
