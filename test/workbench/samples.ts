import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright-core';
import type { WorkbenchOptions } from '../support/workbench';
import { Workbench } from '../support/workbench';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A workbench on a copy of the samples and the broken files, in a folder whose name has a space and an accent. */
export async function openSamples(options: Partial<WorkbenchOptions> = {}) {
  const parent = mkdtempSync(path.join(tmpdir(), 'model-efficiency-samples-'));
  const folder = path.join(parent, 'modèle efficiency');
  cpSync(path.join(root, 'media', 'samples'), path.join(folder, 'samples'), { recursive: true });
  cpSync(path.join(root, 'test', 'fixtures', 'workspace'), path.join(folder, 'fixtures'), {
    recursive: true,
  });
  for (const [from, to] of [
    ['safetensors', 'checkpoint'],
    ['gguf', 'gguf'],
  ] as const)
    cpSync(path.join(root, 'test', 'fixtures', from), path.join(folder, to), { recursive: true });
  const workbench = await Workbench.open({ ...options, folder });
  return {
    workbench,
    folder,
    close: async () => {
      await workbench.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Opens the Llama sample and compares it with the GPT-2 one, by the palette and the list that it opens. */
export async function compareWithGpt2(workbench: Workbench): Promise<Frame> {
  await workbench.openFile('samples/llama-8b/config.json');
  await workbench.lenses();
  await workbench.run('Model Efficiency: Compare Models');
  const input = workbench.page.locator('.quick-input-widget');
  await input.getByText('0 Selected').waitFor();
  await workbench.page.keyboard.type('gpt2-small');
  await input.locator('.monaco-list-row', { hasText: 'gpt2-small' }).first().click();
  await input.getByText('1 Selected').waitFor();
  await workbench.page.keyboard.press('Enter');
  return workbench.webview();
}
