import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { file, lensesOf } from './files';

/** Measures activation (bundle loaded and run) and the first lens (engine loaded on first use), in milliseconds. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('model-efficiency-lens.model-efficiency-lens')!;
  if (extension.isActive) throw new Error('It is active already: nothing can be measured.');
  const begun = performance.now();
  await extension.activate();
  const activation = performance.now() - begun;
  const document = await vscode.workspace.openTextDocument(file('samples/llama-8b/config.json'));
  const opened = performance.now();
  const lenses = await lensesOf(document);
  const firstLens = performance.now() - opened;
  if (lenses.length !== 1) throw new Error('No lens came.');
  const again = performance.now();
  await lensesOf(document);
  const nextLens = performance.now() - again;
  const result = { activation, firstLens, nextLens, vscode: vscode.version };
  writeFileSync(path.join(__dirname, '..', 'activation-bench.json'), JSON.stringify(result));
}
