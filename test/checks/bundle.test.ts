import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { json, root, text } from './files';

interface Output {
  readonly bytes: number;
  readonly inputs: Record<string, unknown>;
  readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
}

/** What esbuild wrote about the production build, which the suite before this one made. */
const meta: { production: boolean; outputs: Record<string, Output> } = json('out/meta.json');
const output = (file: string): Output => {
  const found = meta.outputs[file];
  assert.ok(found, `${file} was not built`);
  return found;
};
const external = (file: string) =>
  [
    ...new Set(
      output(file)
        .imports.filter((one) => one.external)
        .map((one) => one.path),
    ),
  ].sort();

/** The most bytes each production bundle may have. */
const budgets: Record<string, number> = {
  // The host alone: lenses, pages, the text form and its writing. What they show is computed and worded in the engine.
  'dist/extension.js': 56_000,
  // Hundreds of families, each a declaration, and the defaults of their classes; loaded on first use.
  'dist/engine.js': 2_000_000,
  'dist/view.js': 200_000,
  'dist/view.css': 40_000,
};

describe('the bundles', () => {
  it('are those of a production build', () => {
    assert.equal(meta.production, true);
  });

  for (const [file, budget] of Object.entries(budgets)) {
    it(`${file} keeps within ${budget / 1000} kB`, () => {
      const { bytes } = output(file);
      assert.ok(bytes > 0 && bytes < budget, `${bytes} bytes`);
    });
  }

  it('load nothing heavy at activation: the host alone, the engine apart', () => {
    const inputs = Object.keys(output('dist/extension.js').inputs);
    const own = /^src\/(extension\.ts|host\/|protocol\/)/;
    // Of the core: how bytes are asked for, how work rests, what a stored scenario may hold, which texts are worth a look.
    const light =
      /^src\/core\/(bytes\/byteSource|steps|slices|scenario\/(scenario|checkScenario)|files\/hint)\.ts$/;
    assert.deepEqual(
      inputs.filter((file) => !own.test(file) && !light.test(file)),
      [],
    );
    assert.ok(external('dist/extension.js').includes('./engine.js'));
  });

  it('hold a core that needs no editor, no node and no page', () => {
    assert.deepEqual(external('out/core-neutral.js'), []);
    assert.deepEqual(
      external('dist/engine.js').filter((name) => name === 'vscode' || name.startsWith('node:')),
      [],
    );
    assert.doesNotMatch(text('dist/engine.js'), /require\("(vscode|node:[a-z/]+)"\)/);
  });

  it('hold a page that needs nothing from outside, and of packages only the small ones', () => {
    assert.deepEqual(external('dist/view.js'), []);
    const packages = Object.keys(output('dist/view.js').inputs)
      .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
      .filter((name) => name !== undefined && !/^(d3-[a-z-]+|internmap|@tanstack\/virtual-core)$/.test(name));
    assert.deepEqual(packages, []);
  });

  it('work as built: the engine reads a config', () => {
    const engine = createRequire(import.meta.url)(path.join(root, 'dist', 'engine.js'));
    assert.equal(engine.analyseConfig('{ "name": "a web project" }', 'config.json'), undefined);
  });

  it('work as built: the command line answers help with 0 and wrong usage with 2', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args], { encoding: 'utf8' });
    const help = run('report', '--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /usage: model-efficiency report/);
    assert.equal(run('report').status, 2);
    assert.equal(run().status, 2);
    const missing = run('report', 'no such file.onnx');
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /no such file/);
  });
});
