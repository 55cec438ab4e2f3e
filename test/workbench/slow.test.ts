import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSamples } from './samples';

const helper = fileURLToPath(new URL('../support/slowFiles', import.meta.url));

/** A file system that gives whole files only is the one that can be slow. */
describe('a model on a slow file system', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  before(async () => (samples = await openSamples({ helper: path.resolve(helper) })));
  after(() => samples.close());

  it('says on the page that it is being read, and stops when a person says so', async () => {
    await samples.workbench.run('Slow Files: Open a Model That Never Comes');
    const frame = await samples.workbench.webview();
    await frame.getByText('Reading the file').waitFor();
    assert.equal(await samples.workbench.page.locator('.notification-toast').count(), 0);
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByText('Reading was stopped.').waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Cancel' }).count(), 0);
  });

  it('shows what comes', async () => {
    await samples.workbench.run('View: Close All Editors');
    await samples.workbench.run('Slow Files: Open a Model That Comes');
    const frame = await samples.workbench.webview();
    await frame.getByText('Relu').first().waitFor();
  });
});
