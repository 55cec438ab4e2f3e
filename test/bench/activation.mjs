// `npm run bench:activation [RUNS]`: how long activation and the first lens take in a real VS Code, each run a fresh one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/embedded/parts.mjs';

const runs = Number(process.argv[2] ?? 5);
const node = (...args) =>
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

node('esbuild.mjs', '--production', '--tests');
// VS Code may have met some JSON before the measuring begins: a copy without activation events waits to be asked.
const copy = mkdtempSync(path.join(tmpdir(), 'model-efficiency-bench-'));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
mkdirSync(path.join(copy, 'media'));
cpSync(path.join(root, 'dist'), path.join(copy, 'dist'), { recursive: true });
cpSync(path.join(root, manifest.icon), path.join(copy, manifest.icon));
writeFileSync(path.join(copy, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
const results = [];
for (let run = 0; run < runs; run++) {
  node('test/support/editor/run.mjs', 'activationBench.js', copy);
  results.push(JSON.parse(readFileSync(path.join(root, 'out', 'activation-bench.json'), 'utf8')));
}
rmSync(copy, { recursive: true });
const median = (key) => results.map((result) => result[key]).sort((a, b) => a - b)[Math.floor(runs / 2)];
console.log(`VS Code ${results[0].vscode}, median of ${runs} fresh starts:`);
for (const [key, name] of [
  ['activation', 'activation'],
  ['firstLens', 'first lens, engine loaded'],
  ['nextLens', 'next lens'],
]) {
  console.log(`  ${name.padEnd(26)} ${median(key).toFixed(1)} ms`);
}
