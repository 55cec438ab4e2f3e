import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/embedded/parts.mjs';
import { comparisonHost } from './comparisonHost';
import { Harness } from './harness';
import { sample } from './sample';

const gguf = path.join(root, 'test', 'fixtures', 'gguf', 'little3.gguf');
const expected = JSON.parse(
  readFileSync(path.join(root, 'test', 'fixtures', 'gguf', 'expected.json'), 'utf8'),
) as { tensors: { elements: number }[] };

describe('models of different formats side by side', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-efficiency-compare-'));
  const hostile = path.join(folder, '<img src=x onerror="document.title=1">.onnx');
  before(() => copyFileSync(sample('text-encoder.onnx'), hostile));
  after(() => rmSync(folder, { recursive: true }));

  for (const width of [1200, 300])
    it(`are a config, an ONNX and a GGUF file, each with its own figures, at ${width} px`, async () => {
      const files = [sample('llama-8b', 'config.json'), hostile, gguf];
      const harness = await Harness.open(comparisonHost(files), { kind: 'comparison', width });
      try {
        const { page } = harness;
        await page.getByRole('table').first().waitFor();
        await harness.settled();
        const line = page.getByRole('row').filter({ hasText: '8.03 B' }).first();
        const all = expected.tensors.reduce((sum, { elements }) => sum + elements, 0);
        // Published, counted in its own test, and the sum of the oracle's tensors.
        const wanted = [8_030_261_248, 81_984, all].map((n) => n.toLocaleString('en-US'));
        const told = await line.evaluate((row) =>
          [...row.querySelectorAll('td')].map((cell) => `${cell.title} ${cell.textContent}`),
        );
        assert.equal(told.length, 3, told.join(' | '));
        for (const [i, whole] of wanted.entries())
          assert.ok(told[i]!.includes(whole), `${whole}: ${told[i]}`);
        // The name is text, nothing of it ran, and nothing is wider than the pane.
        assert.ok(
          (await page.locator('body').innerText()).includes('<img src=x onerror="document.title=1">'),
        );
        assert.equal(await page.locator('img').count(), 0);
        assert.equal(await page.title(), 'Model Efficiency');
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
        assert.deepEqual(harness.problems, []);
      } finally {
        await harness.close();
      }
    });
});
