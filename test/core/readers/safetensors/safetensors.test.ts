import * as assert from 'node:assert';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { ByteSource } from '../../../../src/core/bytes/byteSource';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { modelOfSafetensors } from '../../../../src/core/readers/safetensors/modelOfHeader';
import { readSafetensorsHeader } from '../../../../src/core/readers/safetensors/readHeader';
import type { StoredTensor } from '../../../../src/core/readers/safetensors/readHeader';
import { readSafetensorsIndex } from '../../../../src/core/readers/safetensors/readIndex';

const FOLDER = path.join(__dirname, '../../../fixtures/safetensors');
const read = (name: string): Buffer => fs.readFileSync(path.join(FOLDER, name));
const EXPECTED = JSON.parse(read('expected.json').toString()) as Record<
  string,
  { shape: number[]; bytes: number }
>;

async function allTensors(): Promise<StoredTensor[]> {
  const index = readSafetensorsIndex(read('model.safetensors.index.json').toString());
  assert.ok(index);
  const tensors: StoredTensor[] = [];
  for (const shard of index.shards) {
    const h = await readSafetensorsHeader(memorySource(read(shard)));
    assert.ok(h.kind === 'header');
    assert.deepStrictEqual(h.warnings, []);
    tensors.push(...h.tensors);
  }
  return tensors;
}

function file(header: string, payload = 0): Uint8Array {
  const text = Buffer.from(header);
  const lead = Buffer.alloc(8);
  lead.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([lead, text, Buffer.alloc(payload)]);
}

describe('safetensors headers', () => {
  it("hold the tensors that the format's own package wrote", async () => {
    const got = Object.fromEntries((await allTensors()).map((t) => [t.name, [t.shape, t.bytes]]));
    const want = Object.fromEntries(Object.entries(EXPECTED).map(([k, t]) => [k, [t.shape, t.bytes]]));
    assert.deepStrictEqual(got, want);
  });

  it('are read without the weights', async () => {
    const bytes = read('model-00001-of-00002.safetensors');
    const inner = memorySource(bytes);
    let last = 0;
    const counting: ByteSource = {
      ...inner,
      read: (offset, target) => {
        last = Math.max(last, offset + target.length);
        return inner.read(offset, target);
      },
    };
    const h = await readSafetensorsHeader(counting);
    assert.ok(h.kind === 'header');
    assert.strictEqual(last, Math.min(...h.tensors.map((t) => t.offset)));
  });

  it('take a total that is a float', () => {
    const index = readSafetensorsIndex(read('model.safetensors.index.json').toString());
    const sum = Object.values(EXPECTED).reduce((a, t) => a + t.bytes, 0);
    assert.strictEqual(index?.totalBytes, sum);
    assert.deepStrictEqual(readSafetensorsIndex('{"weight_map": {"a": "../x.safetensors"}}')?.shards, []);
  });

  it('that are broken give one sentence', async () => {
    const cases: [Uint8Array, RegExp][] = [
      [new Uint8Array(3), /too short/],
      [Buffer.from('ffffffffffffffff00', 'hex'), /claims/],
      [Buffer.from('ff00000000000000', 'hex'), /claims 255 bytes/],
      [file('{"a": '), /no valid JSON/],
      [file('[1]'), /no JSON object/],
    ];
    for (const [bytes, message] of cases) {
      const h = await readSafetensorsHeader(memorySource(bytes));
      assert.ok(h.kind === 'unreadable');
      assert.match(h.message, message);
    }
    const odd =
      '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]},"c":5}';
    const h = await readSafetensorsHeader(memorySource(file(odd, 8)));
    assert.ok(h.kind === 'header');
    assert.deepStrictEqual(h.warnings, [
      'a holds 4 bytes, not what its shape and type need.',
      'b has no type, shape and offsets that can be read.',
      'c is no tensor.',
    ]);
  });

  it('make a model of stored tensors', async () => {
    const model = modelOfSafetensors(await allTensors(), 'x');
    assert.strictEqual(model.format, 'safetensors');
    assert.strictEqual(model.weights.filter((w) => w.role === 'buffer').length, 1);
    assert.strictEqual(model.weights.length, Object.keys(EXPECTED).length);
  });
});
