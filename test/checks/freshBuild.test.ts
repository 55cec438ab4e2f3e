import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireFreshBuild } from '../support/freshBuild.mjs';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

describe('tests of what was built', () => {
  let folder: string;
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'model-efficiency-build-'));
    for (const name of ['dist', 'out', 'src']) mkdirSync(path.join(folder, name));
    write('src/a.ts', 'one');
    write('dist/a.js', 'built');
    const outputs = { 'dist/a.js': { inputs: { 'src/a.ts': {}, 'node_modules/b/b.js': {} } } };
    write('out/meta.json', JSON.stringify({ outputs, sources: { 'src/a.ts': digest('one') } }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('run on a build of the sources as they are', () => {
    requireFreshBuild(folder);
    // Saved again without a change is no change.
    write('src/a.ts', 'one');
    requireFreshBuild(folder);
  });

  it('say in one sentence that the build is stale, missing or not whole', () => {
    const says = (message: string) => assert.throws(() => requireFreshBuild(folder), { message });
    write('src/a.ts', 'two');
    says('dist was built before src/a.ts changed: run npm run build.');
    unlinkSync(path.join(folder, 'src', 'a.ts'));
    says('dist was built before src/a.ts changed: run npm run build.');
    unlinkSync(path.join(folder, 'dist', 'a.js'));
    says('dist/a.js is missing: run npm run build.');
    unlinkSync(path.join(folder, 'out', 'meta.json'));
    says('Nothing is built here: run npm run build.');
  });

  it('find the repository built as it is', () => requireFreshBuild());
});
