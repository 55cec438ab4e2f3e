import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import type { Model } from '../../../../src/core/model/model';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';

const fixtures = path.resolve(__dirname, '../../../fixtures/onnx');
const read = (bytes: Uint8Array) => readOnnx(memorySource(bytes));

async function modelOf(name: string): Promise<Model> {
  const found = await read(readFileSync(path.join(fixtures, name)));
  assert.equal(found.kind, 'model');
  return (found as { model: Model }).model;
}

/** Without places in the file, which a JSON has none of. */
const placeless = (model: Model): unknown => ({
  ...model,
  weights: model.weights.map(({ storage, ...w }) => ({
    ...w,
    ...(storage ? { storage: storage.file === undefined ? { bytes: storage.bytes } : storage } : {}),
  })),
  problems: model.problems.map(({ origin: _, ...p }) => p),
});

/** The pair was written by the onnx package (test/oracle/onnx_forms.py). */
describe('ONNX in JSON form', () => {
  for (const name of ['forms.json', 'forms-snake.json'])
    it(`${name} is the model that its binary form is`, async () => {
      const [json, binary] = [await modelOf(name), await modelOf('forms.onnx')];
      // What the binary form says here is held by tests of its own; a few figures, so that this is no comparison of nothing.
      assert.deepEqual([binary.operators.length, binary.weights.length, binary.graphs.length], [11, 13, 5]);
      assert.deepEqual(placeless(json), placeless(binary));
    });

  const refused = async (text: string, message: RegExp) => {
    const found = await read(new TextEncoder().encode(text));
    assert.ok(found.kind === 'unreadable');
    assert.match(found.message, message);
  };

  it('is answered in one sentence when it is broken or something else', async () => {
    await refused('{"irVersion": "8", "graph": {', /^This is JSON, but broken.*\.$/);
    await refused('{"name": "a package"}', /^This is JSON, but no ONNX model: it has no graph\.$/);
    let g = '{}';
    for (let i = 0; i < 100; i++) g = `{"node":[{"attribute":[{"name":"b","g":${g}}]}]}`;
    await refused(`{"graph":${g}}`, /nested deeper than 32\.$/);
  });

  it('takes fields of the wrong type for absent', async () => {
    const found = await read(
      new TextEncoder().encode(
        '{"graph":{"name":7,"node":[null,3,{"opType":["Relu"],"input":[1,"x"],"output":"y","attribute":{"a":1}},{"opType":"Relu","input":["x"],"output":["y"]}],"initializer":[{"name":"w","dims":["2","no"],"rawData":{}}]}}',
      ),
    );
    assert.ok(found.kind === 'model');
    assert.deepEqual(
      found.model.operators.map((op) => op.type),
      ['', 'Relu'],
    );
  });

  it('is read up to a bound', async () => {
    const start = new TextEncoder().encode('{"graph":{}}');
    const source = { ...memorySource(start), size: 65 * 1024 * 1024 };
    const found = await readOnnx(source);
    assert.ok(found.kind === 'unreadable');
    assert.match(found.message, /68,157,440 bytes; up to 64 MiB are read/);
  });
});

describe('ONNX in text form', () => {
  it('is told from a broken binary file', async () => {
    const found = await read(
      new TextEncoder().encode(
        '<\n  ir_version: 7,\n  opset_import: ["" : 10]\n>\nagraph (float[N] x) => (float[N] y) {\n}\n',
      ),
    );
    assert.ok(found.kind === 'unreadable');
    assert.match(found.message, /text form.*text editor/);
  });
});
