import * as assert from 'node:assert';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { gguf } from '@huggingface/gguf';
import { buildModel } from '../../../../src/core/architectures/buildModel';
import { namesOf } from '../../../../src/core/model/names';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { blockTypeOf } from '../../../../src/core/readers/gguf/blockTypes';
import { configOfGguf } from '../../../../src/core/readers/gguf/configOfMetadata';
import { modelOfGguf } from '../../../../src/core/readers/gguf/modelOfHeader';
import { readGgufHeader } from '../../../../src/core/readers/gguf/readHeader';

const FOLDER = path.join(__dirname, '../../../fixtures/gguf');
const read = (name: string): Buffer => fs.readFileSync(path.join(FOLDER, name));

interface Expected {
  readonly size: number;
  readonly tensors: {
    name: string;
    shape: number[];
    type: string;
    bytes: number;
    offset: number;
    elements: number;
  }[];
}
const EXPECTED = JSON.parse(read('expected.json').toString()) as Expected;

async function header(bytes: Uint8Array) {
  const h = await readGgufHeader(memorySource(bytes));
  assert.ok(h.kind === 'header', h.kind === 'unreadable' ? h.message : '');
  return h;
}

describe('GGUF headers', () => {
  for (const [file, version, little] of [
    ['little1.gguf', 1, true],
    ['little2.gguf', 2, true],
    ['little3.gguf', 3, true],
    ['big3.gguf', 3, false],
  ] as const)
    it(`${file}: the tensors that the format's own package wrote`, async () => {
      const h = await header(read(file));
      assert.strictEqual(h.version, version);
      assert.strictEqual(h.littleEndian, little);
      assert.strictEqual(h.metadata.get('llama.embedding_length'), 256);
      const got = h.tensors.map((t) => [t.name, t.shape, blockTypeOf(t.type)?.name, t.bytes]);
      assert.deepStrictEqual(
        got,
        EXPECTED.tensors.map((t) => [t.name, t.shape, t.type, t.bytes]),
      );
      if (version > 1)
        assert.deepStrictEqual(
          h.tensors.map((t) => t.offset),
          EXPECTED.tensors.map((t) => t.offset),
        );
      // The data is cut off, and the reader says so.
      assert.ok(h.warnings.length > 0);
    });

  it('reads what the public reader reads', async () => {
    const file = path.join(os.tmpdir(), `lens-${process.pid}.gguf`);
    fs.writeFileSync(file, Buffer.concat([read('little3.gguf'), Buffer.alloc(EXPECTED.size)]));
    try {
      const theirs = await gguf(file, { allowLocalFile: true });
      const ours = await header(read('little3.gguf'));
      const shapes = theirs.tensorInfos.map((t) => [t.name, [...t.shape].reverse().map(Number), t.dtype]);
      assert.deepStrictEqual(
        ours.tensors.map((t) => [t.name, t.shape, t.type]),
        shapes,
      );
      for (const [key, value] of ours.metadata) {
        const their: unknown = (theirs.metadata as Record<string, unknown>)[key];
        if (typeof value === 'object') assert.strictEqual((their as unknown[]).length, value.length, key);
        else assert.strictEqual(typeof their === 'bigint' ? Number(their) : their, value, key);
      }
    } finally {
      fs.unlinkSync(file);
    }
  });

  it('has the block sizes of the format for every type it knows', () => {
    const { sizes, numbers } = JSON.parse(read('types.json').toString()) as {
      sizes: Record<string, [number, number]>;
      numbers: Record<string, number>;
    };
    // An intermediate of dot products, never stored: two fp16 and 32 int8 in ggml's C, two fp32 in the Python package.
    assert.strictEqual(blockTypeOf(9)?.bytes, 2 * 2 + 32);
    delete sizes['q8_1'];
    for (const name in sizes) {
      const type = blockTypeOf(numbers[name]!);
      assert.deepStrictEqual([type?.name, type?.block, type?.bytes], [name, ...sizes[name]!]);
    }
  });

  it('gives weights their block type and true bits', async () => {
    const model = modelOfGguf(await header(read('little3.gguf')), 'x');
    // Q4_K: 144 bytes of 256 elements are 4.5 bits.
    const q = model.weights.find((w) => w.name === 'blk.0.attn_q.weight');
    assert.deepStrictEqual(q?.packing, { shape: [256, 256], bits: 4.5, scheme: 'q4_k' });
    assert.strictEqual(q.storage?.bytes, (256 * 256 * 144) / 256);
  });

  it('makes a config that its family builds with the parameters of the file', async () => {
    const h = await header(read('little3.gguf'));
    const config = configOfGguf(h);
    assert.ok(config);
    const model = buildModel(config);
    let parameters = 0;
    for (const w of model.weights)
      parameters += [...namesOf(model, w)].length * w.shape.reduce((a, b) => a * b, 1);
    assert.strictEqual(
      parameters,
      EXPECTED.tensors.reduce((sum, t) => sum + t.elements, 0),
    );
  });

  it('answers every cut and every changed byte with a header or one sentence', async () => {
    // The last up to 31 bytes only fill up to the alignment.
    const whole = read('little3.gguf');
    const all = (await header(whole)).tensors.length;
    for (let cut = 0; cut < whole.length - 32; cut += 7) {
      const h = await readGgufHeader(memorySource(whole.subarray(0, cut)));
      // What stands before the cut is shown, and never as the whole.
      const sentence = h.kind === 'unreadable' ? h.message : h.broken?.message;
      assert.match(sentence ?? '', cut < 24 ? /\.$/ : /byte \d+.*\.$/, String(cut));
      if (h.kind === 'header') assert.ok(h.tensors.length > 0 && h.tensors.length < all, String(cut));
    }
    for (let at = 4; at < whole.length; at += 3) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = 0xff;
      const h = await readGgufHeader(memorySource(bytes));
      assert.ok(h.kind === 'header' || h.message.endsWith('.'));
    }
  });
});
