import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { comparisonHost } from './comparisonHost';
import { Harness } from './harness';
import { PageHost } from './host';
import { sample } from './sample';

/** Every width that a pane may have, px, in steps smaller than any column. */
const WIDTHS = Array.from({ length: 41 }, (_, i) => 300 + 25 * i);

/** Where the heads' names stand: the sign of the order lies in the gap beside. */
const HEADS = '.grid-head button, .grid-head .cell:not(:has(button))';

/** Texts of elements that do not show all of their text. */
const cut = (page: Page, selector: string) =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)]
        .filter((one) => one.offsetWidth > 0 && one.scrollWidth > one.clientWidth)
        .map((one) => one.textContent),
    selector,
  );

/** Names of elements by the line they stand in, from their middles. */
const lines = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const middles = [...document.querySelectorAll<HTMLElement>(wanted)]
      .filter((one) => one.offsetWidth > 0)
      .map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return Math.round((top + bottom) / 2);
      });
    return new Set(middles).size;
  }, selector);

describe('the layout of the page', () => {
  let harness: Harness;
  before(async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    host.wanted = { device: 'rtx-4090' };
    harness = await (await Harness.open(host)).shown();
    await harness.page.locator('.advice-card').first().waitFor();
  });
  after(() => harness.close());

  it('cuts no head of a column at any width, sorted or not', async () => {
    for (const column of ['Parameters', undefined]) {
      if (column) await harness.page.locator('.grid-head').getByRole('button', { name: column }).click();
      else await harness.page.locator('.segmented').getByRole('radio', { name: 'Operators' }).click();
      await harness.settled();
      for (const width of WIDTHS) {
        await harness.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await cut(harness.page, HEADS), [], `at ${width} px`);
      }
    }
  });

  it('has no empty band under the table of layers', async () => {
    for (const width of [300, 700, 1200]) {
      await harness.page.setViewportSize({ width, height: 900 });
      const empty = await harness.page.evaluate(() => {
        const bottom = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().bottom;
        const last = [...document.querySelectorAll('.layer-detail > *')].at(-1);
        return {
          grid: bottom('.grid') - bottom('.grid-scroller'),
          card: bottom('.layers') - (last?.getBoundingClientRect().bottom ?? bottom('.grid')),
        };
      });
      assert.ok(empty.grid <= 2, `${empty.grid} px under the rows at ${width} px`);
      assert.ok(empty.card <= 20, `${empty.card} px under the last line at ${width} px`);
    }
  });

  it('has the whole strip in one line at 1,200 px, its controls in line', async () => {
    await harness.page.setViewportSize({ width: 1200, height: 900 });
    assert.equal(await lines(harness.page, '.strip > .fields :is(select, .number)'), 1);
    assert.equal(await lines(harness.page, '.strip > .fields .label'), 1);
    const within = await harness.page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const [actions, field] = [box('.strip-actions'), box('.strip select.wide')];
      return actions.top >= field.top - 1 && actions.bottom <= field.bottom + 1;
    });
    assert.ok(within, 'the actions stand in a line of their own');
    // What is chosen is read whole: the device's name too.
    const selects = await harness.page.evaluate(() =>
      [...document.querySelectorAll<HTMLSelectElement>('.strip > .fields select')].map((select) => {
        const copy = document.createElement('span');
        copy.style.font = getComputedStyle(select).font;
        copy.style.position = 'absolute';
        copy.textContent = select.selectedOptions[0]?.text ?? '';
        document.body.append(copy);
        const text = copy.getBoundingClientRect().width;
        copy.remove();
        // Beside the text stand the paddings and the sign that it opens.
        return select.clientWidth - text - 24;
      }),
    );
    assert.ok(
      selects.every((room) => room >= 0),
      `room beside the chosen names: ${selects.join(', ')}`,
    );
  });

  it('leaves no hole among the figures at any width', async () => {
    for (const width of WIDTHS) {
      await harness.page.setViewportSize({ width, height: 900 });
      const hole = await harness.page.evaluate(() => {
        const row = document.querySelector('.headline .figures')!.getBoundingClientRect();
        const last = [...document.querySelectorAll('.headline .figure')].at(-1)!.getBoundingClientRect();
        return row.right - last.right;
      });
      assert.ok(Math.abs(hole) < 1, `${hole} px at ${width} px`);
    }
  });
});

describe('the layout of a comparison', () => {
  for (const width of [300, 480, 700, 1200])
    it(`keeps names of figures in words and values apart at ${width} px`, async () => {
      const files = [
        sample('llama-8b', 'config.json'),
        sample('gpt2-small', 'config.json'),
        sample('digits-cnn.onnx'),
      ];
      const harness = await Harness.open(comparisonHost(files), { kind: 'comparison', width });
      try {
        await harness.page.locator('.compare-table td').first().waitFor();
        const found = await harness.page.evaluate(() => ({
          page: document.documentElement.scrollWidth - window.innerWidth,
          names: [...document.querySelectorAll('.compare-table tbody th')]
            .filter((name) => name.getBoundingClientRect().height > 44)
            .map((name) => name.textContent),
          cut: [...document.querySelectorAll('.compare-table td')]
            .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => cell.textContent),
        }));
        assert.deepEqual(found, { page: 0, names: [], cut: [] });
      } finally {
        await harness.close();
      }
    });
});
