import assert from 'node:assert/strict';
import { Harness } from './harness';
import { PageHost } from './host';
import { fixture, sample } from './sample';

/** Llama-3.1-8B: 32 layers × 8 KV heads × 128 × (keys and values) × 2 bytes for each token. */
const CACHE_PER_TOKEN = 131_072;

describe('the scenario on the page', () => {
  let harness: Harness;
  const value = (figure: string) =>
    harness.page.locator(`.figure[data-figure="${figure}"] .value`).innerText();
  const last = () => harness.host.argsOf('scenario').at(-1);
  const answered = () => harness.settled();

  beforeEach(async () => {
    harness = await (await Harness.open(sample('llama-8b', 'config.json'))).shown();
  });
  afterEach(async () => {
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });

  it('is followed by each figure while the slider is moved by keys, and the focus stays', async () => {
    const slider = harness.page.getByRole('slider', { name: 'Context, slider' });
    await slider.focus();
    assert.equal(await slider.getAttribute('aria-valuetext'), '4,096 tokens');
    // Eight steps to a doubling.
    for (let i = 0; i < 8; i++) await slider.press('ArrowRight');
    await answered();
    assert.deepEqual(last(), { context: 8192 });
    assert.equal(await slider.getAttribute('aria-valuetext'), '8,192 tokens');
    assert.equal(await harness.page.getByRole('spinbutton', { name: 'Context' }).inputValue(), '8192');
    const legend = await harness.page.locator('.memory .legend').innerText();
    assert.equal((8192 * CACHE_PER_TOKEN) / 2 ** 30, 1);
    assert.match(legend, /cache\s+1 GiB/);
    assert.match(legend, /at 8,192 tokens/);
    assert.ok(await slider.evaluate((element) => element === document.activeElement));
    assert.equal(await harness.page.locator('.chosen-line').count(), 1);
  });

  it('takes numbers, choices and a device from the fields', async () => {
    await harness.page.getByRole('spinbutton', { name: 'Batch' }).fill('2');
    await answered();
    assert.deepEqual(last(), { batch: 2 });
    await harness.page.getByRole('combobox', { name: 'Weights' }).selectOption('fp32');
    await answered();
    // 8,030,261,248 parameters of four bytes.
    assert.equal(await value('weights.scenario'), '32.12 GB');
    await harness.page.getByRole('combobox', { name: 'Device' }).selectOption('rtx-4090');
    await answered();
    assert.equal(harness.host.wanted.device, 'rtx-4090');
    assert.match(
      await harness.page.locator('.memory .verdict').innerText(),
      /NVIDIA GeForce RTX 4090 · 24 GiB/,
    );
    await harness.page.getByRole('combobox', { name: 'Device' }).selectOption('');
    await answered();
    assert.equal(harness.host.wanted.device, undefined);
  });

  it('keeps one ask under way at most, and the last word wins', async () => {
    const { host } = harness;
    let under = 0;
    let most = 0;
    const usual = host.answer.bind(host);
    host.answer = async (ask, args, parts) => {
      if (ask !== 'scenario') return usual(ask, args, parts);
      most = Math.max(most, ++under);
      await new Promise((done) => setTimeout(done, 60));
      under--;
      return usual(ask, args, parts);
    };
    const before = host.argsOf('scenario').length;
    const slider = harness.page.getByRole('slider', { name: 'Context, slider' });
    await slider.evaluate((element: HTMLInputElement) => {
      for (let step = 0; step <= 60; step++) {
        element.value = String(step);
        element.dispatchEvent(new Event('input'));
      }
    });
    await harness.page.getByRole('spinbutton', { name: 'Batch' }).fill('4');
    await harness.page.waitForTimeout(300);
    await answered();
    assert.equal(most, 1);
    const asks = host.argsOf('scenario').length - before;
    assert.ok(asks <= 3, `${asks} asks`);
    assert.equal(host.wanted.batch, 4);
    const shown = await slider.getAttribute('aria-valuetext');
    assert.equal(shown, `${host.wanted.context!.toLocaleString('en-US')} tokens`);
  });

  it('does not follow what is no number, says so, and shows again what it rests on', async () => {
    const batch = harness.page.getByRole('spinbutton', { name: 'Batch' });
    const before = harness.host.argsOf('scenario').length;
    await batch.fill('-3');
    await harness.settled();
    assert.equal(await batch.getAttribute('aria-invalid'), 'true');
    await batch.blur();
    assert.equal(await batch.inputValue(), '1');
    assert.equal(await batch.getAttribute('aria-invalid'), null);
    assert.equal(harness.host.argsOf('scenario').length, before);
  });

  it('goes back to the defaults, and can be copied as a command', async () => {
    await harness.page.getByRole('spinbutton', { name: 'Batch' }).fill('8');
    await answered();
    await harness.page.getByRole('button', { name: 'Reset' }).click();
    await answered();
    assert.equal(last(), null);
    assert.equal(await harness.page.getByRole('spinbutton', { name: 'Batch' }).inputValue(), '1');
    await harness.page.getByRole('button', { name: 'Copy as command' }).click();
    await harness.page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.deepEqual(harness.host.argsOf('copy'), [{ what: 'command' }]);
  });

  it('shows further inputs on demand and remembers that', async () => {
    const more = harness.page.getByRole('button', { name: 'More', exact: true });
    assert.equal(await harness.page.getByRole('combobox', { name: 'Engine' }).isVisible(), false);
    await more.click();
    await harness.page.getByRole('combobox', { name: 'Engine' }).selectOption('vllm');
    await answered();
    assert.deepEqual(last(), { engine: 'vllm' });
    await harness.page.getByRole('combobox', { name: 'Phase' }).selectOption('prefill');
    await answered();
    // Prefill of 1,024 tokens is what the headline counts then.
    assert.equal(await harness.page.locator('.figure[data-figure="prefill.matrixFlops"]').count(), 1);
    assert.equal(await harness.page.evaluate('window.keptState.moreScenario'), true);
  });

  it('says why a change was not followed', async () => {
    harness.host.instead['scenario'] = () => {
      throw new Error('The file is not there any more.');
    };
    await harness.page.getByRole('spinbutton', { name: 'Batch' }).fill('2');
    await harness.page.getByText('The file is not there any more.').waitFor();
  });

  it('follows what was changed elsewhere', async () => {
    harness.host.wanted = { context: 16384 };
    await harness.notice({ notice: 'scenario' });
    await harness.page.getByText('at 16,384 tokens').first().waitFor();
    assert.equal(await harness.page.getByRole('spinbutton', { name: 'Context' }).inputValue(), '16384');
  });

  it('updates in place: what stood there stands there still', async () => {
    await harness.page.evaluate(() => {
      for (const element of document.querySelectorAll('.figure, .card, .scenario input, .scenario select'))
        (element as HTMLElement).dataset['before'] = 'yes';
    });
    const count = await harness.page.locator('[data-before]').count();
    await harness.page.getByRole('spinbutton', { name: 'Batch' }).fill('3');
    await answered();
    assert.equal(await harness.page.locator('[data-before]').count(), count);
  });
});

describe('the scenario of other models', () => {
  it('is one line in a narrow pane, which opens', async () => {
    const harness = await (await Harness.open(sample('llama-8b', 'config.json'), { width: 300 })).shown();
    try {
      const summary = harness.page.locator('.scenario .summary');
      assert.match(await summary.innerText(), /^Batch 1 · Context 4,096 · /);
      assert.equal(await harness.page.getByRole('spinbutton', { name: 'Batch' }).isVisible(), false);
      await summary.press('Enter');
      await harness.page.getByRole('spinbutton', { name: 'Batch' }).fill('2');
      await harness.page.getByText('Batch 2 ·').waitFor();
    } finally {
      await harness.close();
    }
  });

  it('has no context, cache or phase for an encoder, and its sequence instead', async () => {
    const harness = await (await Harness.open(sample('bert-base', 'config.json'))).shown();
    try {
      for (const name of ['Context', 'Prompt'])
        assert.equal(await harness.page.getByRole('spinbutton', { name }).isVisible(), false, name);
      const length = harness.page.getByRole('spinbutton', { name: 'Sequence' });
      // BERT reads 512 tokens at most.
      assert.equal(await length.getAttribute('max'), '512');
      await length.fill('128');
      await harness.settled();
      assert.deepEqual(harness.host.argsOf('scenario').at(-1), { prompt: 128 });
    } finally {
      await harness.close();
    }
  });

  it('shows a hostile name of a dimension or a model as text', async () => {
    const host = new PageHost(fixture('markup.onnx'));
    const harness = await (
      await Harness.open(host, { state: { moreScenario: true, allFigures: true } })
    ).shown();
    try {
      assert.ok(
        (await harness.page.locator('body').innerText()).includes('<img src=x onerror="document.title=1">'),
      );
      assert.equal(await harness.page.locator('img').count(), 0);
      assert.equal(await harness.page.title(), 'Model Efficiency');
      assert.deepEqual(harness.problems, []);
    } finally {
      await harness.close();
    }
  });
});
