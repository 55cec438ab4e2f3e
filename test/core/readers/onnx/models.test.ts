import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { onnx } from 'onnx-proto';
import type { ByteSource } from '../../../../src/core/bytes/byteSource';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import type { Model } from '../../../../src/core/model/model';
import type { ReadOptions } from '../../../../src/core/readers/onnx/readOnnx';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { openNodeSource, resolveBeside } from '../../../../src/host/files/nodeSource';
import { bytesField, modelBytes, node, port, smallModels, tensor } from '../../../support/onnxBuilder';

async function read(source: ByteSource | Uint8Array, options: ReadOptions = {}): Promise<Model> {
  const found = await readOnnx(source instanceof Uint8Array ? memorySource(source) : source, options);
  assert.equal(found.kind, 'model');
  return (found as { model: Model }).model;
}

const codes = (model: Model) => model.problems.map((p) => p.code);
const weightOf = (model: Model, name: string) => model.weights.find((w) => w.name === name)!;

describe('an ONNX file', () => {
  it('becomes values, operators and weights that know each other', async () => {
    const model = await read(smallModels()[0]!);
    const names = (ids: readonly number[]) => ids.map((id) => model.values[id]!.name);
    assert.deepEqual(names(model.graphs[0]!.inputs), ['x'], 'initializers among the inputs are none');
    assert.deepEqual(
      model.operators.map((op) => op.type),
      ['MatMul', 'Reshape'],
    );
    const [product, reshape] = model.operators;
    assert.deepEqual(names(product!.inputs), ['x', 'w']);
    assert.equal(model.values[product!.inputs[1]!]!.weight, 0);
    assert.deepEqual(model.values[reshape!.inputs[1]!]!.data, [0, -1]);
    assert.deepEqual(
      model.weights.map((w) => [w.name, w.role]),
      [
        ['w', 'parameter'],
        ['s', 'index'],
      ],
    );
    assert.equal(weightOf(model, 's').reason, 'int64, feeds Reshape');
    assert.deepEqual(codes(model), []);
  });

  it('lets branches see the names around them', async () => {
    const model = await read(smallModels()[1]!);
    const x = model.graphs[0]!.inputs[0]!;
    const inner = model.operators.filter((op) => model.graphs[op.graph]!.kind === 'subgraph');
    assert.deepEqual(
      inner.map((op) => op.inputs[0]),
      [x, x],
    );
    assert.equal(weightOf(model, 'w').role, 'parameter');
    assert.deepEqual(codes(model), []);
  });

  it('has functions, training graphs and sparse weights', async () => {
    const model = await read(smallModels()[2]!);
    assert.equal(model.opsets[''], 18);
    const [twice] = model.functions;
    assert.deepEqual([twice!.domain, twice!.name, twice!.opsets['']], ['local', 'Twice', 18]);
    assert.equal(model.graphs[twice!.graph]!.operators.length, 1);
    const trained = model.operators.find((op) => model.graphs[op.graph]!.kind === 'training')!;
    assert.equal(trained.inputs[0], model.graphs[0]!.inputs[0], 'training sees the main graph');
    assert.deepEqual(weightOf(model, 'sp').shape, [4, 4]);
    assert.deepEqual(
      model.properties.find(([name]) => name === 'note'),
      ['note', 'small'],
    );
  });

  it('unpacks 4-bit containers, and not what the container cannot hold', async () => {
    const model = await read(smallModels()[3]!);
    // 16 rows of 32 columns in 4 bits: 16 x 16 bytes.
    assert.deepEqual(weightOf(model, 'q').packing, { shape: [16, 32], bits: 4, scheme: 'MatMulNBits' });
    assert.equal(weightOf(model, 'scales').role, 'quantisation');
    const lying = await read(
      modelBytes({
        initializer: [tensor('q', 2, [2], new Uint8Array(2))],
        node: [node('MatMulNBits', ['x', 'q'], ['y'], { K: 1_000_000, N: 1_000_000, bits: 4 })],
      }),
    );
    assert.equal(weightOf(lying, 'q').packing, undefined);
  });

  it('follows a weight to what reads it in the end', async () => {
    const body: onnx.IGraphProto = {
      name: 'body',
      input: [port('i', 7), port('c', 9), port('state', 1, 4)],
      node: [],
    };
    const model = await read(
      modelBytes({
        input: [port('x', 1, 4)],
        initializer: [
          tensor('mask', 2, [1, 1, 8, 8], new Uint8Array(64)),
          tensor('table', 3, [8, 4], new Uint8Array(32)),
          tensor('q', 3, [8, 4], new Uint8Array(32)),
          tensor('scale', 1, [], new Uint8Array(4)),
          tensor('rope.cos_cached', 1, [8, 4], new Uint8Array(128)),
          tensor('two', 1, [], new Uint8Array(4)),
          tensor('trips', 7, [], [3]),
        ],
        node: [
          node('Slice', ['mask', 'trips'], ['m1']),
          node('Cast', ['m1'], ['m2'], { to: 9 }),
          node('Where', ['m2', 'x', 'x'], ['y1']),
          node('DequantizeLinear', ['q', 'scale'], ['d']),
          node('MatMul', ['x', 'd'], ['y2']),
          node('Mul', ['x', 'rope.cos_cached'], ['y3']),
          node('Pow', ['x', 'two'], ['y4']),
          node('Loop', ['trips', '', 'x'], ['y5'], { body: { graph: body } }),
        ],
      }),
    );
    const role = (name: string) => weightOf(model, name).role;
    assert.deepEqual(['mask', 'q', 'scale', 'rope.cos_cached', 'two', 'trips'].map(role), [
      'buffer',
      'parameter',
      'quantisation',
      'buffer',
      'constant',
      'index',
    ]);
    assert.deepEqual(weightOf(model, 'q').packing, { shape: [8, 4], bits: 8, scheme: 'QDQ' });
  });

  it('says what cannot be true', async () => {
    const model = await read(
      modelBytes({
        initializer: [
          tensor('short', 1, [4], new Uint8Array(4)),
          tensor('negative', 1, [-4], new Uint8Array(8)),
          tensor('vast', 1, [2 ** 31, 2 ** 31, 2 ** 31], new Uint8Array(12)),
          tensor('strange', 99, [2], new Uint8Array(2)),
        ],
        node: [
          node('Add', ['b', 'short'], ['a']),
          node('Add', ['a', 'nowhere'], ['b']),
          node('Add', ['short', 'short'], ['a']),
        ],
      }),
    );
    assert.deepEqual(weightOf(model, 'negative').shape, [2]);
    assert.deepEqual(weightOf(model, 'vast').shape, [3]);
    for (const code of ['payload', 'dims', 'unknown-type', 'duplicate-name', 'dangling-name', 'order'])
      assert.ok(codes(model).includes(`onnx.${code}`), code);
  });

  it('may be newer than the schema: types, overloads, metadata, devices', async () => {
    const text = (s: string) => new TextEncoder().encode(s);
    const entry = Uint8Array.from([...bytesField(1, text('namespace')), ...bytesField(2, text('layer.0'))]);
    // NodeProto: op_type 4, overload 8, metadata_props 9; GraphProto.node is field 1, ModelProto.graph field 7.
    const newer = Uint8Array.from([
      ...bytesField(4, text('F')),
      ...bytesField(8, text('fast')),
      ...bytesField(9, entry),
    ]);
    const types: readonly (readonly [number, string, number])[] = [
      [17, 'float8_e4m3fn', 8],
      [20, 'float8_e5m2fnuz', 8],
      [21, 'uint4', 4],
      [22, 'int4', 4],
      [23, 'float4_e2m1', 4],
      [24, 'float8_e8m0', 8],
      [25, 'uint2', 2],
      [26, 'int2', 2],
    ];
    const graph = modelBytes({
      initializer: types.map(([code, name]) =>
        tensor(name, code, [8], new Uint8Array(types.find(([c]) => c === code)![2])),
      ),
    });
    // A second field 7 goes on where the first ended, as protobuf merges messages.
    const model = await read(
      Uint8Array.from([
        ...graph,
        ...bytesField(7, bytesField(1, newer)),
        ...bytesField(26, bytesField(1, text('two gpus'))),
      ]),
    );
    assert.deepEqual(
      model.weights.map((w) => w.dtype),
      types.map(([, name]) => name),
    );
    assert.deepEqual(codes(model), []);
    const [op] = model.operators;
    assert.deepEqual([op!.type, op!.overload, op!.metadata?.['namespace']], ['F', 'fast', 'layer.0']);
    assert.deepEqual(
      model.properties.find(([name]) => name === 'device configuration'),
      ['device configuration', 'two gpus'],
    );
  });

  it('is read in parts: payloads never', async () => {
    const bytes = modelBytes({
      initializer: [tensor('w', 1, [1_000_000], new Uint8Array(4_000_000))],
      node: [node('Relu', ['w'], ['y'])],
    });
    const ranges: number[] = [];
    const source: ByteSource = {
      ...memorySource(bytes),
      read: (at, target) => (ranges.push(target.length), memorySource(bytes).read(at, target)),
    };
    await read(source);
    // The look for stored-twice weights needs two of a size; there is one here.
    assert.ok(ranges.reduce((a, b) => a + b, 0) < 3 * 4096, String(ranges));
  });
});

describe('external data', () => {
  const far = (location: string, offset: string, length: string): onnx.ITensorProto => ({
    name: `${location}@${offset}`,
    dataType: 1,
    dims: [4],
    dataLocation: 1,
    externalData: [
      { key: 'location', value: location },
      { key: 'offset', value: offset },
      { key: 'length', value: length },
    ],
  });

  it('is checked against the real files, and never opened outside the folder', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'external-'));
    try {
      const inside = path.join(folder, 'model');
      const { mkdirSync } = await import('node:fs');
      mkdirSync(inside);
      writeFileSync(path.join(folder, 'secret.bin'), new Uint8Array(64));
      writeFileSync(path.join(inside, 'data.bin'), new Uint8Array(32));
      symlinkSync(path.join(folder, 'secret.bin'), path.join(inside, 'link.bin'));
      const file = path.join(inside, 'm.onnx');
      const cases = [
        far('data.bin', '16', '16'),
        far('data.bin', '20', '16'),
        far('data.bin', '-4', '16'),
        far('data.bin', '0', '12'),
        far('gone.bin', '0', '16'),
        far('link.bin', '0', '16'),
        far('../secret.bin', '0', '16'),
      ];
      writeFileSync(
        file,
        modelBytes({
          initializer: cases,
          node: [
            node(
              'Sum',
              cases.map((c) => c.name!),
              ['y'],
            ),
          ],
        }),
      );
      const model = await read(await openNodeSource(file), { resolveExternal: resolveBeside(file) });
      const about = (code: string) =>
        model.problems.filter((p) => p.code === `onnx.external-${code}`).map((p) => p.message);
      assert.deepEqual(about('short'), ["'data.bin@20' needs bytes 20 to 36 of 'data.bin', which has 32."]);
      assert.deepEqual(about('offset'), ["The place of 'data.bin@-4' in 'data.bin' is no whole number."]);
      assert.deepEqual(about('length'), ["'data.bin@0' has 12 bytes in 'data.bin', its shape needs 16."]);
      assert.deepEqual(about('missing'), ["1 tensor points at 'gone.bin', which is not there."]);
      assert.equal(about('refused').length, 2);
      assert.match(about('refused').join(' '), /link\.bin.*link.*secret\.bin/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
