// `npm start`: builds the extension and opens the project's samples in a real VS Code with it.
// `npm start -- --desktop` takes the desktop VS Code of this machine; `--port N` and `--folder DIR` choose otherwise.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { desktopHere } from './editor/desktop.mjs';
import { root } from './embedded/parts.mjs';
import { PlainError, report } from './embedded/plain.mjs';
import { editorAddress, reservePort, startServer } from './embedded/server.mjs';

const usage = 'Usage: npm start -- [--desktop] [--port N] [--folder DIR]';

function options() {
  try {
    const { values } = parseArgs({
      options: { desktop: { type: 'boolean' }, port: { type: 'string' }, folder: { type: 'string' } },
    });
    const port = values.port === undefined ? 8137 : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new PlainError(`${values.port} is no port. ${usage}`);
    const folder = path.resolve(
      process.env.INIT_CWD ?? '.',
      values.folder ?? path.join(root, 'media', 'samples'),
    );
    if (!existsSync(folder)) throw new PlainError(`There is no folder ${folder}. ${usage}`);
    return { desktop: values.desktop ?? false, port, folder };
  } catch (error) {
    throw error instanceof PlainError
      ? error
      : new PlainError(`${error.message.replace(/\.?$/, '.')} ${usage}`);
  }
}

function buildExtension() {
  console.log('Building the extension ...');
  try {
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new PlainError('The extension could not be built: see above.');
  }
}

/** A desktop VS Code: the one named or downloaded for tests, else `code` of the PATH. */
function desktop() {
  const here = desktopHere();
  if (here) return here;
  const shell = process.platform === 'win32';
  if (spawnSync('code', ['--version'], { shell, stdio: 'ignore' }).status === 0) return 'code';
  throw new PlainError(
    'No desktop VS Code was found: put `code` on the PATH or set MODEL_EFFICIENCY_VSCODE, or run npm start without --desktop.',
  );
}

function openDesktop(folder) {
  const executable = desktop();
  spawn(executable, [folder, `--extensionDevelopmentPath=${root}`, '--new-window'], {
    detached: true,
    shell: executable === 'code' && process.platform === 'win32',
    stdio: 'ignore',
  }).unref();
  console.log(`Opened ${folder} in the desktop VS Code (${executable}).`);
}

async function openEmbedded(port, folder) {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'model-efficiency-start-'));
  const clean = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clean);
  const server = await startServer({ port, dataFolder });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => void server.stop().then(() => process.exit(0)));
  console.log('\nVS Code with Model Efficiency Lens is ready. Open this address in a browser:\n');
  console.log(`  ${editorAddress({ port: server.port, folder, extension: root })}\n`);
  console.log('Ctrl+C ends it.');
  await server.gone;
  throw new PlainError("VS Code's server has ended.");
}

async function main() {
  const { desktop: wantsDesktop, port, folder } = options();
  // What can be wrong is said before anything is built or brought.
  if (wantsDesktop) desktop();
  else await reservePort(port);
  buildExtension();
  if (wantsDesktop) openDesktop(folder);
  else await openEmbedded(port, folder);
}

main().catch((error) => process.exit(report(error)));
