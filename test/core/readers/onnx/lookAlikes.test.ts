import { strict as assert } from 'node:assert';
import type { onnx } from 'onnx-proto';
import type { ByteSource } from '../../../../src/core/bytes/byteSource';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { parametersOf } from '../../../../src/core/costs/parameters';
import { weightsOf } from '../../../../src/core/costs/weightBytes';
import type { Model } from '../../../../src/core/model/model';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { counting } from '../../../support/counting';
import { random } from '../../../support/mutations';
import { modelBytes, node, port, tensor } from '../../../support/onnxBuilder';

const KIB = 1024;

/** Bytes as weights have them: no two alike. */
function noise(bytes: number, seed: number): Uint8Array {
  const next = random(seed);
  return Uint8Array.from({ length: bytes }, () => next(256));
}

/** Reads a model of initializers that one node each reads; counts the bytes read. */
async function read(
  initializer: onnx.ITensorProto[],
  beside?: ByteSource,
): Promise<{ model: Model; bytes: number; size: number }> {
  const file = modelBytes({
    input: [port('x', 1, 'n', 512)],
    initializer,
    node: initializer.map((t, i) => node('MatMul', ['x', t.name!], [`y${i}`])),
  });
  let bytes = 0;
  const count = (source: ByteSource) => counting(source, (n) => (bytes += n));
  const found = await readOnnx(count(memorySource(file)), {
    resolveExternal: () => Promise.resolve(beside && count(beside)),
  });
  assert.equal(found.kind, 'model');
  return { model: (found as { model: Model }).model, bytes, size: file.length };
}

/** 512 x 256 float32: 524,288 bytes. */
const matrix = (name: string, data: Uint8Array) => tensor(name, 1, [512, 256], data);
const twins = (model: Model) => model.weights.map((w) => w.duplicateOf);
const about = (model: Model) => model.problems.map((p) => `${p.code}: ${p.message}`);

describe('tensors stored twice', () => {
  it('are one when they agree in every byte, and the file has both', async () => {
    const data = noise(512 * KIB, 7);
    const { model } = await read([
      matrix('embed', data),
      matrix('other', noise(512 * KIB, 8)),
      matrix('head', data),
    ]);
    assert.deepEqual(twins(model), [undefined, undefined, 0]);
    assert.match(about(model).join(), /onnx.duplicate: 'head' is 'embed' byte for byte.*524,288 bytes/);
    // Three of 512 x 256 = 131,072; two of them distinct; three of 524,288 bytes in the file.
    const { stored, distinct } = parametersOf(model);
    assert.deepEqual([stored.value, distinct.value, distinct.certainty], [393_216, 262_144, 'exact']);
    assert.equal(weightsOf(model, 'stored').stored.value, 1_572_864);
  });

  it('are two when one byte in the middle differs', async () => {
    const data = noise(512 * KIB, 7);
    const changed = data.slice();
    changed[300_001] = changed[300_001]! ^ 1;
    const { model } = await read([matrix('a', data), matrix('b', changed)]);
    assert.deepEqual(twins(model), [undefined, undefined]);
    assert.deepEqual(about(model), []);
  });

  it('are told and stay apart when they are too large to compare in full', async () => {
    const data = noise(2048 * KIB, 9);
    const large = (name: string) => tensor(name, 1, [512, 1024], data);
    const { model, bytes, size } = await read([large('embed'), large('head')]);
    assert.deepEqual(twins(model), [undefined, undefined]);
    assert.match(about(model).join(), /onnx.look-alikes: 'head' looks identical to 'embed'.*no proof/);
    const { distinct } = parametersOf(model);
    assert.deepEqual([distinct.value, distinct.certainty], [1_048_576, 'estimated']);
    assert.match(distinct.reason!, /looks identical/);
    // Two pages, 8 samples of 512 bytes of each; the file has 4 MiB.
    assert.ok(bytes <= 2 * 4096 + 2 * 8 * 512 + 4096 && size > 4 * 1024 * KIB, String(bytes));
  });

  it('are not found among tensors of one byte all along, which many freshly made ones are', async () => {
    const { model } = await read(['a', 'b', 'c'].map((name) => matrix(name, new Uint8Array(512 * KIB))));
    assert.deepEqual(twins(model), [undefined, undefined, undefined]);
    assert.deepEqual(about(model), []);
  });

  it('are one for certain where two names point at one place of another file, which is there once', async () => {
    const far = (name: string, offset: number): onnx.ITensorProto => ({
      name,
      dataType: 1,
      dims: [8, 8],
      dataLocation: 1,
      externalData: [
        { key: 'location', value: 'w.bin' },
        { key: 'offset', value: String(offset) },
        { key: 'length', value: '256' },
      ],
    });
    const { model, bytes, size } = await read(
      [far('embed', 0), far('head', 0), far('third', 256)],
      memorySource(new Uint8Array(512)),
    );
    assert.deepEqual(twins(model), [undefined, 0, undefined]);
    assert.deepEqual(about(model), []);
    // 3 x 64 elements, 2 x 64 distinct; 2 x 256 bytes on disk.
    const { unpacked, distinct } = parametersOf(model);
    assert.deepEqual([unpacked.value, distinct.value], [192, 128]);
    assert.equal(weightsOf(model, 'stored').stored.value, 512);
    assert.equal(bytes, size, 'nothing of the other file is read');
  });
});
