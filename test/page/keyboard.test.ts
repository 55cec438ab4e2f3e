import assert from 'node:assert/strict';
import { Harness } from './harness';
import { PageHost } from './host';
import { sample } from './sample';

/** Where the focus is. */
interface Stop {
  readonly name: string;
  /** Number of the element among those that can be reached; -1 for none of them. */
  readonly at: number;
  /** What it is a part of. */
  readonly part: string;
  readonly box: { readonly top: number; readonly bottom: number; readonly left: number };
  readonly seen: boolean;
}

/** Notes every control that is shown and takes part in the order of Tab; gives their names. */
function noteControls(): string[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, summary, [tabindex]:not(button):not(input)',
    ),
  ].filter((one) => one.tabIndex >= 0 && one.checkVisibility({ checkVisibilityCSS: true }));
  // Of svg elements too.
  all.forEach((one, i) => one.setAttribute('data-stop', String(i)));
  return all.map(
    (one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40)}`,
  );
}

/** The element that has the focus. */
function stopNow(): Stop {
  const one = document.activeElement as HTMLElement;
  const { top, bottom, left } = one.getBoundingClientRect();
  const outlined = (s: CSSStyleDeclaration) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
  const ringed = (s: CSSStyleDeclaration) =>
    s.stroke === getComputedStyle(document.body).getPropertyValue('--test-focus');
  // Shapes have their ring as a stroke, on themselves or on the box inside.
  const shapes = one instanceof SVGElement ? [one, ...one.querySelectorAll('rect')] : [];
  return {
    name: `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40)}`,
    at: Number(one.getAttribute('data-stop') ?? -1),
    part:
      one.closest('.section-head, .fields, .actions, .figure, .advice-card, .figure-line-holder')
        ?.className ?? '',
    box: { top: top + scrollY, bottom: bottom + scrollY, left },
    seen: outlined(getComputedStyle(one)) || shapes.some((shape) => ringed(getComputedStyle(shape))),
  };
}

describe('the page by keyboard alone', () => {
  let harness: Harness;
  beforeEach(async () => {
    const host = new PageHost(sample('llama-8b', 'config.json'));
    host.wanted = { device: 'rtx-4090' };
    harness = await (
      await Harness.open(host, { state: { moreScenario: true, allFigures: true }, height: 1000 })
    ).shown();
    await harness.page.locator('.advice-card').first().waitFor();
    await harness.settled();
  });
  afterEach(async () => {
    assert.deepEqual(harness.problems, []);
    await harness.close();
  });

  it('Tab reaches every control once, in the order it is seen, and shows where it is', async () => {
    const { page } = harness;
    // The colour of the focus as a stroke has it when computed.
    await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.setProperty('color', 'var(--vscode-focusBorder)');
      document.body.style.setProperty('--test-focus', getComputedStyle(probe).color);
      probe.remove();
    });
    const controls = await page.evaluate(noteControls);
    assert.ok(controls.length > 60, String(controls.length));
    const stops: Stop[] = [];
    for (let i = 0; i < controls.length + 20; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(stopNow);
      if (stop.name.startsWith('BODY')) break;
      stops.push(stop);
    }
    // The body comes after the last control: there is no trap.
    const numbers = stops.map(({ at }) => at);
    assert.deepEqual(
      stops.filter(({ at }) => at < 0).map(({ name }) => name),
      [],
    );
    assert.deepEqual(
      controls.filter((_, at) => !numbers.includes(at)),
      [],
    );
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
    assert.deepEqual(
      stops.filter(({ seen }) => !seen).map(({ name }) => name),
      [],
    );
    const back: string[] = [];
    for (const [i, b] of stops.entries()) {
      const a = stops[i - 1];
      if (!a || a.part === '' || a.part !== b.part || a.part.includes('advice-card')) continue;
      const sameLine = b.box.top < a.box.bottom && b.box.bottom > a.box.top;
      if (sameLine && b.box.left < a.box.left) back.push(`${a.name} -> ${b.name}`);
    }
    assert.deepEqual(back, []);
  });

  it('walks the tree of layers as the pattern of a tree grid says', async () => {
    const { page } = harness;
    const grid = page.getByRole('treegrid');
    await grid.focus();
    const active = () =>
      grid.evaluate((one) => {
        const row = document.getElementById(one.getAttribute('aria-activedescendant') ?? '');
        return {
          index: Number(row?.getAttribute('aria-rowindex')),
          level: Number(row?.getAttribute('aria-level')),
          open: row?.getAttribute('aria-expanded'),
          chosen: row?.getAttribute('aria-selected'),
        };
      });
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await harness.settled();
      return active();
    };
    const first = await press('Home');
    assert.deepEqual([first.level, first.open, first.chosen], [1, 'true', 'true']);
    const count = Number(await grid.getAttribute('aria-rowcount'));
    // Right on an open row goes to its first child, left on that child's row closes it, then goes to the parent.
    const child = await press('ArrowRight');
    assert.deepEqual([child.index, child.level], [first.index + 1, 2]);
    assert.equal((await press('ArrowUp')).index, first.index);
    assert.equal((await press('ArrowLeft')).open, 'false');
    assert.ok(Number(await grid.getAttribute('aria-rowcount')) < count);
    assert.equal((await press('ArrowRight')).open, 'true');
    assert.equal(Number(await grid.getAttribute('aria-rowcount')), count);
    const last = await press('End');
    assert.equal(last.index, count);
    assert.ok((await press('PageUp')).index < last.index);
    await press('Home');
    const deep = await press('ArrowRight');
    assert.equal(deep.level, 2);
    if (deep.open === 'true') await press('ArrowLeft');
    assert.equal((await press('ArrowLeft')).index, first.index);
    // Enter goes to the source.
    await press('Enter');
    assert.equal(harness.host.argsOf('reveal').length, 1);
  });

  it('sorts and lists otherwise without a mouse, and the focus stays', async () => {
    const { page } = harness;
    const head = page.getByRole('columnheader').filter({ has: page.locator('[data-column=macs]') });
    await head.getByRole('button').focus();
    for (const order of ['descending', 'ascending', 'none']) {
      await page.keyboard.press('Enter');
      await harness.settled();
      assert.equal(await head.getAttribute('aria-sort'), order);
      assert.equal(await page.locator(':focus').innerText(), 'MACs');
    }
    await page.getByRole('radio', { name: 'Blocks' }).focus();
    await page.keyboard.press('ArrowLeft');
    await harness.settled();
    assert.equal(await page.getByRole('radio', { name: 'Tensors' }).getAttribute('aria-checked'), 'true');
    assert.equal(await page.locator(':focus').innerText(), 'Tensors');
  });

  it('moves the context by every key of a slider, in the strip and in the picture', async () => {
    const { page } = harness;
    const context = () => page.getByRole('spinbutton', { name: 'Context' }).inputValue().then(Number);
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await harness.settled();
      return context();
    };
    for (const slider of [
      page.getByRole('slider', { name: 'Context, slider' }),
      page.getByRole('slider', { name: 'Chosen context' }),
    ]) {
      await slider.focus();
      // Llama 3.1 reads 131,072 tokens at most.
      assert.equal(await press('End'), 131_072);
      const below = await press('ArrowLeft');
      assert.ok(below < 131_072, String(below));
      const far = await press('PageDown');
      assert.ok(far < below, String(far));
      assert.ok((await press('PageUp')) > far);
      const least = await press('Home');
      assert.ok(least < 1024, String(least));
      const more = await press('ArrowRight');
      assert.ok(more > least, `${least} and ${more}`);
      assert.ok((await press('ArrowUp')) > more);
      assert.ok(await slider.evaluate((one) => one === document.activeElement));
    }
  });

  it('opens and leaves every menu and table, and the focus goes back', async () => {
    const { page } = harness;
    const buttons = page.locator('button[aria-haspopup=menu]');
    const menus = await buttons.count();
    assert.equal(menus, 5);
    for (let i = 0; i < menus; i++) {
      const button = buttons.nth(i);
      await button.focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.locator(':focus').getAttribute('role'), 'menuitem');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowDown');
      assert.equal(await page.locator(':focus').getAttribute('role'), 'menuitem');
      await page.keyboard.press('Escape');
      assert.ok(await button.evaluate((one) => one === document.activeElement));
      assert.equal(await button.getAttribute('aria-expanded'), 'false');
    }
    for (const toggle of await page.getByRole('button', { name: 'As table' }).all()) {
      await toggle.focus();
      await page.keyboard.press('Space');
      assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
      // A long table is scrolled by keys.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.ok(await page.locator(':focus').count());
      await toggle.focus();
      await page.keyboard.press('Space');
      assert.equal(await toggle.getAttribute('aria-pressed'), 'false');
    }
  });
});
