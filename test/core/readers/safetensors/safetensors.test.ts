import * as assert from 'node:assert';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { agreeWithDisk } from '../../../../src/core/architectures/agreeWithDisk';
import { buildModel } from '../../../../src/core/architectures/buildModel';
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
const CONFIG = JSON.parse(read('config.json').toString()) as Record<string, unknown>;

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

describe('a config against the disk', () => {
  it('agrees, and names what lies beside the parameters', async () => {
    const a = agreeWithDisk(buildModel(CONFIG), await allTensors(), 2);
    assert.ok(a.exact, a.sentence);
    assert.match(
      a.sentence,
      /^exact: agrees with 2 shards, 0\.00 GB; beside the parameters 1 tensor \(.*inv_freq\)$/,
    );
  });

  it('names the tensors that explain a difference', async () => {
    const other = buildModel({ ...CONFIG, num_hidden_layers: 3, intermediate_size: 32 });
    const a = agreeWithDisk(other, await allTensors(), 2);
    assert.strictEqual(a.exact, false);
    assert.strictEqual(a.absent.length, 9);
    // gate, up and down of two layers.
    assert.strictEqual(a.differing.length, 6);
    assert.match(a.sentence, /9 tensors not on disk .*6 tensors of another shape/);
  });

  it('sees through the prefix of a bare model', async () => {
    const bare = (await allTensors())
      .filter((t) => t.name.startsWith('model.'))
      .map((t) => ({ ...t, name: t.name.slice(6) }));
    const a = agreeWithDisk(buildModel(CONFIG), bare, 1);
    assert.deepStrictEqual(a.absent, ['lm_head.weight']);
    assert.deepStrictEqual(a.extra, []);
  });

  it('calls a stored tied head explained', async () => {
    const a = agreeWithDisk(buildModel({ ...CONFIG, tie_word_embeddings: true }), await allTensors(), 2);
    assert.ok(a.exact, a.sentence);
    assert.ok(a.explained.includes('lm_head.weight'));
  });
});
