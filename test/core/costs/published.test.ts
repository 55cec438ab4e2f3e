import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { collectedFigures, committedFigures } from '../../support/published/figure';
import type { SectionRows } from '../../support/published/rows';
import { isClose, publishedRows, verdictOf } from '../../support/published/rows';
import { countsOf, publishedTable } from '../../support/publishedTable';
import { describeShared } from '../../support/shared';

describe('costs: published figures', () => {
  let sections: readonly SectionRows[];

  before(async function () {
    this.timeout(120000);
    sections = await publishedRows();
  });

  it('each is compared, or left out for a reason', () => {
    let figures = 0;
    const counts = { equal: 0, recomputed: 0, 'in words': 0, 'under the roof': 0, unexplained: 0, left: 0 };
    for (const s of sections) {
      figures += s.rows.length + s.left.length;
      const own = countsOf(s);
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += own[key];
      for (const { figure, why } of s.left)
        assert.ok(why.length > 20, `${figure.source} ${figure.model} ${figure.quantity}`);
    }
    console.log(`      ${figures} figures: ${JSON.stringify(counts)}`);
    assert.equal(figures, committedFigures().length);
    assert.ok(figures - counts.left >= 1800);
  });

  it('each agrees within 1 %, or is explained by what the source counts otherwise', () => {
    const unexplained = sections
      .flatMap((s) => s.rows)
      .filter((r) => verdictOf(r) === 'unexplained' || !Number.isFinite(r.value))
      .map((r) => `${r.figure.model} ${r.what}: ours ${r.value}, theirs ${r.published}, ${r.why}`);
    assert.deepEqual(unexplained, []);
  });

  it('a figure under another rule is another figure, and nearer', () => {
    for (const r of sections.flatMap((s) => s.rows))
      if (r.ruled && !isClose(r)) assert.ok(Math.abs(r.ruled.gap) < Math.abs(r.gap), r.figure.model);
  });

  it('the documentation’s table is what the code makes', () => {
    const text = readFileSync('docs/published-figures.md', 'utf8');
    assert.ok(text === publishedTable(sections), 'run test/support/makePublishedTable.ts');
  });
});

describeShared('costs: published figures of the reference folder', 'anchors/peer-figures.json', () => {
  it('are the committed ones', () => {
    assert.deepEqual(committedFigures(), collectedFigures());
  });
});
