import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parametersOf } from '../../../../src/core/costs/parameters';
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
  /** Given when above 1,000. */
  readonly constantofshape_weight_elements?: number;
  readonly constant_node_elements: {
    readonly main: number;
    readonly subgraphs: number;
    readonly functions: number;
    readonly sparse_main: number;
  };
  readonly initializer_elements: number;
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
      const ids = [...model.weights.keys()];
      const made = ids.filter((id) => model.weights[id]!.made !== undefined);
      assert.equal(elements(made), row.constantofshape_weight_elements ?? 0, 'made by ConstantOfShape');
      const given = ids.filter((id) => !constants.has(id) && !made.includes(id));
      assert.equal(elements(given), row.params_total);
      // Initializers of sub-graphs and sparse ones are counted in the total, and not among the initializers.
      if (row.params_total === row.initializer_elements) assert.equal(given.length, row.initializers);
      assert.ok(given.length >= row.initializers);
      const { main, subgraphs, functions, sparse_main } = row.constant_node_elements;
      const inConstants = elements([...constants].filter((id) => id !== undefined));
      assert.ok(inConstants <= main + subgraphs + functions + sparse_main, 'elements of Constant nodes');
      // The same from memory, byte for byte the same model.
      const again = await readOnnx(memorySource(bytes), { resolveExternal: resolveBeside(file) });
      assert.deepEqual(again.kind === 'model' && again.model, model);
    });
  }

  /** Learned parameters that the model's authors and torchvision give; the files hold next to nothing of them. */
  for (const [file, published] of [
    ['cnn/light_resnet50.onnx', 25_557_032],
    ['cnn/light_squeezenet.onnx', 1_235_496],
  ] as const)
    it(`${file} has its published ${published} parameters, made by ConstantOfShape`, async () => {
      const read = await readOnnx(await openNodeSource(path.join(folder, file)));
      assert.ok(read.kind === 'model');
      assert.equal(parametersOf(read.model).distinct.value, published);
    });

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
