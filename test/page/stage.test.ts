import assert from 'node:assert/strict';
import { Harness } from './harness';
import { PageHost } from './host';
import { sample } from './sample';

/** Llama-3.1-8B: 131,072 bytes for each token, so that a GiB is 8,192 of them. */
const GIB = 8192;
const CONTEXT = 'Context';

describe('what is drawn first', () => {
  let host: PageHost;
  let harness: Harness;
  const card = (kind: string) => harness.page.locator(`.card.${kind}`);
  const type = (context: number) =>
    harness.page.getByRole('spinbutton', { name: CONTEXT }).fill(String(context));
  const total = () => card('memory').locator('.legend').innerText();
  const partsOf = (ask: string) => host.asked.filter((one) => one.ask === ask).map(({ parts }) => parts);

  beforeEach(async () => {
    host = new PageHost(sample('llama-8b', 'config.json'));
    host.wanted = { device: 'rtx-4090' };
  });
  afterEach(async () => {
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });

  it('is the headline, from an answer without pictures; the rest follows from the top down', async () => {
    let give!: () => void;
    const held = new Promise<void>((done) => (give = done));
    const usual = host.answer.bind(host);
    host.answer = async (ask, args, parts) => {
      if (ask === 'view') await held;
      return usual(ask, args, parts);
    };
    harness = await Harness.open(host);
    await harness.page.locator('.figure .value').first().waitFor();
    assert.deepEqual(partsOf('open'), [[]]);
    assert.equal(await harness.page.locator('main > *').count(), 3);
    assert.equal(await harness.page.locator('main').getAttribute('data-behind'), 'building');
    give();
    await harness.settled();
    assert.deepEqual(partsOf('view'), [['precisions', 'memory', 'blocks', 'roofline']]);
    const kinds = await harness.page
      .locator('main > *')
      .evaluateAll((all) => all.map((one) => one.className.split(' ').at(-1)));
    assert.deepEqual(kinds, [
      'page-head',
      'scenario',
      'headline',
      'precisions',
      'memory',
      'blocks',
      'roofline',
      'layers',
      'advice',
      'card',
      'all-figures',
      'card',
    ]);
  });

  it('is what is seen: what is not is asked for afterwards, and is right when it is scrolled to', async () => {
    harness = await (await Harness.open(host, { height: 420 })).shown();
    const before = host.asked.length;
    await type(2 * GIB);
    await harness.settled();
    const [scenario, ...later] = host.asked.slice(before).filter(({ ask }) => ask !== 'advice');
    assert.equal(scenario?.ask, 'scenario');
    assert.deepEqual(scenario.parts, ['precisions', 'memory']);
    assert.deepEqual(later.find(({ ask }) => ask === 'view')?.parts, ['blocks', 'roofline']);
    assert.match(await total(), /cache\s+2 GiB/);
    await card('blocks').getByRole('combobox', { name: 'Measure' }).selectOption('cacheBytes');
    await card('blocks').scrollIntoViewIfNeeded();
    // All of the model's cache, on its name beneath the map.
    const label = await card('blocks')
      .getByRole('button', { name: /^self_attn/ })
      .getAttribute('aria-label');
    assert.match(label ?? '', /2(\.0+)? GiB/);
    // Where the pictures are what is seen, they come with the answer.
    await card('roofline').scrollIntoViewIfNeeded();
    await harness.settled();
    await type(4 * GIB);
    await harness.settled();
    const seen = partsOf('scenario').at(-1) as string[];
    assert.ok(seen.includes('roofline') && seen.includes('blocks'), String(seen));
  });

  it('never is an older scenario than the last one, however late an answer comes', async () => {
    harness = await (await Harness.open(host, { height: 420 })).shown();
    const usual = host.answer.bind(host);
    let late = 0;
    host.answer = async (ask, args, parts) => {
      const answer = await usual(ask, args, parts);
      // Made at once and sent late: the first one comes while the second is on its way.
      if (ask === 'view') await new Promise((done) => setTimeout(done, (late += 300)));
      return answer;
    };
    await type(GIB);
    // The first scenario is shown, what is out of sight is on its way.
    await harness.page.locator('main[data-behind]').waitFor();
    await type(8 * GIB);
    await harness.settled();
    assert.match(await total(), /cache\s+8 GiB/);
    await card('blocks').getByRole('combobox', { name: 'Measure' }).selectOption('cacheBytes');
    const label = await card('blocks')
      .getByRole('button', { name: /^self_attn/ })
      .getAttribute('aria-label');
    assert.match(label ?? '', /8(\.0+)? GiB/);
    await card('layers').scrollIntoViewIfNeeded();
    assert.equal(await harness.page.locator('main[data-behind]').count(), 0);
  });

  it('leaves nothing of a device that is chosen no longer', async () => {
    harness = await (await Harness.open(host, { height: 420 })).shown();
    const fits = () => harness.page.locator('.headline').getByText('fits').count();
    assert.equal(await fits(), 1);
    await harness.page.getByRole('combobox', { name: 'Device' }).selectOption('');
    await harness.settled();
    assert.equal(await fits(), 0);
    assert.equal(await card('roofline').locator('.dot:visible').count(), 0);
    assert.equal(await card('memory').locator('.device-line:visible').count(), 0);
  });

  it('goes back to the place where the page was, with all that stands above it', async () => {
    harness = await (await Harness.open(host, { height: 420, state: { scroll: 500 } })).shown();
    assert.equal(await harness.page.evaluate(() => window.scrollY), 500);
    assert.deepEqual(partsOf('open'), [undefined]);
    assert.equal(partsOf('view').length, 0);
  });
});
