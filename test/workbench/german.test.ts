import assert from 'node:assert/strict';
import { setLocale } from '../../src/core/locale';
import { comparisonHost } from '../page/comparisonHost';
import { germanWords, leftInEnglish, textsOf } from '../page/german';
import { Harness } from '../page/harness';
import { PageHost } from '../page/host';
import { sample } from '../page/sample';
import { openSamples } from './samples';

describe('the page in German', () => {
  before(() => setLocale('de'));
  after(() => setLocale('en'));

  const germanHost = (...file: string[]) => {
    const host = new PageHost(sample(...file));
    host.words = germanWords;
    host.wanted = { device: 'rtx-4090' };
    return host;
  };

  for (const file of [['llama-8b', 'config.json'], ['bert-base', 'config.json'], ['text-encoder.onnx']])
    it(`has none of its own words left in English, every part open: ${file.join('/')}`, async () => {
      const state = { moreScenario: true, allFigures: true, precisionsAsTable: true, memoryAsTable: true };
      const harness = await (await Harness.open(germanHost(...file), { state })).shown();
      try {
        const { page } = harness;
        await page.locator('.advice-card').first().waitFor();
        await page.locator('.figure .how').first().click({ force: true });
        await page.locator('.figure-line > summary').first().click();
        await page.getByRole('button', { name: 'Exportieren' }).click();
        await page.getByRole('treegrid').focus();
        await page.keyboard.press('ArrowDown');
        await harness.settled();
        const texts = await textsOf(page);
        assert.ok(texts.length > 200, String(texts.length));
        assert.deepEqual(leftInEnglish(texts), []);
        assert.deepEqual(harness.problems, []);
      } finally {
        await harness.close();
      }
    });

  it('writes numbers as German does, in figures, formulas, axes and what is copied', async () => {
    const harness = await (await Harness.open(germanHost('llama-8b', 'config.json'))).shown();
    try {
      const { page, host } = harness;
      const figure = page.locator('.figure[data-figure="parameters.distinct"]');
      assert.match(await figure.innerText(), /8,03 B[\s\S]*8\.030\.261\.248/);
      const slider = page.getByRole('slider', { name: 'Kontext, Schieber' });
      assert.equal(await slider.getAttribute('aria-valuetext'), '4.096 Tokens');
      await slider.press('ArrowRight');
      await harness.settled();
      // One of eight steps to a doubling: 512.
      assert.match((await slider.getAttribute('aria-valuetext'))!, /^4\.608 Tokens$/);
      assert.ok((await page.locator('.memory.chart-card svg').first().textContent())!.includes('131.072'));
      await figure.getByRole('button', { name: /kopieren/ }).click({ force: true });
      await harness.settled();
      assert.equal(host.clipboard, 'Parameter: 8.030.261.248 Parameter');
    } finally {
      await harness.close();
    }
  });

  it('is German from the first line on: while it reads, and when nothing can be read', async () => {
    const host = germanHost('llama-8b', 'config.json');
    let fail!: () => void;
    const failed = new Promise<void>((done) => (fail = done));
    host.instead['open'] = async () => {
      await failed;
      throw new Error('…');
    };
    const harness = await Harness.open(host);
    try {
      await harness.page.getByRole('status').getByText('Die Datei wird gelesen').waitFor();
      assert.deepEqual(leftInEnglish(await textsOf(harness.page)), []);
      fail();
      await harness.page.getByRole('button', { name: 'Neu lesen' }).waitFor();
      assert.deepEqual(leftInEnglish(await textsOf(harness.page)), []);
    } finally {
      await harness.close();
    }
  });

  it('compares in German', async () => {
    const host = comparisonHost([sample('llama-8b', 'config.json'), sample('text-encoder.onnx')]);
    host.words = germanWords;
    const harness = await Harness.open(host, { kind: 'comparison' });
    try {
      await harness.page.getByRole('table').first().waitFor();
      assert.deepEqual(leftInEnglish(await textsOf(harness.page)), []);
    } finally {
      await harness.close();
    }
  });
});

describe('an editor in German', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples({ width: 1800, height: 1000, language: 'de' })));
  after(() => samples.close());

  it('has lenses, page and messages in German, with German numbers', async () => {
    const { workbench } = samples;
    await workbench.openFile('samples/llama-8b/config.json');
    const lenses = await workbench.lenses();
    assert.match(lenses[0]!, /^8,03 B/);
    await workbench.run('Model Efficiency: Modellseite zeigen');
    const frame = await workbench.webview();
    await frame.locator('.page-head h1').waitFor();
    await frame.getByText('8.030.261.248').first().waitFor();
    assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
    assert.deepEqual(leftInEnglish(await textsOf(frame)), []);
    const context = frame.getByRole('spinbutton', { name: 'Kontext' });
    await context.fill('8192');
    await workbench.page.locator('.codelens-decoration').filter({ hasText: '8.192' }).first().waitFor();
  });
});
