import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Runs every suite built beside this file inside the extension host; rejects when a test failed or none ran. */
export async function run(): Promise<void> {
  const top = path.join(__dirname, '..', '..');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: false,
    reporter: path.join(top, 'test', 'support', 'reporter.cjs'),
    reporterOptions: { counts: path.join(top, 'out', 'editor-counts.json') },
  });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(path.join(__dirname, file));
  }
  console.log('suites begin');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
