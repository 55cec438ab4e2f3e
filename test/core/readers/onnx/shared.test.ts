import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { product } from '../../../../src/core/model/arithmetic';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { openNodeSource, resolveBeside } from '../../../../src/host/files/nodeSource';
import { describeShared } from '../../../support/shared';

interface Row {
  readonly file: string;
  readonly size: number;
  readonly opsets?: Readonly<Record<string, number>>;
  readonly nodes: number | null;
  readonly nodes_in_subgraphs: number;
  readonly nodes_in_functions: number;
  readonly initializers: number;
  readonly params_total: number;
  readonly constant_node_elements: {
    readonly main: number;
    readonly subgraphs: number;
    readonly functions: number;
  };
  readonly tags: readonly string[];
}

/** Facts recorded with the onnx package over real files; see `conventions` in the index. */
describeShared('real ONNX files', 'models/onnx', (folder) => {
  const rows = (JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as { files: Row[] }).files;
  it('are sixty', () => assert.equal(rows.length, 60));
  for (const row of rows) {
    const file = path.join(folder, row.file);
    it(row.file, async () => {
      const bytes = readFileSync(file);
      const read = await readOnnx(await openNodeSource(file), { resolveExternal: resolveBeside(file) });
      if (row.tags.includes('invalid')) {
        assert.equal(read.kind, 'unreadable');
        return;
      }
      assert.equal(read.kind, 'model');
      if (read.kind !== 'model') return;
      const { model } = read;
      const inKind = (kind: string) =>
        model.operators.filter((op) => model.graphs[op.graph]!.kind === kind).length;
      assert.equal(inKind('main'), row.nodes);
      assert.equal(inKind('subgraph') + inKind('function'), row.nodes_in_subgraphs + row.nodes_in_functions);
      for (const [domain, version] of Object.entries(row.opsets ?? {}))
        assert.equal(model.opsets[domain === 'ai.onnx' ? '' : domain], version, `opset of '${domain}'`);
      // Tensors of Constant nodes are weights too; the index counts them apart.
      const constants = new Set(
        model.operators
          .filter((op) => op.type === 'Constant')
          .map((op) => model.values[op.outputs[0]!]?.weight),
      );
      const elements = (ids: readonly number[]) =>
        ids.reduce((n, id) => n + (product(model.weights[id]!.shape) as number), 0);
      const ids = model.weights.map((_, id) => id);
      assert.equal(elements(ids.filter((id) => !constants.has(id))), row.params_total);
      assert.equal(ids.filter((id) => !constants.has(id)).length >= row.initializers, true);
      // The same from memory, byte for byte the same model.
      const again = await readOnnx(memorySource(bytes), { resolveExternal: resolveBeside(file) });
      assert.deepEqual(again.kind === 'model' && again.model, model);
    });
  }

  it('refuse to look outside the model’s folder', async () => {
    const file = path.join(folder, 'external-data/test_arbitrary_external_file.onnx');
    const asked: string[] = [];
    const read = await readOnnx(await openNodeSource(file), {
      resolveExternal: (p) => {
        asked.push(p);
        return Promise.resolve(undefined);
      },
    });
    assert.equal(read.kind, 'model');
    assert.deepEqual(asked, []);
    assert.ok(read.kind === 'model' && read.model.problems.some((p) => p.code === 'onnx.external-refused'));
  });
});
