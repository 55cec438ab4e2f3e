import assert from 'node:assert/strict';
import { openSamples } from './samples';

describe('ONNX as text in the editor', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples({ width: 1500, height: 900 })));
  after(() => samples.close());

  const page = () => samples.workbench.page;
  const shows = (place: string, text: string | RegExp) =>
    page().locator(place).filter({ hasText: text }).first().waitFor();

  it('opens from the palette', async () => {
    const { workbench } = samples;
    await workbench.openFile('samples/text-encoder.onnx');
    await (await workbench.webview()).locator('.page-head h1').first().waitFor();
    await workbench.run('Model Efficiency: Open as Text');
    await shows('.tab.active', 'text-encoder.onnxtxt');
    await shows('.codelens-decoration', /81\.98 K parameters/);
  });

  it('keeps the line of the graph in sight while its operators are scrolled', async () => {
    const { workbench } = samples;
    await shows('.codelens-decoration', /81\.98 K parameters/);
    await workbench.run('Go to Line/Column...');
    await page().keyboard.type('52');
    await page().keyboard.press('Enter');
    await page().locator('.monaco-editor .view-lines').first().hover();
    await page().mouse.wheel(0, 400);
    await shows('.sticky-widget', /encoder\s\(/);
  });

  it('is searched like any text: in the text, and by names over all open texts', async () => {
    await page().locator('.monaco-editor .view-lines').first().click();
    await page().keyboard.press('Control+f');
    await page().keyboard.type('attention/products');
    // Made in two places of one line, read in one.
    await shows('.find-widget .matchesCount', /\d+ of 3|of 3/);
    await page().keyboard.press('Escape');
    await page().keyboard.press('Control+t');
    const input = page().locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill('#attention/mixed');
    await shows('.quick-input-list .monaco-list-row', '/attention/mixed');
    await page().keyboard.press('Enter');
    await shows('.statusbar-item', /^Ln 50, /);
  });

  it('offers what can follow while a text is written', async () => {
    const { workbench } = samples;
    await workbench.run('File: New Untitled Text File');
    await workbench.run('Change Language Mode');
    await page().keyboard.type('ONNX text');
    await page().keyboard.press('Enter');
    await page().locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page().locator('.editor-group-container.active .monaco-editor .view-lines').first().click();
    await page().keyboard.type('model');
    await shows('.suggest-widget .monaco-list-row', 'Model');
    await page().keyboard.press('Enter');
    await shows('.view-line', /MatMul/);
    await shows('.codelens-decoration', /1\.28 K parameters/);
    await page().keyboard.press('Escape');
    await page().keyboard.press('Control+End');
    await page().keyboard.press('ArrowUp');
    await page().keyboard.press('End');
    await page().keyboard.press('Enter');
    await page().keyboard.type('  z = Softm');
    await shows('.suggest-widget .monaco-list-row', /Softmax.*from opset 1/);
    await page().keyboard.press('Enter');
    assert.match(await workbench.editorText(), /z = Softmax \(input\)/);
  });
});
