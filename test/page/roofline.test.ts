import assert from 'node:assert/strict';
import { Harness } from './harness';
import { PageHost } from './host';
import { sample } from './sample';

describe('operators on the roofline', () => {
  let harness: Harness;
  before(async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    host.wanted = { device: 'rtx-4090' };
    harness = await (await Harness.open(host)).shown();
  });
  after(async () => {
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });

  it('are two shapes, however many there are', async () => {
    assert.ok((await harness.page.locator('.roofline path.dot').count()) <= 2);
    assert.equal(await harness.page.locator('.roofline circle').count(), 0);
  });

  it('are named under the mouse, the one that lies there', async () => {
    const dots = harness.page.locator('.roofline path.dot').first();
    await dots.scrollIntoViewIfNeeded();
    // The first shape of the path is the heaviest operator: that of the table's first row.
    const at = await dots.evaluate((path: SVGPathElement) => {
      const [, x, y] = /^M([\d.]+) ([\d.]+)/.exec(path.getAttribute('d')!)!;
      const box = path.ownerSVGElement!.getBoundingClientRect();
      return { x: box.left + Number(x) + 3.5, y: box.top + Number(y) + 1 };
    });
    await harness.page.mouse.move(at.x, at.y);
    const said = await dots.locator('title').textContent();
    await harness.page.locator('.roofline').getByRole('button', { name: 'Table' }).click();
    const [name, share, seconds] = await harness.page
      .locator('.roofline tbody tr')
      .first()
      .evaluate((row) => [0, 4, 3].map((column) => (row as HTMLTableRowElement).cells[column]!.innerText));
    assert.ok(
      name !== '' && said?.startsWith(`${name}: ${share}, ${seconds}, `),
      `${said} / ${name} ${share}`,
    );
  });
});
