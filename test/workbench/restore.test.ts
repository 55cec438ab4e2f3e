import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { compareWithGpt2, openSamples } from './samples';

/** What of a page a person would miss if it came back otherwise. */
async function placeOf(frame: Frame) {
  await frame.locator('.layers .grid-body .grid-row').first().waitFor();
  return frame.evaluate(() => ({
    scroll: Math.round(scrollY),
    rowsFrom: document.querySelector('.grid-scroller')!.scrollTop,
    allFigures: document.querySelector<HTMLDetailsElement>('.all-figures')!.open,
    fileFacts: document.querySelector<HTMLDetailsElement>('details:has(.file-facts)')!.open,
    more: document.querySelector('.scenario .more')!.getAttribute('aria-expanded'),
    list: document.querySelector('.layers [aria-checked=true]')!.textContent,
    filter: document.querySelector<HTMLInputElement>('.layers .filter')!.value,
    tables: [...document.querySelectorAll('.chart-card .toggle')].map((one) =>
      one.getAttribute('aria-pressed'),
    ),
    path: [...document.querySelectorAll('.blocks .crumb')].map((one) => one.textContent),
  }));
}

/** Opens and closes parts of the page, chooses a list and scrolls, as a person does. */
async function settle(frame: Frame, part: string): Promise<void> {
  await frame.locator('.scenario .more').click();
  await frame.locator('.all-figures > summary').click();
  await frame.locator('details:has(.file-facts) > summary').click();
  await frame.locator('.precisions.chart-card .toggle').click();
  await frame.locator('.blocks .block').filter({ hasText: part }).first().focus();
  await frame.page().keyboard.press('Enter');
  await frame.getByRole('radio', { name: 'Operators' }).click();
  await frame.getByRole('searchbox', { name: 'Filter' }).fill('o');
  await frame.page().waitForTimeout(400);
  await frame.evaluate(() => {
    document.querySelector('.grid-scroller')!.scrollTop = 48;
    scrollTo(0, 700);
  });
}

/** The place once it is the one wanted, else as it was last. */
async function untilPlace(frame: Frame, wanted: unknown, tries = 50) {
  let now = await placeOf(frame);
  for (let i = 0; i < tries && JSON.stringify(now) !== JSON.stringify(wanted); i++) {
    await frame.page().waitForTimeout(100);
    now = await placeOf(frame);
  }
  return now;
}

describe('pages that come back', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples({ width: 1800, height: 900 })));
  after(() => samples.close());
  beforeEach(() => samples.workbench.run('View: Close All Editors'));

  const valueOf = (frame: Frame, name: string) => frame.getByRole('spinbutton', { name }).inputValue();

  it('bring the page beside a config back with the window: scenario, place and open parts', async () => {
    const { workbench } = samples;
    await workbench.openFile('samples/llama-8b/config.json');
    await workbench.lenses();
    await workbench.run('Model Efficiency: Show Model Page');
    const frame = await workbench.webview();
    await placeOf(frame);
    await frame.getByRole('spinbutton', { name: 'Context' }).fill('8192');
    await frame.getByText('at 8,192 tokens').first().waitFor();
    await settle(frame, 'mlp');
    const before = await untilPlace(frame, undefined, 1);
    assert.deepEqual([before.scroll, before.rowsFrom, before.more], [700, 48, 'true']);
    assert.deepEqual(before.path.slice(-1), ['mlp']);
    await workbench.reload();
    const after = await workbench.webview();
    assert.deepEqual(await untilPlace(after, before), before);
    assert.equal(await valueOf(after, 'Context'), '8192');
    assert.equal(await workbench.page.getByRole('tab', { name: /llama-8b · config\.json/ }).count(), 1);
    // The lens rests on the same scenario, and the page still talks with it.
    const lens = (text: string) => workbench.page.locator('.codelens-decoration').filter({ hasText: text });
    await lens('at 8,192').first().waitFor();
    await after.getByRole('spinbutton', { name: 'Context' }).fill('2048');
    await lens('at 2,048').first().waitFor();
  });

  it('bring the page of an ONNX file back, with the window and from behind another tab', async () => {
    const { workbench } = samples;
    await workbench.openFile('samples/text-encoder.onnx');
    const frame = await workbench.webview();
    await placeOf(frame);
    await frame.getByRole('spinbutton', { name: 'Batch' }).fill('3');
    await frame.locator('.figure').getByText('1.11 GFLOPs').first().waitFor();
    await settle(frame, 'mlp.up');
    const before = await untilPlace(frame, undefined, 1);
    assert.equal(before.scroll, 700);
    assert.equal(before.allFigures, true);
    await workbench.reload();
    const after = await workbench.webview();
    assert.deepEqual(await untilPlace(after, before), before);
    assert.equal(await valueOf(after, 'Batch'), '3');
    // Nothing is retained while another tab is in front: the page is made anew from what it kept.
    await workbench.openFile('samples/digits-cnn.onnx');
    await (await workbench.webview()).getByRole('heading', { name: 'digits-cnn.onnx' }).waitFor();
    await workbench.page.getByRole('tab', { name: 'text-encoder.onnx' }).click();
    const again = await workbench.webview();
    await again.getByRole('heading', { name: 'text-encoder.onnx' }).waitFor();
    assert.deepEqual(await untilPlace(again, before), before);
  });

  it('bring a comparison back with its models', async () => {
    const { workbench } = samples;
    const frame = await compareWithGpt2(workbench);
    await frame.getByRole('row', { name: /124 M/ }).first().waitFor();
    await workbench.reload();
    const after = await workbench.webview();
    // 124,439,808 / 8,030,261,248 = 0.015496.
    const line = await after.getByRole('row', { name: /124 M/ }).first().innerText();
    assert.match(line, /8\.03 B[\s\S]*124 M[\s\S]*0\.015×/);
  });
});
