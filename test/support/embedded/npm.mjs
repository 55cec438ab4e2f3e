import { spawn } from 'node:child_process';
import { PlainError } from './plain.mjs';

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

/** The environment without what an outer `npm run` says about this project: an inner npm must not take it for its own. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) =>
        !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|global_prefix|prefix|omit|include|dry_run|ignore_scripts|workspaces?)$/i.test(
          key,
        ),
    ),
  );
}

/** Runs npm in a folder; rejects with one sentence, the network named when that was the cause. */
export function npm(folder, args, what) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(
      command,
      [
        ...first,
        ...args,
        '--no-audit',
        '--no-fund',
        '--no-update-notifier',
        '--loglevel=error',
        '--fetch-retries=1',
      ],
      {
        cwd: folder,
        env: cleanEnvironment(),
        shell: command === 'npm' && process.platform === 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    const keep = (chunk) => (said = (said + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', () => reject(new PlainError('npm could not be started: is it on the PATH?')));
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      if (offline.test(said)) {
        return reject(
          new PlainError(
            `No network: ${what} comes from the npm registry on first use, so connect once and run the same command again.`,
          ),
        );
      }
      if (/ENOSPC/.test(said))
        return reject(new PlainError(`The disk is full: ${what} could not be installed.`));
      reject(new PlainError(`Installing ${what} failed (npm exit code ${code}).\n${said.trim()}`));
    });
  });
}
