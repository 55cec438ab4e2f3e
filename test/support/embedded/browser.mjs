import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { packageFolder } from './parts.mjs';
import { PlainError } from './plain.mjs';

const names = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  darwin: [],
  win32: [],
};

const places = {
  linux: [],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) =>
    process.env[variable]
      ? [
          path.join(process.env[variable], 'Google', 'Chrome', 'Application', 'chrome.exe'),
          path.join(process.env[variable], 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  ),
};

/** Flags that keep a headless browser quiet, on a machine without a GPU or a user namespace. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chrome, Chromium or Edge of this machine, or undefined. `MODEL_EFFICIENCY_BROWSER` names one by its path. */
export function systemBrowser() {
  const named = process.env.MODEL_EFFICIENCY_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new PlainError(`MODEL_EFFICIENCY_BROWSER names ${named}, and no file is there.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => (names[process.platform] ?? []).map((name) => path.join(folder, name)));
  return [...onPath, ...(places[process.platform] ?? [])].find((file) => existsSync(file));
}

/** What Playwright needs to launch a browser: the machine's own, else the one an npm package brings (Linux x64). */
export async function findBrowser(say = console.log) {
  const system = systemBrowser();
  if (system) return { executablePath: system, args: browserFlags, headless: true };
  const help = 'install Chromium, Chrome or Edge, or set MODEL_EFFICIENCY_BROWSER to the path of one';
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(`No browser was found for the tests: ${help}.`);
  }
  try {
    await install(['browser'], say);
    const entry = path.join(packageFolder('browser'), 'build', 'index.js');
    const { default: chromium } = await import(pathToFileURL(entry).href);
    const executablePath = await chromium.executablePath();
    return { executablePath, args: browserFlags, headless: true };
  } catch (error) {
    throw new PlainError(`No browser was found for the tests (${error.message}): ${help}.`);
  }
}
