import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { themes } from '../support/workbench';
import type { Theme } from '../support/workbench';
import { openSamples } from './samples';

describe('an ONNX file on the page', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples()));
  after(() => samples.close());
  beforeEach(() => samples.workbench.run('View: Close All Editors'));

  async function shown(file: string): Promise<string> {
    await samples.workbench.openFile(file);
    const frame = await samples.workbench.webview();
    await frame.locator('.page-head h1, .message.alert').first().waitFor();
    if ((await frame.locator('.page-head').count()) > 0)
      await frame.locator('.layers .grid-body .grid-row').first().waitFor();
    return frame.locator('body').innerText();
  }

  it('shows producer, opset, ports, parameters, bytes, operators and tensors', async () => {
    const text = await shown('samples/digits-cnn.onnx');
    // 416 + 12,832 + 24,624 + 490 parameters, four bytes each.
    for (const part of [
      'digits-cnn.onnx',
      'model-efficiency-lens samples',
      '17',
      '38,362',
      '153,448 bytes',
      'image',
      'scores',
      'MaxPool',
    ]) {
      assert.ok(text.includes(part), `${part} is not in:\n${text}`);
    }
    const frame = await samples.workbench.webview();
    await frame.getByRole('radio', { name: 'Tensors' }).click();
    await frame.getByText('fc1.weight').first().waitFor();
    await frame.getByText('[48, 512]').first().waitFor();
  });

  for (const file of ['fixtures/broken.onnx', 'fixtures/empty.onnx', 'fixtures/pointer.onnx']) {
    it(`answers ${file} with one sentence`, async () => {
      const text = (await shown(file)).trim();
      if (file.includes('broken')) assert.match(text, /byte|end/i);
      else assert.equal(text.replace(/\s*Read again$/, '').split('\n').length, 1, text);
      assert.match(text, /\./);
      assert.doesNotMatch(text, /undefined|NaN|\[object|Error:/);
    });
  }

  it('shows markup in names as text and runs none of it', async () => {
    const text = await shown('fixtures/markup.onnx');
    assert.ok(text.includes('<img src=x onerror="document.title=1">'), text);
    const frame = await samples.workbench.webview();
    await frame.getByRole('radio', { name: 'Tensors' }).click();
    await frame.getByText('</script><script>document.title=1</script>').first().waitFor();
    assert.equal(await frame.locator('img').count(), 0);
    assert.equal(await frame.evaluate(() => document.title), 'Model Efficiency');
  });

  it('allows nothing from outside, and no script without its nonce', async () => {
    await shown('samples/digits-cnn.onnx');
    const frame = await samples.workbench.webview();
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy!, /^default-src 'none'; style-src [^;]+; script-src 'nonce-[0-9a-f]{32}'$/);
    const ran = await frame.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    });
    assert.equal(ran, false);
  });

  it('reads anew when the file changes on disk', async () => {
    const target = path.join(samples.folder, 'samples', 'changing.onnx');
    copyFileSync(path.join(samples.folder, 'samples', 'digits-cnn.onnx'), target);
    assert.match(await shown('samples/changing.onnx'), /38,362\b/);
    copyFileSync(path.join(samples.folder, 'samples', 'text-encoder.onnx'), target);
    const frame = await samples.workbench.webview();
    await frame.getByText('81,984', { exact: true }).first().waitFor();
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`can be read in ${theme}: no text in the colour of its ground, nothing wider than the pane`, async () => {
      await samples.workbench.setTheme(theme);
      await shown('samples/text-encoder.onnx');
      const frame = await samples.workbench.webview();
      const worst = await frame.evaluate(lowestContrast);
      assert.ok(worst.ratio >= 4.5, `${worst.ratio.toFixed(2)} for "${worst.text}"`);
      const wide = await frame.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.equal(wide, false);
    });
  }
});

/** The lowest contrast of any text on the page with the ground it stands on (WCAG 2.1, relative luminance). */
function lowestContrast(): { ratio: number; text: string } {
  const parse = (colour: string) => {
    const parts = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return colour.startsWith('color(srgb') ? parts.map((part, i) => (i < 3 ? part * 255 : part)) : parts;
  };
  const luminance = (colour: number[]) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const ground = (start: Element): number[] => {
    for (let at: Element | null = start; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || (colour[3] ?? 0) > 0.99) return colour;
    }
    return parse(getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background'));
  };
  let worst = { ratio: Infinity, text: '' };
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].filter(
      (node) => node.nodeType === 3 && node.textContent!.trim() !== '',
    );
    if (own.length === 0 || element.closest('script, style')) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < worst.ratio) worst = { ratio, text: own[0]!.textContent!.trim() };
  }
  return worst;
}
