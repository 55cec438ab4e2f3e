import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { architectureRows, architecturesPage, outlineErrors } from '../../support/architecturesTable';
import { formatted } from '../../support/costTables';

describe('architectures: how exact each type is', function () {
  this.timeout(60_000);
  const RUN = 'run npx tsx test/support/makeArchitectures.ts';
  const rows = architectureRows();

  it('is what docs/architectures.md says', async () => {
    const text = await formatted(architecturesPage(rows), 'docs/architectures.md');
    assert.equal(readFileSync('docs/architectures.md', 'utf8'), text, RUN);
  });

  it('errors of outlines are those that were measured', () => {
    const text = readFileSync('src/core/architectures/outlineErrors.json', 'utf8');
    assert.equal(text, outlineErrors(rows), RUN);
  });
});
