import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npm } from './npm.mjs';
import { home, nodeBinary, packageFolder, partFolder, parts, vscodeFolder } from './parts.mjs';
import { PlainError } from './plain.mjs';

/** The file a part is useless without: a stamp alone is not believed. */
const essential = {
  editor: () => path.join(vscodeFolder, 'out', 'server-main.js'),
  node: () => nodeBinary,
  browser: () => path.join(packageFolder('browser'), 'package.json'),
};

const stamp = (key) => path.join(partFolder(key), 'installed.json');
const wanted = (key) => `${parts[key].name}@${parts[key].version}`;

/** True when the part was installed to the end, in the wanted version. The stamp is written last. */
function isInstalled(key) {
  if (!existsSync(stamp(key)) || !existsSync(essential[key]())) return false;
  return JSON.parse(readFileSync(stamp(key), 'utf8')).package === wanted(key);
}

/** Installs one part from nothing; what a broken-off attempt left is thrown away first. */
async function installPart(key, say) {
  const started = Date.now();
  const { what } = parts[key];
  say(`  ${what} (${wanted(key)}) ...`);
  rmSync(partFolder(key), { recursive: true, force: true });
  mkdirSync(partFolder(key), { recursive: true });
  writeFileSync(path.join(partFolder(key), 'package.json'), '{ "private": true }\n');
  // code-server's install script compiles native modules that are not needed; node's fetches its own binary package.
  const scripts = key === 'node' ? [] : ['--ignore-scripts'];
  await npm(partFolder(key), ['install', '--no-save', ...scripts, wanted(key)], what);
  if (key === 'editor') {
    say('    its libraries ...');
    await npm(vscodeFolder, ['install', '--omit=dev', '--ignore-scripts'], what);
    say('    its built-in extensions ...');
    await npm(path.join(vscodeFolder, 'extensions'), ['install', '--omit=dev', '--ignore-scripts'], what);
  }
  if (!existsSync(essential[key]())) {
    throw new PlainError(`${what} was installed, but ${path.relative(home, essential[key]())} is not in it.`);
  }
  writeFileSync(stamp(key), JSON.stringify({ package: wanted(key) }) + '\n');
  say(`    done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Holds a lock folder while working, so that two runs at once do not install over each other. */
async function locked(say, work) {
  const lock = path.join(home, 'lock');
  mkdirSync(home, { recursive: true });
  for (let waited = 0; ; waited++) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 10 * 60_000) rmSync(lock, { recursive: true, force: true });
      else if (waited === 0) say('Another run is installing the embedded editor: waiting for it.');
      await sleep(1000);
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  const leave = () => process.exit(130);
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release).off('SIGINT', leave).off('SIGTERM', leave);
  }
}

/**
 * Brings the named parts (`editor`, `node`, `browser`) into .vscode-test/embedded: nothing when they are there, a repair
 * when an earlier attempt broke off. Progress goes to `say`, one line at a time.
 */
export async function install(keys, say = console.log) {
  if (keys.every(isInstalled)) return;
  await locked(say, async () => {
    const missing = keys.filter((key) => !isInstalled(key));
    if (missing.length === 0) return;
    say('Bringing the embedded editor (once; about 1 GB in .vscode-test):');
    for (const key of missing) await installPart(key, say);
  });
}
