import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatted } from '../../support/costTables';
import { COMPARISONS, publishedRows, publishedTable } from '../../support/publishedTable';
import { describeShared } from '../../support/shared';

describeShared('costs: published figures', 'anchors/peer-figures.json', () => {
  it('each agrees within 1 %, or the gap has its reason', function () {
    this.timeout(60000);
    const rows = publishedRows();
    console.log(`      ${rows.length} of ${COMPARISONS.length} published figures compared`);
    assert.equal(rows.length, COMPARISONS.length, 'every figure named is found');
    const unexplained = rows
      .filter((r) => !(Math.abs(r.gap) <= 0.01) && !r.reason)
      .map((r) => `${r.model} ${r.what}: ours ${r.value}, theirs ${r.published}`);
    assert.deepEqual(unexplained, []);
  });

  it('the documentation’s table is what the code makes', async () => {
    const file = 'docs/published-figures.md';
    const text = await formatted(publishedTable(publishedRows()), file);
    assert.ok(readFileSync(file, 'utf8') === text, 'run test/support/makePublishedTable.ts');
  });
});
