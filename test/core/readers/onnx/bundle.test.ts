import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { buildSync } from 'esbuild';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import type * as Reader from '../../../../src/core/readers/onnx/readOnnx';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { modelBytes, node, smallModels, tensor } from '../../../support/onnxBuilder';

const root = path.resolve(__dirname, '../../../..');

/** Numbers at every width that int64 has: protobufjs gives objects or numbers, depending on how it was bundled. */
const integers = modelBytes({
  initializer: [tensor('s', 7, [4], [0, -1, 2 ** 40, Number.MAX_SAFE_INTEGER])],
  node: [node('Reshape', ['x', 's'], ['y'], { zero: 0, minus: -1, big: 2 ** 52, list: [-(2 ** 40), 7, 0] })],
});

/** As the build does it (esbuild.mjs): for the editor and the command line, and for no platform at all. */
const builds: Readonly<Record<string, BuildOptions>> = {
  'for node': { platform: 'node', format: 'cjs', target: 'node20' },
  'for node, minified': { platform: 'node', format: 'cjs', target: 'node20', minify: true },
  'for no platform': { platform: 'neutral', format: 'esm', target: 'es2022' },
};

describe('the reader as a bundle', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  after(() => rmSync(folder, { recursive: true }));
  const files = [
    ...smallModels(),
    integers,
    readFileSync(path.join(root, 'test/fixtures/onnx/forms.onnx')),
    readFileSync(path.join(root, 'test/fixtures/onnx/forms.json')),
    readFileSync(path.join(root, 'media/samples/digits-cnn.onnx')),
  ];

  for (const [name, options] of Object.entries(builds))
    it(`${name} reads what the source reads, every integer the same`, async () => {
      const outfile = path.join(folder, `${name}.${options.format === 'esm' ? 'mjs' : 'cjs'}`);
      buildSync({
        ...options,
        bundle: true,
        mainFields: ['module', 'main'],
        entryPoints: [path.join(root, 'src/core/readers/onnx/readOnnx.ts')],
        outfile,
        logLevel: 'error',
      });
      const bundled = (await import(pathToFileURL(outfile).href)) as typeof Reader;
      for (const file of files) {
        const [a, b] = [await bundled.readOnnx(memorySource(file)), await readOnnx(memorySource(file))];
        assert.equal(b.kind, 'model');
        assert.deepEqual(a, b);
      }
    });

  it('has the integers that were written', async () => {
    const read = await readOnnx(memorySource(integers));
    assert.ok(read.kind === 'model');
    const [op] = read.model.operators;
    assert.deepEqual(
      Object.values(op!.attributes).map((a) => a.value),
      [0, -1, 2 ** 52, [-(2 ** 40), 7, 0]],
    );
    assert.deepEqual(read.model.values.find((v) => v.name === 's')!.data, [
      0,
      -1,
      2 ** 40,
      Number.MAX_SAFE_INTEGER,
    ]);
  });
});
