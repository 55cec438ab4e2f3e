// Builds everything that runs: `node esbuild.mjs [--production] [--watch] [--tests]`.
import { build, context } from 'esbuild';
import { chmodSync, existsSync, globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** Entries that the project's first days may still lack; said aloud, never passed over in silence. */
const present = (file) => {
  if (existsSync(file)) return true;
  console.warn(`notice: ${file} is not there yet, its bundle is left out`);
  return false;
};

/** The host loads the heavy part on first use: its import stays a require of the bundle beside it. */
const lazyEngine = {
  name: 'lazy-engine',
  setup(task) {
    task.onResolve({ filter: /^(\.\.\/)+engine\.js$/ }, (found) =>
      found.importer.includes(`${path.sep}host${path.sep}`) ? { path: './engine.js', external: true } : undefined,
    );
  },
};

/** Fails the build when the core reaches for an editor, for node or for a page: no import may leave it but packages. */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  legalComments: 'none',
  metafile: true,
  target: 'es2022',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], plugins: [lazyEngine] },
  { ...node, entryPoints: ['src/engine.ts'], outfile: 'dist/engine.js' },
  { ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  {
    ...common,
    entryPoints: ['media/view/main.ts'],
    outfile: 'dist/view.js',
    platform: 'browser',
    format: 'iife',
  },
  // The core alone, for no platform at all: `vscode` and `node:*` cannot be resolved here, so the build fails on them.
  {
    ...common,
    entryPoints: ['src/core/analyse.ts'],
    outfile: 'out/core-neutral.js',
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
    sourcemap: false,
    logLevel: 'warning',
  },
].filter(({ entryPoints }) => present(entryPoints[0]));

