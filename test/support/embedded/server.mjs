import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { install } from './install.mjs';
import { nodeBinary, vscodeFolder } from './parts.mjs';
import { PlainError } from './plain.mjs';

const host = '127.0.0.1';

/** Settings of every embedded editor: trusted, silent, no start page, so that the extension is what one sees. */
const quiet = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'window.commandCenter': false,
};

const settingsFile = (dataFolder) => path.join(dataFolder, 'data', 'User', 'settings.json');

/** Writes the user settings of an embedded editor, on top of the quiet ones; an open editor takes them up. */
export function writeSettings(dataFolder, settings = {}) {
  mkdirSync(path.dirname(settingsFile(dataFolder)), { recursive: true });
  writeFileSync(settingsFile(dataFolder), JSON.stringify({ ...quiet, ...settings }, null, 2));
}

/** Resolves with the port when it is free (a free one for 0), rejects with a sentence when it is taken. */
export function reservePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(new PlainError(`Port ${port} ${why}: choose another with --port N.`));
    });
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(address.port));
    });
  });
}

/**
 * Starts VS Code's server (installed on first use) and waits until it listens.
 * @param {{ port?: number, dataFolder: string, say?: (line: string) => void }} options
 * @returns {Promise<{ port: number, stop: () => Promise<void>, gone: Promise<void> }>}
 */
export async function startServer({ port = 0, dataFolder, say = console.log }) {
  await install(['editor', 'node'], say);
  const chosen = await reservePort(port);
  if (!existsSync(settingsFile(dataFolder))) writeSettings(dataFolder);
  const child = spawn(
    nodeBinary,
    [
      path.join(vscodeFolder, 'out', 'server-main.js'),
      ...[
        '--host',
        host,
        '--port',
        String(chosen),
        '--without-connection-token',
        '--accept-server-license-terms',
      ],
      ...['--enable-smoke-test-driver', '--server-data-dir', dataFolder, '--disable-telemetry'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const gone = new Promise((resolve) => child.once('exit', () => resolve()));
  const kill = () => {
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await gone;
  };
  let said = '';
  try {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new PlainError(`VS Code's server did not listen within 60 s.\n${said}`)),
        60_000,
      );
      const read = (chunk) => {
        said = (said + chunk).slice(-5000);
        if (/listening/i.test(said)) {
          clearTimeout(timer);
          resolve();
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new PlainError(`VS Code's server ended with code ${code} before it listened.\n${said}`));
      });
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: chosen, stop, gone };
}

/** An absolute path as the path of a URI; a Windows drive letter gets its leading slash. */
const uriPath = (file) => {
  const slashed = file.replaceAll('\\', '/');
  return encodeURI(slashed.startsWith('/') ? slashed : `/${slashed}`);
};

/**
 * The address that opens a folder with an extension under development, and its tests when `testsPath` is given.
 * @param {{ port: number, folder: string, extension?: string, testsPath?: string }} what
 */
export function editorAddress({ port, folder, extension, testsPath }) {
  const remote = (file) => `vscode-remote://${host}:${port}${uriPath(file)}`;
  const payload = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  return `http://${host}:${port}/?folder=${encodeURIComponent(folder.replaceAll('\\', '/'))}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
