#!/usr/bin/env node
// Takes the place of VS Code's executable in @vscode/test-electron's runTests: same flags, but the editor is the embedded
// one, shown in a headless browser. The exit code is the one that the suites gave.
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from '../embedded/parts.mjs';
import { findBrowser } from '../embedded/browser.mjs';
import { PlainError, report } from '../embedded/plain.mjs';
import { editorAddress, startServer } from '../embedded/server.mjs';

const limit = 180_000;
/** The workbench talks a lot: all of it goes here, and only what the suites print is shown. */
const logFile = path.join(root, 'out', 'editor-window.log');

/** The value of `--name=value` among VS Code's flags. */
function flag(name) {
  const found = process.argv.slice(2).find((argument) => argument.startsWith(`--${name}=`));
  return found?.slice(name.length + 3);
}

async function main() {
  const extension = flag('extensionDevelopmentPath');
  const testsPath = flag('extensionTestsPath');
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (!extension || !testsPath || !folder) {
    throw new PlainError(
      'The launcher needs --extensionDevelopmentPath=, --extensionTestsPath= and a workspace folder.',
    );
  }
  const own = flag('user-data-dir') === undefined;
  const dataFolder = flag('user-data-dir') ?? mkdtempSync(path.join(tmpdir(), 'model-efficiency-'));
  const launchOptions = await findBrowser();
  const server = await startServer({ dataFolder });
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  let browser;
  try {
    browser = await chromium.launch(launchOptions);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise((resolve, reject) => {
      setTimeout(
        () => reject(new PlainError(`The suites did not end within ${limit / 1000} s.`)),
        limit,
      ).unref();
      server.gone.then(() => reject(new PlainError("VS Code's server ended before the suites did.")));
      page.on('crash', () => reject(new PlainError('The browser page crashed.')));
      page.exposeFunction('codeAutomationExit', (code) => resolve(code)).catch(reject);
    });
    let begun = false;
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = format(...args);
      log.write(`${type}: ${line}\n`);
      if (line.includes('suites begin')) begun = true;
      else if (begun && (type === 'log' || type === 'info')) console.log(line);
    });
    await page.goto(editorAddress({ port: server.port, folder, extension, testsPath }));
    const code = await ended;
    if (code !== 0) console.log(`What the editor itself said is in ${path.relative(root, logFile)}.`);
    return code;
  } finally {
    await browser?.close().catch(() => {});
    await server.stop();
    if (own) rmSync(dataFolder, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error) => process.exit(report(error)),
);
