import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

describe('report --check', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'budgets-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function check(budgets: string): { status: number | null; stderr: string } {
    const file = path.join(folder, 'budgets.json');
    writeFileSync(file, budgets);
    const args = [
      '--import',
      'tsx',
      'src/cli.ts',
      'report',
      'media/samples/llama-8b/config.json',
      '--check',
      file,
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return { status, stderr };
  }

  it('exits with 3 and says what is exceeded, with 0 when nothing is', () => {
    // 8,030,261,248 parameters.
    const over = check('{ "maxParameters": 8030261247 }');
    assert.equal(over.status, 3);
    assert.match(over.stderr, /Parameters 8\.03 B: over the budget/);
    assert.deepEqual(check('{ "maxParameters": 8030261248 }'), { status: 0, stderr: '' });
  });

  it('reads them from the editor’s settings too, comments and all', () => {
    assert.equal(check('{ // ours\n "modelEfficiency.budgets": { "maxWeightGB": 10 } }').status, 3);
  });

  it('refuses a file without limits with 2', () => {
    const none = check('{ "maxParameters": "many" }');
    assert.equal(none.status, 2);
    assert.match(none.stderr, /holds no limit/);
  });
});
