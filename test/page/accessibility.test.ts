import assert from 'node:assert/strict';
import { themes } from '../support/workbench';
import type { Theme } from '../support/workbench';
import { violations } from './axe';
import { comparisonHost } from './comparisonHost';
import { Harness } from './harness';
import { PageHost } from './host';
import { sample } from './sample';

describe('the page for everybody', () => {
  for (const theme of Object.keys(themes) as Theme[]) {
    it(`has nothing that axe-core objects to in ${theme}, every part open`, async () => {
      const host = new PageHost(sample('llama-8b', 'config.json'));
      host.wanted = { device: 'rtx-4090' };
      const harness = await Harness.open(host, { theme, state: { moreScenario: true, allFigures: true } });
      try {
        await harness.shown();
        await harness.page.locator('.advice-card').first().waitFor();
        await harness.page.locator('.figure .how').first().click();
        await harness.page.locator('.figure-line > summary').first().click();
        await harness.settled();
        assert.deepEqual(await violations(harness), []);
        for (const toggle of await harness.page.getByRole('button', { name: 'As table' }).all())
          await toggle.click();
        await harness.page.getByRole('button', { name: 'Export' }).click();
        await harness.settled();
        assert.deepEqual(await violations(harness), []);
        assert.deepEqual(harness.problems, []);
      } finally {
        await harness.close();
      }
    });

    it(`has nothing that axe-core objects to in a comparison in ${theme}`, async () => {
      const files = [sample('llama-8b', 'config.json'), sample('digits-cnn.onnx')];
      for (const width of [1200, 300]) {
        const harness = await Harness.open(comparisonHost(files), { theme, kind: 'comparison', width });
        try {
          await harness.page.locator('.compare-table td').first().waitFor();
          assert.deepEqual(await violations(harness), []);
        } finally {
          await harness.close();
        }
      }
    });
  }
});
