import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Harness } from './harness';
import { PageHost } from './host';
import { sample } from './sample';

describe('the pictures on the page', () => {
  let harness: Harness;
  const scenario = () => harness.host.argsOf('scenario').at(-1);
  const card = (kind: string) => harness.page.locator(`.${kind}.chart-card`);

  beforeEach(async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    host.wanted = { device: 'rtx-4090' };
    harness = await (await Harness.open(host)).shown();
  });
  afterEach(async () => {
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });

  describe('memory by precision', () => {
    const bar = (name: string) => card('precisions').locator(`[data-precision="${name}"]`);

    it('says in words what fits 24 GiB and what does not', async () => {
      // 8,030,261,248 parameters of four bytes are 29.9 GiB, of two bytes 15.0 GiB.
      assert.match((await bar('fp32').getAttribute('aria-label'))!, /weights 32\.12 GB.*, does not fit$/);
      assert.match((await bar('bf16').getAttribute('aria-label'))!, /weights 16\.06 GB.*, fits$/);
      assert.match(await card('precisions').locator('.device-name').textContent().then(String), /24 GiB/);
    });

    it('draws weights as long as they are beside each other and the device', async () => {
      const width = async (at: Locator) => Number(await at.getAttribute('width'));
      const fp32 = await width(bar('fp32').locator('.full'));
      const bf16 = await width(bar('bf16').locator('.full'));
      assert.ok(Math.abs(fp32 / bf16 - 2) < 0.01, `${fp32} and ${bf16}`);
      const line = Number(await card('precisions').locator('.device-line').first().getAttribute('x1'));
      const left = Number(await bar('fp32').locator('.full').getAttribute('x'));
      // 24 GiB over 32,121,044,992 bytes.
      assert.ok(Math.abs((line - left) / fp32 - (24 * 2 ** 30) / 32_121_044_992) < 0.01);
    });

    it('chooses a precision for all views by a click or by arrows', async () => {
      await bar('fp8').click();
      await harness.settled();
      assert.deepEqual(scenario(), { weights: 'fp8' });
      assert.equal(await bar('fp8').getAttribute('aria-checked'), 'true');
      await bar('fp8').focus();
      await bar('fp8').press('ArrowUp');
      await harness.settled();
      assert.deepEqual(scenario(), { weights: 'bf16' });
      assert.ok(await bar('bf16').evaluate((element) => element === document.activeElement));
    });

    it('shows all when asked', async () => {
      const few = await card('precisions').locator('.bar-row').count();
      await card('precisions')
        .getByRole('button', { name: /^Show all/ })
        .click();
      assert.ok((await card('precisions').locator('.bar-row').count()) > few);
    });
  });

  describe('memory over context', () => {
    const handle = () => card('memory').getByRole('slider');

    it('marks the last context that fits, as the parts at that place say', async () => {
      const verdict = await card('memory').locator('.verdict').innerText();
      const tokens = Number(/fits up to ([\d,]+) tokens/.exec(verdict)![1]!.replaceAll(',', ''));
      await harness.page.getByRole('spinbutton', { name: 'Context' }).fill(String(tokens));
      await harness.settled();
      const total = async () => (await card('memory').locator('.legend .sum dd').innerText()).trim();
      assert.match(await total(), /^24 GiB\s*≈estimated$/);
      // The cache alone grows by 128 KiB a token: one GiB more is over.
      await harness.page.getByRole('spinbutton', { name: 'Context' }).fill(String(tokens + 8192));
      await harness.settled();
      assert.match(await total(), /^25 GiB · does not fit/);
    });

    it('chooses a context by keys and by a hand', async () => {
      await handle().focus();
      await handle().press('End');
      await harness.settled();
      assert.deepEqual(scenario(), { context: 131_072 });
      assert.equal(await handle().getAttribute('aria-valuenow'), '131072');
      const box = (await handle().boundingBox())!;
      await harness.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await harness.settled();
      const { context } = harness.host.wanted;
      assert.ok(context! > 2000 && context! < 32_000, String(context));
    });

    it('reads each part under the mouse without changing anything', async () => {
      const box = (await handle().boundingBox())!;
      await harness.page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
      // 131,072 tokens of 128 KiB.
      await card('memory').getByText('at 131,072 tokens').waitFor();
      assert.match(await card('memory').locator('.legend').innerText(), /cache\s+16 GiB/);
      assert.equal(scenario(), undefined);
      await harness.page.mouse.move(5, 5);
      await card('memory').getByText('at 4,096 tokens').waitFor();
    });
  });

  describe('the map of blocks', () => {
    const block = (name: string) => card('blocks').getByRole('button', { name: new RegExp(`^${name} `) });

    it('gives each block the area of its share', async () => {
      const area = async (name: string) => {
        const box = block(name).locator('.box');
        return Number(await box.getAttribute('width')) * Number(await box.getAttribute('height'));
      };
      // 4,096 × 14,336 against 4,096 × 4,096: 3.5 times; headings and gaps take a little.
      const ratio = (await area('gate_proj')) / (await area('q_proj'));
      assert.ok(ratio > 3 && ratio < 4.1, String(ratio));
    });

    it('keeps each label within its block', async () => {
      const outside = await card('blocks')
        .locator('svg')
        .evaluate((picture) => {
          const boxes = [...picture.querySelectorAll('.box')].map((box) => box.getBoundingClientRect());
          return [...picture.querySelectorAll('.labels text')]
            .map((label) => ({ text: label.textContent, at: label.getBoundingClientRect() }))
            .filter(
              ({ at }) =>
                !boxes.some(
                  (box) =>
                    at.left >= box.left - 0.5 &&
                    at.right <= box.right + 0.5 &&
                    at.top >= box.top - 2 &&
                    at.bottom <= box.bottom + 2,
                ),
            )
            .map(({ text }) => text);
        });
      assert.deepEqual(outside, []);
    });

    it('opens a block, names the way back, and goes it', async () => {
      await block('mlp').dblclick({ position: { x: 30, y: 8 } });
      const crumbs = card('blocks').getByRole('navigation');
      assert.match((await crumbs.innerText()).replaceAll('\n', ' '), /model.*layers.*mlp/);
      assert.equal(await block('q_proj').count(), 0);
      await crumbs.getByRole('button').first().click();
      assert.equal(await block('q_proj').count(), 1);
    });

    it('is walked by arrows, opened by Enter and left by Escape', async () => {
      await block('gate_proj').focus();
      await harness.page.keyboard.press('ArrowDown');
      assert.match((await harness.page.locator(':focus').getAttribute('aria-label'))!, /^up_proj /);
      await block('mlp').focus();
      await harness.page.keyboard.press('Enter');
      assert.equal(await block('q_proj').count(), 0);
      await harness.page.locator('.block').first().focus();
      await harness.page.keyboard.press('Escape');
      assert.equal(await block('self_attn').count(), 1);
    });

    it('selects the same block in the table of layers, and is selected from there', async () => {
      await block('self_attn').click({ position: { x: 20, y: 8 } });
      await harness.settled();
      const active = harness.page.locator('.layers .grid-row.active');
      assert.match(await active.innerText(), /self_attn/);
      await harness.page
        .locator('.layers .grid-body .grid-row')
        .filter({ hasText: /^\s*mlp/ })
        .first()
        .click();
      await harness.settled();
      assert.equal(await block('mlp').getAttribute('aria-pressed'), 'true');
      assert.equal(await block('self_attn').getAttribute('aria-pressed'), 'false');
    });

    it('is drawn by another measure', async () => {
      await card('blocks').getByRole('combobox').selectOption('macs');
      await harness.settled();
      assert.match((await block('lm_head').getAttribute('aria-label'))!, /MACs$/);
      // A look-up multiplies nothing.
      assert.equal(await block('embed_tokens').count(), 0);
      // A count is exact and has no sign; a time is an estimate, and says so.
      await card('blocks').getByRole('combobox').selectOption('seconds');
      await harness.settled();
      assert.match((await block('lm_head').getAttribute('aria-label'))!, / ≈ [\d.]+ [mµ]s$/);
      assert.match((await block('lm_head').locator('title').textContent())!, /≈ [\d.]+ [mµ]s\n./);
    });
  });

  it('can each be read as a table', async () => {
    for (const kind of ['precisions', 'memory', 'blocks']) {
      const toggle = card(kind).getByRole('button', { name: 'As table' });
      await toggle.click();
      assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
      assert.ok((await card(kind).locator('tbody tr').count()) > 1, kind);
      assert.equal(await card(kind).locator('svg').isVisible(), false);
      await toggle.click();
      assert.equal(await card(kind).locator('svg').first().isVisible(), true);
    }
  });

  it('can each be saved as SVG that stands alone', async () => {
    for (const kind of ['precisions', 'memory', 'blocks']) {
      await card(kind).getByRole('button', { name: /^Save/ }).click();
      await card(kind).getByRole('menuitem', { name: 'As SVG' }).click();
      await harness.settled();
      const { format, content } = harness.host.argsOf('save').at(-1) as { format: string; content: string };
      assert.equal(format, 'svg');
      assert.match(content, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(content, /\bclass=|\bstyle=|var\(|color-mix|tabindex|aria-/);
      const alone = await harness.page.evaluate(
        (text) =>
          new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
        content,
      );
      assert.ok(alone, kind);
    }
  });

  it('can each be saved as PNG that shows what the page shows', async () => {
    for (const kind of ['precisions', 'memory', 'blocks']) {
      await card(kind).getByRole('button', { name: /^Save/ }).click();
      await card(kind).getByRole('menuitem', { name: 'As PNG' }).click();
      await harness.settled();
      const { format, content } = harness.host.argsOf('save').at(-1) as { format: string; content: string };
      assert.equal(format, 'png');
      const bytes = Buffer.from(content, 'base64');
      assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const size = await card(kind).locator('svg').first().boundingBox();
      // The picture's own size is in the header, twice that of the page.
      assert.ok(Math.abs(bytes.readUInt32BE(16) - 2 * size!.width) <= 2, kind);
      assert.ok(Math.abs(bytes.readUInt32BE(20) - 2 * size!.height) <= 2, kind);
    }
  });
});
