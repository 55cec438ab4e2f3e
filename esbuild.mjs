// Builds everything that runs: `node esbuild.mjs [--production] [--watch] [--tests]`.
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** The host loads the heavy part on first use: its import stays a require of the bundle beside it. */
const lazyEngine = {
  name: 'lazy-engine',
  setup(task) {
    task.onResolve({ filter: /^(\.\.\/)+engine\.js$/ }, (found) =>
      found.importer.includes(`${path.sep}host${path.sep}`)
        ? { path: './engine.js', external: true }
        : undefined,
    );
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  legalComments: 'none',
  metafile: true,
  target: 'es2022',
};
// jsonc-parser's main is a UMD file whose requires no bundler can follow: its module form comes first.
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

const bundles = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [lazyEngine],
  },
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
];

/** The suites that run inside VS Code, and their index, one bundle each under out/editor. */
function editorSuites() {
  const files = readdirSync('test/editor', { recursive: true, encoding: 'utf8' });
  return {
    ...node,
    minify: false,
    entryPoints: files
      .filter((name) => /(^index|Bench|\.test)\.ts$/.test(name))
      .map((name) => `test/editor/${name}`),
    outbase: 'test/editor',
    outdir: 'out/editor',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  };
}

if (tests) {
  rmSync('out/editor', { recursive: true, force: true });
  bundles.push(editorSuites());
}

const outputs = {};

/** Sizes and inputs of every bundle, for the budget and purity checks, and what its sources were, for tests that run it. */
const meta = {
  name: 'meta',
  setup(task) {
    task.onEnd(({ metafile }) => {
      if (!metafile) return;
      Object.assign(outputs, metafile.outputs);
      const files = new Set(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
      const sources = {};
      for (const file of [...files].sort())
        if (!file.includes('node_modules'))
          sources[file] = createHash('sha256').update(readFileSync(file)).digest('hex');
      mkdirSync('out', { recursive: true });
      writeFileSync('out/meta.json', JSON.stringify({ production, outputs, sources }));
    });
  },
};
for (const bundle of bundles) bundle.plugins = [...(bundle.plugins ?? []), meta];

try {
  if (watch) {
    for (const bundle of bundles) await (await context(bundle)).watch();
    console.log('watching');
  } else {
    if (production) rmSync('dist', { recursive: true, force: true });
    await Promise.all(bundles.map((bundle) => build(bundle)));
    chmodSync('dist/cli.js', 0o755);
  }
} catch {
  // esbuild has said what is wrong, and where.
  process.exit(1);
}
