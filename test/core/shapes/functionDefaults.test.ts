/** Attributes of a model-local function that a call leaves out take the function's own values. */
import { strict as assert } from 'node:assert';
import { onnx } from 'onnx-proto';
import { memorySource } from '../../../src/core/bytes/byteSource';
import { readOnnx } from '../../../src/core/readers/onnx/readOnnx';
import { inferShapes } from '../../../src/core/shapes/inferShapes';

const Type = onnx.AttributeProto.AttributeType;

/** `attribute_proto` (11) of a function and `functions` (25) of a model are newer than onnx-proto: written by hand. */
function modelWith(callAttribute: readonly onnx.IAttributeProto[]): Uint8Array {
  const body = onnx.FunctionProto.encode({
    name: 'Flat',
    input: ['x'],
    output: ['y'],
    node: [
      {
        opType: 'Flatten',
        input: ['x'],
        output: ['y'],
        attribute: [{ name: 'axis', type: Type.INT, refAttrName: 'from' }],
      },
    ],
    opsetImport: [{ domain: '', version: 17 }],
  }).finish();
  const standard = onnx.AttributeProto.encode({ name: 'from', type: Type.INT, i: 2 }).finish();
  const domain = new TextEncoder().encode('own');
  const f = [...body, 0x5a, standard.length, ...standard, 0x52, domain.length, ...domain];
  const model = onnx.ModelProto.encode({
    irVersion: 10,
    opsetImport: [
      { domain: '', version: 17 },
      { domain: 'own', version: 1 },
    ],
    graph: {
      name: 'g',
      input: [
        {
          name: 'x',
          type: { tensorType: { elemType: 1, shape: { dim: [2, 3, 4].map((d) => ({ dimValue: d })) } } },
        },
      ],
      output: [{ name: 'z' }],
      node: [{ opType: 'Flat', domain: 'own', input: ['x'], output: ['z'], attribute: [...callAttribute] }],
    },
  }).finish();
  return Uint8Array.from([...model, 0xca, 0x01, f.length, ...f]);
}

async function shapeOf(callAttribute: readonly onnx.IAttributeProto[]) {
  const read = await readOnnx(memorySource(modelWith(callAttribute)));
  assert.equal(read.kind, 'model');
  if (read.kind !== 'model') return undefined;
  return inferShapes(read.model).model.values.find((v) => v.name === 'z')?.shape;
}

describe('defaults of a function’s attributes', () => {
  // Flatten of [2, 3, 4] at axis 2 is [2 × 3, 4], at axis 1 it is [2, 3 × 4].
  it('stand where the call gives none', async () => assert.deepEqual(await shapeOf([]), [6, 4]));
  it('give way to the call', async () =>
    assert.deepEqual(await shapeOf([{ name: 'from', type: Type.INT, i: 1 }]), [2, 12]));
});
