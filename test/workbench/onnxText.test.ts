import assert from 'node:assert/strict';
import { openSamples } from './samples';

/** 36.4 % of the MACs: the lens over it and over the product that mixes the values. */
const HEAVY = '/attention/products';

describe('ONNX as text beside its page', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples({ width: 2200, height: 1100 })));
  after(() => samples.close());

  const lens = (text: string | RegExp) =>
    samples.workbench.page.locator('.codelens-decoration').filter({ hasText: text });
  it('opens from the page, and its lenses follow the one scenario', async () => {
    const { workbench } = samples;
    await workbench.openFile('samples/text-encoder.onnx');
    await (await workbench.webview()).locator('.page-head h1').first().waitFor();
    await workbench.run('Model Efficiency: Open as Text');
    await lens(/81\.98 K parameters · 328 kB · 185 MMACs in one run/)
      .first()
      .waitFor();
    // Page and text side by side.
    await workbench.run('View: Move Editor into Right Group');
    await workbench.page.locator('.editor-group-container').nth(1).waitFor();
    const frame = await workbench.webview();
    const batch = frame.getByRole('spinbutton', { name: 'Batch' });
    await batch.waitFor();
    await batch.fill('2');
    // Twice the batch, twice the MACs: 2 x 184.55 M.
    await lens(/369 MMACs in one run/)
      .first()
      .waitFor();
  });

  it('leads from a lens to the row on the page, and from a row to the line', async () => {
    const { workbench } = samples;
    const frame = await workbench.webview();
    await lens(/36\.4 % of all MACs/)
      .first()
      .click();
    const row = frame.locator('.grid-row').filter({ hasText: HEAVY }).first();
    await row.waitFor();
    const isShown = () =>
      row.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
    for (let i = 0; i < 40 && !(await isShown()); i++) await workbench.page.waitForTimeout(50);
    assert.ok(await isShown(), 'the row is on screen');
    // And back: the source of the row is the operator's line.
    await row.dblclick();
    const place = workbench.page.locator('.statusbar-item').filter({ hasText: /^Ln 47, Col 4$/ });
    await place.first().waitFor();
  });
});
