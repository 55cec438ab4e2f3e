// `npm test`: every suite, each result shown, the totals of all of them on the last line. The two suites that wait for a
// browser most of the time run side by side; what the second one says is shown when both have ended.
// `npm test -- core page` runs only the named ones.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './embedded/parts.mjs';

const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));
const mocha = (config) => [bin('mocha/bin/mocha.js'), '--config', `test/support/mocharc.${config}.json`];

/**
 * The suites in their order: quick ones first. `counts` names the file in which mocha's reporter leaves its counts;
 * a suite without one is a single check, passed when its exit code is 0. One that is `beside` runs with the one before it.
 */
const suites = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'build', args: ['esbuild.mjs', '--production', '--tests'] },
  { name: 'core', args: mocha('core'), counts: 'core' },
  { name: 'checks', args: mocha('checks'), counts: 'checks' },
  { name: 'editor', args: ['test/support/editor/run.mjs'], counts: 'editor' },
  { name: 'page', args: mocha('page'), counts: 'page' },
  { name: 'workbench', args: mocha('workbench'), counts: 'workbench', beside: true },
];

/** Runs one program to its end: its exit code, and what it said where that is kept back. */
function execute(args, environment, quiet) {
  return new Promise((resolve) => {
    const out = quiet ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', out, out],
      env: { ...process.env, ...environment },
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data));
    const end = (code) => resolve({ code, said: Buffer.concat(said).toString() });
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Runs one suite; a suite that ran no test, or broke off without counts, counts as one failure. */
async function runSuite({ name, args, counts, beside }) {
  const started = Date.now();
  if (!beside) console.log(`\n== ${name}`);
  const file = path.join(root, 'out', `${counts}-counts.json`);
  rmSync(file, { force: true });
  const environment = counts && counts !== 'editor' ? { MODEL_EFFICIENCY_COUNTS: file } : {};
  const { code, said } = await execute(args, environment, beside);
  const seconds = (Date.now() - started) / 1000;
  return { ...judge({ name, counts, file, code }), said, seconds };
}

function judge({ name, counts, file, code }) {
  if (!counts) return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!found) return { name, passed: 0, failed: 1, note: 'it broke off before it could count' };
  const { passed, failed, pending } = found;
  if (passed + failed === 0) return { name, passed, failed: 1, note: 'it ran no test' };
  if (code !== 0 && failed === 0) return { name, passed, failed: 1, note: `exit code ${code}` };
  return { name, passed, failed, note: pending > 0 ? `${pending} not run` : undefined };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `No suite is called ${unknown.join(', ')}: choose from ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
mkdirSync(path.join(root, 'out'), { recursive: true });
const chosen = suites.filter(({ name }) => asked.length === 0 || asked.includes(name));
const results = [];
for (let i = 0; i < chosen.length;) {
  const together = [chosen[i++]];
  while (chosen[i]?.beside) together.push(chosen[i++]);
  const ended = await Promise.all(together.map(runSuite));
  for (const { name, said } of ended) if (said) console.log(`\n== ${name}\n${said}`);
  results.push(...ended);
}

console.log('\n== all suites');
for (const { name, passed, failed, note, seconds } of results) {
  const counted = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed`;
  console.log(
    `${failed > 0 ? 'FAILED' : '    ok'}  ${name.padEnd(9)}${counted} ${seconds.toFixed(1).padStart(7)} s${note ? `  (${note})` : ''}`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
