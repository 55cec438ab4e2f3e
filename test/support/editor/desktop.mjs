import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { PlainError } from '../embedded/plain.mjs';
import { root } from '../embedded/parts.mjs';

const cache = path.join(root, '.vscode-test');
const inside = {
  win32: ['Code.exe'],
  darwin: ['Visual Studio Code.app', 'Contents', 'MacOS', 'Electron'],
  linux: ['code'],
};

/** True where a window can be shown: everywhere but on a Linux without a display. */
const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A desktop VS Code that is already here: named by `MODEL_EFFICIENCY_VSCODE`, or downloaded earlier. */
export function desktopHere() {
  const named = process.env.MODEL_EFFICIENCY_VSCODE;
  if (named) {
    if (existsSync(named)) return named;
    throw new PlainError(`MODEL_EFFICIENCY_VSCODE names ${named}, and no file is there.`);
  }
  if (!hasDisplay() || !existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith('vscode-'))
    .map((name) => path.join(cache, name, ...(inside[process.platform] ?? inside.linux)))
    .find((file) => existsSync(file));
}

/** One question to the download host, three seconds at most: without an answer nothing is downloaded. */
async function downloadable() {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** A desktop VS Code, downloaded when there is none, a display and a network; undefined when it can't be had. */
export async function desktopWhereItCanBeHad() {
  const here = desktopHere();
  if (here || !hasDisplay() || !(await downloadable())) return here;
  try {
    return await downloadAndUnzipVSCode({ cachePath: cache });
  } catch {
    return undefined;
  }
}
