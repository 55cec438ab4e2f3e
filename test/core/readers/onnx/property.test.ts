import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { onnx } from 'onnx-proto';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { dtypeOfCode } from '../../../../src/core/readers/onnx/dataTypes';
import { bytesOf } from '../../../../src/core/model/dtype';

const Type = onnx.AttributeProto.AttributeType;
const name = fc.stringMatching(/^[a-zA-Z/_.:0-9]{1,12}$/);
const dims = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 });
/** Types whose raw data is a whole number of bytes per element. */
const code = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 16);

const attribute: fc.Arbitrary<onnx.IAttributeProto> = fc.oneof(
  fc.record({ name, type: fc.constant(Type.INT), i: fc.maxSafeInteger() }),
  fc.record({ name, type: fc.constant(Type.FLOAT), f: fc.float({ noNaN: true }) }),
  fc.record({ name, type: fc.constant(Type.INTS), ints: fc.array(fc.integer(), { maxLength: 5 }) }),
  fc.record({ name, type: fc.constant(Type.STRING), s: fc.string().map((s) => new TextEncoder().encode(s)) }),
);

const node = (names: readonly string[]) =>
  fc.record({
    opType: name,
    name: fc.string({ maxLength: 8 }),
    domain: fc.constantFrom('', 'com.microsoft', 'x.y'),
    input: fc.array(fc.constantFrom('', ...names), { maxLength: 4 }),
    attribute: fc.uniqueArray(attribute, { maxLength: 3, selector: (a) => a.name }),
  });

const weight = fc.tuple(name, dims, code, fc.boolean()).map(([n, d, dataType, large]) => {
  const shape = large ? [...d, 9000] : d;
  const elements = shape.reduce((a, b) => a * b, 1);
  const bytes =
    bytesOf(dtypeOfCode(dataType)!, elements) > 4e6 ? 0 : bytesOf(dtypeOfCode(dataType)!, elements);
  return { name: `w_${n}`, dims: bytes === 0 ? [0] : shape, dataType, rawData: new Uint8Array(bytes) };
});

const model = fc.uniqueArray(weight, { maxLength: 5, selector: (w) => w.name }).chain((weights) =>
  fc.record({
    weights: fc.constant(weights),
    nodes: fc.array(node(['in', ...weights.map((w) => w.name)]), { maxLength: 12 }),
    opset: fc.integer({ min: 1, max: 30 }),
    producer: fc.string({ maxLength: 10 }),
  }),
);

describe('random models written by onnx-proto', () => {
  it('are read back equal', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(model, async ({ weights, nodes, opset, producer }) => {
        const bytes = onnx.ModelProto.encode({
          irVersion: 8,
          producerName: producer,
          opsetImport: [{ domain: '', version: opset }],
          graph: {
            name: 'g',
            initializer: weights,
            input: [
              {
                name: 'in',
                type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: 'n' }, { dimValue: 3 }] } } },
              },
            ],
            node: nodes.map((n, i) => ({ ...n, output: [`out_${i}`] })),
          },
        }).finish();
        const read = await readOnnx(memorySource(bytes));
        assert.equal(read.kind, 'model');
        if (read.kind !== 'model') return;
        const { model: m } = read;
        assert.equal(m.opsets[''], opset);
        assert.deepEqual(
          m.weights.map((w) => [w.name, w.dtype, w.shape, w.storage?.bytes]),
          weights.map((w) => [w.name, dtypeOfCode(w.dataType), w.dims, w.rawData.length]),
        );
        for (const w of m.weights)
          if (w.storage!.bytes > 0) assert.ok(w.storage!.offset! + w.storage!.bytes <= bytes.length);
        assert.deepEqual(
          m.operators.map((op) => ({
            opType: op.type,
            name: op.name,
            domain: op.domain,
            input: op.inputs.map((id) => (id < 0 ? '' : m.values[id]!.name)),
            output: op.outputs.map((id) => m.values[id]!.name),
          })),
          nodes.map(({ opType, name: n, domain, input }, i) => ({
            opType,
            name: n,
            domain,
            input,
            output: [`out_${i}`],
          })),
        );
        m.operators.forEach((op, i) =>
          nodes[i]!.attribute.forEach((a) => {
            const got = op.attributes[a.name!]!;
            const text = a.s ? new TextDecoder().decode(a.s) : undefined;
            assert.deepEqual(got.value, a.i ?? a.f ?? text ?? a.ints ?? '');
          }),
        );
      }),
      { numRuns: 300, seed: 31 },
    );
  });
});
