// Tests inside VS Code: one runTests call for every machine, the executable being a desktop VS Code or our own launcher.
// MODEL_EFFICIENCY_EDITOR=embedded or =desktop chooses; by itself a desktop VS Code is taken where one can be had.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { PlainError, report } from '../embedded/plain.mjs';
import { root } from '../embedded/parts.mjs';
import { requireFreshBuild } from '../freshBuild.mjs';
import { desktopHere, desktopWhereItCanBeHad } from './desktop.mjs';

const launcher = fileURLToPath(
  new URL(process.platform === 'win32' ? './launch.cmd' : './launch.mjs', import.meta.url),
);

async function executable() {
  const choice = process.env.MODEL_EFFICIENCY_EDITOR ?? '';
  if (choice === 'embedded') return launcher;
  if (choice === 'desktop') {
    const here = desktopHere();
    if (here) return here;
    throw new PlainError(
      'No desktop VS Code is here: set MODEL_EFFICIENCY_VSCODE to the path of its executable.',
    );
  }
  return (await desktopWhereItCanBeHad()) ?? launcher;
}

/** A workspace whose path has a space and a letter beyond ASCII, filled with the samples and the test fixtures. */
function makeWorkspace(parent) {
  const workspace = path.join(parent, 'modèle efficiency');
  mkdirSync(workspace, { recursive: true });
  for (const [source, name] of [
    ['media/samples', 'samples'],
    ['test/fixtures/workspace', 'fixtures'],
    ['test/fixtures/safetensors', 'checkpoint'],
    ['test/fixtures/gguf', 'gguf'],
  ]) {
    if (existsSync(path.join(root, source))) {
      cpSync(path.join(root, source), path.join(workspace, name), { recursive: true });
    }
  }
  return workspace;
}

async function main() {
  // A packaged extension given by its path has been built elsewhere.
  if (process.argv[3] === undefined) requireFreshBuild();
  const parent = mkdtempSync(path.join(tmpdir(), 'model-efficiency-tests-'));
  try {
    const vscodeExecutablePath = await executable();
    console.log(vscodeExecutablePath === launcher ? 'In the embedded VS Code' : 'In a desktop VS Code');
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: process.argv[3] ?? root,
      extensionTestsPath: path.join(root, 'out', 'editor', process.argv[2] ?? 'index.js'),
      launchArgs: [
        makeWorkspace(parent),
        '--disable-extensions',
        `--user-data-dir=${path.join(parent, 'data')}`,
      ],
    });
    return 0;
  } catch (error) {
    return error?.name === 'TestRunFailedError' || /Test run (failed|terminated)/.test(String(error))
      ? 1
      : report(error);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error) => process.exit(report(error)),
);
