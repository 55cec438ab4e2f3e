import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { runCopied } from '../page/copied';
import { compareWithGpt2, openSamples } from './samples';

/** Makes the row of the decoder's layers the active one. */
async function chooseLayers(frame: Frame): Promise<void> {
  await frame
    .getByRole('gridcell', { name: /^layers/ })
    .first()
    .click();
}

describe('the page beside a config', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  let frame: Frame;
  before(async () => {
    const devices = [
      { id: 'mine', name: 'My Board', memoryGiB: 48, bandwidthGBs: 500, tflops: { bf16: 100 } },
      { id: 'half', memoryGiB: 48 },
    ];
    const settings = { 'modelEfficiency.devices': devices };
    samples = await openSamples({ width: 1800, height: 1000, settings });
    await samples.workbench.openFile('samples/llama-8b/config.json');
    await samples.workbench.lenses();
    await samples.workbench.run('Model Efficiency: Show Model Page');
    frame = await samples.workbench.webview();
    await frame.locator('.page-head h1').waitFor();
  });
  after(() => samples.close());

  const text = () => frame.locator('#page').innerText();

  it('opens beside the text and leaves it in sight', async () => {
    // Figures of Llama-3.1-8B as its publisher states them, and the cache by hand: 2 × 32 × 8 × 128 × 2 B.
    const shown = await text();
    for (const part of ['8.03 B', '16.06 GB', '128 KiB'])
      assert.ok(shown.includes(part), `${part} is not in:\n${shown}`);
    assert.equal(await samples.workbench.page.locator('.view-line').first().isVisible(), true);
  });

  it('puts what it is told into the lenses too', async () => {
    const context = frame.getByRole('spinbutton', { name: 'Context' });
    await context.fill('8192');
    await context.press('Enter');
    await samples.workbench.page
      .locator('.codelens-decoration')
      .filter({ hasText: 'at 8,192' })
      .first()
      .waitFor();
  });

  it('copies the scenario as a command that a shell runs in the same folder', async () => {
    const { page } = samples.workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await frame.getByRole('button', { name: 'Copy as command' }).click();
    await frame.getByRole('button', { name: 'Copied' }).waitFor();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(command, 'model-efficiency report samples/llama-8b/config.json --context 8192');
    const { cache } = runCopied(command, samples.folder) as { cache: { bytesAtContext: { value: number } } };
    // 128 KiB for each of 8,192 tokens.
    assert.equal(cache.bytesAtContext.value, 1_073_741_824);
  });

  it('follows the text while it is edited', async () => {
    const { page } = samples.workbench;
    // The number of layers in its line: one digit more, then one less and another.
    await page.locator('.view-line', { hasText: 'num_hidden_layers' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('16');
    // Half of 32 layers of 218,112,000 parameters less: 8,030,261,248 - 16 × 218,112,000 = 4,540,469,248.
    await frame.getByText('4.54 B').first().waitFor();
  });

  it('keeps the last good page while the text is broken', async () => {
    const { page } = samples.workbench;
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(1500);
    assert.match(await text(), /4\.54 B/);
    await page.keyboard.type('32');
    await frame.getByText('8.03 B').first().waitFor();
  });

  it('goes from a layer to the key that causes it', async () => {
    const grid = frame.getByRole('treegrid');
    await grid.focus();
    await chooseLayers(frame);
    await frame.getByRole('button', { name: 'Go to source' }).click();
    await samples.workbench.page
      .locator('.editor-instance.focused, .monaco-editor.focused')
      .first()
      .waitFor();
  });

  it('has the devices of a setting in its list, names those that are none, and reports with them', async () => {
    const { workbench } = samples;
    const device = frame.getByRole('combobox', { name: 'Device' });
    await device.selectOption({ label: 'My Board · 48 GiB' });
    await frame.locator('.memory .verdict').getByText('My Board · 48 GiB').first().waitFor();
    const problem = 'Device 2 of the setting is left out: `bandwidthGBs` is not a number above 0.';
    await frame.getByText(problem.replaceAll('`', '')).or(frame.getByText(problem)).first().waitFor();
    await frame.getByRole('button', { name: 'Report', exact: true }).click();
    const texts = () =>
      Promise.all(
        workbench.page.frames().map((one) => one.evaluate(() => document.body.innerText).catch(() => '')),
      );
    // The report counts distinct tensors, as no other view does.
    const isReport = (text: string) => /Distinct/.test(text) && text.includes('My Board');
    for (const end = Date.now() + 20_000; Date.now() < end; await workbench.page.waitForTimeout(200))
      if ((await texts()).some(isReport)) return;
    assert.fail('the report does not name the device');
  });
});

describe('models side by side', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples({ width: 1500, height: 900 })));
  after(() => samples.close());

  it('compares a config with another one: what differs first, ratios by hand', async () => {
    const { workbench } = samples;
    const frame = await compareWithGpt2(workbench);
    const line = frame.getByRole('row', { name: /124 M/ }).first();
    await line.waitFor();
    // 124,439,808 / 8,030,261,248 = 0.015496.
    assert.match(await line.innerText(), /8\.03 B[\s\S]*124 M[\s\S]*0\.015×/);
  });
});
