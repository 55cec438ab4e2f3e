// `npm run report -- FILE`: the command line tool, built first when a source is newer than the bundle.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './embedded/parts.mjs';

const cli = path.join(root, 'dist', 'cli.js');
const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = Math.max(
  ...readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
    time(path.join(root, 'src', name)),
  ),
);
if (time(cli) < newest) {
  const built = spawnSync(process.execPath, ['esbuild.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) process.exit(1);
}
const { status } = spawnSync(process.execPath, [cli, 'report', ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
process.exit(status ?? 1);
