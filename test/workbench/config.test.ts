import assert from 'node:assert/strict';
import { openSamples } from './samples';

describe('a config on the page', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples()));
  after(() => samples.close());

  it('shows its figures over the first line', async () => {
    await samples.workbench.openFile('samples/llama-8b/config.json');
    const lenses = await samples.workbench.lenses();
    assert.match(lenses[0]!, /^8\.03 B parameters · 16\.06 GB bf16/);
  });

  it('says under the mouse what a key costs', async () => {
    const text = await samples.workbench.hover('vocab_size');
    assert.match(text, /1,050,673,152/);
  });

  it('opens its page beside it from the lens, and follows the text and the slider', async () => {
    await samples.workbench.page.locator('.codelens-decoration a').first().click();
    const page = await samples.workbench.webview();
    await page.getByText('8,030,261,248', { exact: true }).first().waitFor();
    await page.locator('.scenario .summary, .scenario .strip').first().click();
    const batch = page.getByRole('spinbutton', { name: 'Batch' });
    await batch.fill('2');
    // The lens rests on the same scenario: two caches of 512 MiB.
    await samples.workbench.page
      .locator('.codelens-decoration')
      .filter({ hasText: '1 GiB' })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await samples.workbench.page
      .locator('.codelens-decoration')
      .filter({ hasText: '512 MiB' })
      .first()
      .waitFor();
    await samples.workbench.run('View: Close All Editors');
  });

  it('opens the report from the command palette, for the active file', async () => {
    await samples.workbench.openFile('samples/gpt2-small/config.json');
    await samples.workbench.run('Model Efficiency: Show Report');
    const report = await samples.workbench.webview();
    assert.match(await report.locator('body').innerText(), /124,439,808/);
  });

  it('leaves a web project alone', async () => {
    await samples.workbench.openFile('fixtures/web-project/config.json');
    assert.deepEqual(await samples.workbench.lensesAfter(1500), []);
  });
});
