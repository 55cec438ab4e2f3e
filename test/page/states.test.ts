import assert from 'node:assert/strict';
import { themes } from '../support/workbench';
import type { Theme } from '../support/workbench';
import { Harness } from './harness';
import { PageHost } from './host';
import { fixture, sample } from './sample';

/** An answer that a test gives when it wants to. */
function held() {
  let give!: () => void;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

describe('the states of the page', () => {
  let harness: Harness | undefined;
  afterEach(async () => {
    await harness?.close();
    harness = undefined;
  });

  it('says that it reads and how far it is, and stops when a person says so', async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    const { given, give } = held();
    host.instead['open'] = async () => {
      await given;
      throw new Error('Reading was stopped.');
    };
    host.instead['cancel'] = () => {
      give();
      return null;
    };
    harness = await Harness.open(host);
    await harness.page.getByRole('status').getByText('Reading the file …').waitFor();
    await harness.notice({ notice: 'progress', share: 0.42 });
    await harness.page.getByText('Reading the file … 42 %').waitFor();
    await harness.page.getByRole('button', { name: 'Cancel' }).click();
    await harness.page.getByRole('alert').getByText('Reading was stopped.').waitFor();
    delete host.instead['open'];
    await harness.page.getByRole('button', { name: 'Read again' }).click();
    await harness.shown();
  });

  for (const file of ['broken.onnx', 'empty.onnx', 'pointer.onnx'])
    it(`answers ${file} with a sentence, and no half a page`, async () => {
      harness = await Harness.open(fixture(file));
      const alert = harness.page.locator('.message[role=alert], .page-head');
      await alert.first().waitFor();
      const text = await harness.page.locator('body').innerText();
      assert.match(text, /\./);
      assert.doesNotMatch(text, /undefined|NaN|\[object|Error:/);
    });

  it('reads anew when the file has changed: in place, the focus and the open parts stay', async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    harness = await (await Harness.open(host)).shown();
    const batch = harness.page.getByRole('spinbutton', { name: 'Batch' });
    await harness.page.locator('.figure .how').first().click();
    await batch.focus();
    const { given, give } = held();
    const usual = host.answer.bind(host);
    host.answer = async (ask, args) => {
      if (ask === 'open') await given;
      return usual(ask, args);
    };
    await harness.notice({ notice: 'changed' });
    // While it reads, the last page stands.
    assert.equal(await harness.page.locator('.figure').count(), 5);
    give();
    await harness.settled();
    assert.ok(await batch.evaluate((element) => element === document.activeElement));
    assert.equal(await harness.page.locator('.figure-detail').isVisible(), true);
    assert.equal(await harness.page.locator('.page-head').count(), 1);
  });

  it('shows what could be read of a file with problems, and leads to them', async () => {
    const host = new PageHost(sample('digits-cnn.onnx'));
    const usual = host.answer.bind(host);
    host.answer = async (ask, args) => {
      const value = await usual(ask, args);
      if (ask !== 'open') return value;
      const { head, ...rest } = value as { head: { problems: unknown[] } };
      const problems = [
        { severity: 'warning', message: '3 of 12 nodes have no shape.' },
        { severity: 'error', message: 'The external file weights.bin is missing.' },
      ];
      return { ...rest, head: { ...head, problems } };
    };
    harness = await (await Harness.open(host)).shown();
    const link = harness.page.getByRole('link', { name: '2 problems' });
    await link.click();
    const first = harness.page.locator('.problems li').first();
    // The worst comes first, told by word.
    assert.match(await first.innerText(), /error\s+The external file weights\.bin is missing\./);
    assert.ok(await harness.page.locator('#problems').isVisible());
  });

  it('has no place for what a model does not have', async () => {
    harness = await (await Harness.open(sample('digits-cnn.onnx'))).shown();
    assert.equal(await harness.page.getByRole('link', { name: /problem/ }).isVisible(), false);
    assert.equal(await harness.page.getByRole('combobox', { name: 'Cache' }).isVisible(), false);
    // 416 + 12,832 + 24,624 + 490 parameters.
    assert.match(await harness.page.locator('.figure').first().innerText(), /exact\s+38,362/);
    assert.doesNotMatch(await harness.page.locator('body').innerText(), /undefined|NaN|\[object/);
  });

  it('moves nothing for those who want no motion', async () => {
    harness = await (await Harness.open(sample('llama-8b', 'config.json'), { reducedMotion: true })).shown();
    const moving = await harness.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration.split(',').some((one) => parseFloat(one) > 0);
        }).length,
    );
    assert.equal(moving, 0);
  });
});

describe('the page without a device', () => {
  for (const width of [1200, 300])
    it(`says what a device would show and leads to the list of devices at ${width} px`, async () => {
      const harness = await (await Harness.open(sample('llama-8b', 'config.json'), { width })).shown();
      try {
        const hints = harness.page.locator('.device-hint:visible');
        assert.deepEqual(
          (await hints.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
          [
            'A device shows what fits. Choose a device',
            'A device shows how long this takes, and which operators its memory or its arithmetic bounds. Choose a device',
          ],
        );
        assert.equal(await harness.page.locator('.grid-head .seconds').isVisible(), false);
        await hints.last().getByRole('button').click();
        const device = harness.page.getByRole('combobox', { name: 'Device' });
        assert.ok(await device.evaluate((element) => element === document.activeElement));
        await device.selectOption('rtx-4090');
        await harness.settled();
        assert.equal(await hints.count(), 0);
        assert.equal(await harness.page.locator('.roofline svg').isVisible(), true);
        if (width === 1200) assert.equal(await harness.page.locator('.grid-head .seconds').isVisible(), true);
      } finally {
        await harness.close();
      }
    });
});

describe('figures and actions', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await (await Harness.open(sample('llama-8b', 'config.json'))).shown();
  });
  afterEach(async () => {
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });

  it('shows how a figure comes about, leads to its places and closes with Escape', async () => {
    const how = harness.page.getByRole('button', { name: 'How Parameters comes about' });
    await how.click();
    const detail = harness.page.locator('.figure-detail');
    assert.match(await detail.innerText(), /8,030,261,248 parameters/);
    assert.equal(await how.getAttribute('aria-expanded'), 'true');
    await detail.locator('button.place').first().click();
    await harness.settled();
    const [place] = harness.host.argsOf('reveal') as { offset?: number }[];
    assert.equal(typeof place?.offset, 'number');
    await how.press('Escape');
    assert.equal(await detail.isVisible(), false);
    assert.ok(await how.evaluate((element) => element === document.activeElement));
  });

  it('copies each figure in full', async () => {
    await harness.page.getByRole('button', { name: 'Copy Parameters' }).first().click();
    await harness.settled();
    assert.deepEqual(harness.host.argsOf('copy'), [{ text: 'Parameters: 8,030,261,248 parameters' }]);
  });

  it('shows all figures on demand, each with its certainty by word', async () => {
    await harness.page.locator('.all-figures > summary').click();
    const lines = harness.page.locator('.figure-line > summary');
    await lines.first().waitFor();
    const count = await lines.count();
    assert.ok(count > 8, String(count));
    for (const text of await lines.allInnerTexts()) assert.match(text, /exact|estimated|lower bound|unknown/);
    await lines.first().click();
    await harness.page.locator('.line-detail').first().getByText('Formula').waitFor();
  });

  it('exports, compares, reports and shows the text from the header', async () => {
    const { page, host } = harness;
    await page.getByRole('button', { name: 'Export' }).press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await harness.settled();
    assert.equal((host.argsOf('save')[0] as { format: string }).format, 'csv');
    assert.ok(
      await page.getByRole('button', { name: 'Export' }).evaluate((one) => one === document.activeElement),
    );
    await page.getByRole('button', { name: 'Compare …' }).click();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByRole('button', { name: 'Show text' }).click();
    await page.getByRole('button', { name: 'Copy report' }).click();
    await harness.settled();
    assert.equal(host.argsOf('compare').length, 1);
    assert.equal(host.argsOf('showReport').length, 1);
    assert.equal((host.argsOf('reveal')[0] as { offset: number }).offset, 0);
    assert.deepEqual(host.argsOf('copy').at(-1), { what: 'report' });
    await page.getByRole('button', { name: 'Export' }).click();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('menu').first().isVisible(), false);
  });

  it('says in its own place what could not be done', async () => {
    harness.host.instead['save'] = () => {
      throw new Error('The folder cannot be written.');
    };
    await harness.page.getByRole('button', { name: 'Export' }).click();
    await harness.page.getByRole('menuitem', { name: 'Report as JSON' }).click();
    await harness.page.getByRole('status').getByText('The folder cannot be written.').waitFor();
  });
});

describe('the page in any pane', () => {
  const panes = [
    { name: '300 px', width: 300, scale: 1 },
    { name: '700 px', width: 700, scale: 1 },
    { name: '1200 px at 200 %', width: 600, scale: 2 },
    { name: '1200 px', width: 1200, scale: 1 },
  ];
  for (const { name, width, scale } of panes)
    for (const file of [['llama-8b', 'config.json'], ['text-encoder.onnx']])
      it(`shows ${file[0]} at ${name} with nothing wider than the pane`, async () => {
        const host = new PageHost(sample(...file));
        host.wanted = { device: 'rtx-4090' };
        const harness = await (
          await Harness.open(host, { width, scale, state: { moreScenario: true, allFigures: true } })
        ).shown();
        try {
          await harness.page.locator('.advice-card').first().waitFor();
          const wide = await harness.page.evaluate(() => ({
            page: document.documentElement.scrollWidth - window.innerWidth,
            parts: [...document.querySelectorAll('.card, .figure, svg.chart, select, button')]
              .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 0.5)
              .filter((part) => part.closest('.grid-scroller, .scrolls') === null)
              .map((part) => part.outerHTML.slice(0, 120)),
          }));
          assert.deepEqual(wide, { page: 0, parts: [] });
        } finally {
          await harness.close();
        }
      });

  it('lays no control of the scenario over another at any width', async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    host.wanted = { device: 'rtx-4090' };
    const harness = await (await Harness.open(host)).shown();
    try {
      for (let width = 300; width <= 1300; width += 25) {
        await harness.page.setViewportSize({ width, height: 900 });
        const over = await harness.page.evaluate(() => {
          const controls = [...document.querySelectorAll('.scenario input, .scenario select')]
            .map((control) => ({ control, box: control.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0);
          return controls.flatMap(({ control, box: a }, i) =>
            controls
              .slice(i + 1)
              .filter(
                ({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
              )
              .map(
                (other) => `${control.outerHTML.slice(0, 60)} over ${other.control.outerHTML.slice(0, 60)}`,
              ),
          );
        });
        assert.deepEqual(over, [], `at ${width} px`);
      }
    } finally {
      await harness.close();
    }
  });

  for (const theme of Object.keys(themes) as Theme[])
    it(`draws no picture in the colour of its ground in ${theme}`, async () => {
      const host = new PageHost(sample('llama-8b', 'config.json'));
      host.wanted = { device: 'rtx-4090' };
      const harness = await (await Harness.open(host, { theme })).shown();
      try {
        const fills = await harness.page.evaluate(() =>
          [...document.querySelectorAll('.area, .bars .full, .block:not(.open) .edge, .device-line')].map(
            (shape) => {
              const { fill, stroke } = getComputedStyle(shape);
              return shape.classList.contains('device-line') ? stroke : fill;
            },
          ),
        );
        assert.ok(fills.length > 10);
        for (const fill of fills) assert.doesNotMatch(fill, /^(none|rgba\(.*, 0\)|rgb\(0, 0, 0\))$/);
      } finally {
        await harness.close();
      }
    });
});

describe('the search on the page', () => {
  it('finds a tensor by name and leads to its row', async () => {
    const harness = await (await Harness.open(sample('llama-8b', 'config.json'))).shown();
    const field = harness.page.getByRole('combobox', { name: 'Find a layer' });
    await field.fill('k_proj');
    await harness.page.getByRole('option').filter({ hasText: 'k_proj' }).first().waitFor();
    await field.press('Enter');
    await harness.page.locator('.layer-name', { hasText: 'k_proj' }).waitFor();
    assert.match(await harness.page.locator('.grid-row.active').innerText(), /k_proj/);
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });
});
