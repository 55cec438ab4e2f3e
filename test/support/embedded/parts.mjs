import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the embedded editor lives; git ignores it, and a desktop VS Code downloaded for tests lies beside it. */
export const home = path.join(root, '.vscode-test', 'embedded');

/** The parts of the embedded editor, each one npm package in a folder of its own. */
export const parts = {
  editor: { name: 'code-server', version: '4.139.1', what: 'VS Code 1.139.1' },
  node: { name: 'node', version: '24.9.0', what: 'the Node.js it runs on' },
  browser: { name: '@sparticuz/chromium', version: '149.0.0', what: 'a headless Chromium' },
};

/** The folder of a part. */
export const partFolder = (key) => path.join(home, key);

/** The package of a part once installed. */
export const packageFolder = (key) =>
  path.join(partFolder(key), 'node_modules', ...parts[key].name.split('/'));

/** VS Code's own folder inside code-server: the only thing of it that is used. */
export const vscodeFolder = path.join(packageFolder('editor'), 'lib', 'vscode');

/** The Node.js binary that runs VS Code's server (it needs >= 22.15; the machine's own may be older). */
export const nodeBinary = path.join(
  packageFolder('node'),
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
