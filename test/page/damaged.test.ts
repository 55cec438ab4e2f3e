import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/embedded/parts.mjs';
import { modelBytes, node, port, tensor } from '../support/onnxBuilder';
import { themes } from '../support/workbench';
import type { Theme } from '../support/workbench';
import { violations } from './axe';
import { Harness } from './harness';
import { sample } from './sample';

/** A file that is not what it should be, and what its page says. */
interface Damaged {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** What the worst problem says, or the whole page where nothing could be read. */
  readonly says: RegExp;
  /** The headline of parameters, where something could be read. */
  readonly parameters?: RegExp;
}

const read = (...names: string[]) => readFileSync(path.join(root, ...names));
const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
const cnn = read('media', 'samples', 'digits-cnn.onnx');
const gguf = read('test', 'fixtures', 'gguf', 'little3.gguf');
const shard = read('test', 'fixtures', 'safetensors', 'model-00001-of-00002.safetensors');
const config = read('media', 'samples', 'llama-8b', 'config.json').toString('utf8');
const changed = (bytes: Uint8Array, at: number, ...values: number[]) => {
  const copy = Uint8Array.from(bytes);
  copy.set(values, at);
  return copy;
};

/** x [2, 8] times w [8, 16] is fine; what follows names an operator that there is not, and values that nothing makes. */
const brokenNode = modelBytes({
  input: [port('x', 1, 2, 8)],
  output: [port('y', 1, 2, 16)],
  initializer: [tensor('w', 1, [8, 16], new Uint8Array(512))],
  node: [node('MatMul', ['x', 'w'], ['h']), node('Bogus', ['h', 'missing'], ['y'])],
});

const damaged: readonly Damaged[] = [
  {
    name: 'half.onnx',
    bytes: cut(cnn, 0.5),
    says: /broken at byte 77211: it is cut off, 77205 bytes are missing/,
    // 416 + 12,832 of the convolutions and the 24,576 of the product whose bytes begin before the cut.
    parameters: /≥ 37\.82 K.*lower bound/s,
  },
  { name: 'node.onnx', bytes: brokenNode, says: /missing|Bogus/, parameters: /128/ },
  { name: 'nothing.onnx', bytes: modelBytes({}), says: /The graph is empty/, parameters: /^Parameters\s+0/ },
  { name: 'zero.onnx', bytes: '', says: /^The file is empty\.$/ },
  {
    name: 'text.onnx',
    bytes: 'some notes, no model\n'.repeat(9),
    says: /^This is no ONNX model: .*byte \d+/,
  },
  {
    name: 'cut.gguf',
    bytes: cut(gguf, 0.9),
    says: /ends inside its header \(byte \d+\); 10 of 21 tensors could be read/,
    // The first ten of expected.json: 76,800 + 2 x 65,536 + 2 x 16,384 + 3 x 131,072 + 2 x 256.
    parameters: /≥ 634.*lower bound/s,
  },
  { name: 'keys.gguf', bytes: cut(gguf, 0.3), says: /^The file ends inside its header \(byte 1\d\d\d\)\.$/ },
  {
    name: 'claim.gguf',
    bytes: changed(gguf, 8, 255, 255, 255, 255, 0, 0, 0, 0),
    says: /^The header claims 4294967295 tensors, more than the file can hold \(byte 24\)\.$/,
  },
  {
    name: 'cut.safetensors',
    bytes: cut(shard, 0.99),
    says: /1 of 10 tensors end past the end of the file/,
    parameters: /2\.59 K/,
  },
  {
    name: 'json.safetensors',
    bytes: changed(shard, 10, 1, 2, 3),
    says: /^The header, bytes 8 to 1016, is no valid JSON\.$/,
  },
  {
    name: 'claim.safetensors',
    bytes: shard.subarray(0, 50),
    says: /^The header claims 1008 bytes, but the file has only 42 after its length\.$/,
  },
  {
    name: 'cut/config.json',
    bytes: config.slice(0, config.length / 2),
    says: /The JSON is broken here/,
    // Keys behind the cut have other values than the defaults: no bound, and not exact.
    parameters: /≈ 8\.05 B.*estimated/s,
  },
  {
    name: 'text/config.json',
    bytes: config.replace('"hidden_size": 4096', '"hidden_size": "lots"'),
    says: /`hidden_size` is the text "lots", not a size/,
    parameters: /≈ 8\.03 B.*estimated/s,
  },
  { name: 'none/config.json', bytes: '{}', says: /^This JSON is no model config: .*\.$/ },
];

describe('damaged files on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-efficiency-damaged-'));
  after(() => rmSync(folder, { recursive: true }));
  const write = ({ name, bytes }: Damaged) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  };

  for (const one of damaged)
    it(`${one.name}: one sentence that says where, and what could be read`, async () => {
      const harness = await Harness.open(write(one));
      try {
        const { page } = harness;
        await page.locator('.message[role=alert], .page-head h1').first().waitFor();
        await harness.settled();
        const text = await page.locator('#page').innerText();
        assert.doesNotMatch(text, /undefined|NaN|\[object|Error:|Infinity/);
        if (one.parameters === undefined) {
          assert.match(await page.getByRole('alert').innerText(), one.says);
          assert.equal(text.replace(/\s*Read again$/, '').split('\n').length, 1, text);
          // What a person can do is at hand, by keyboard too.
          await page.keyboard.press('Tab');
          assert.equal(await page.locator(':focus').innerText(), 'Read again');
        } else {
          const problems = page.locator('.problems li');
          assert.match((await problems.allInnerTexts()).join('\n'), one.says);
          assert.match(await page.locator('.figure').first().innerText(), one.parameters);
          await page.getByRole('link', { name: /problem/ }).click();
          assert.ok(await problems.first().isVisible());
        }
        assert.deepEqual(harness.problems, []);
      } finally {
        await harness.close();
      }
    });

  it('a config that cannot be followed has no exact figure and no bound', async () => {
    const text = damaged.find(({ name }) => name === 'text/config.json')!;
    const harness = await (await Harness.open(write(text), { state: { allFigures: true } })).shown();
    try {
      const lines = await harness.page.locator('.figure-line > summary').allInnerTexts();
      assert.ok(lines.length > 8);
      for (const line of lines) assert.match(line, /estimated|unknown/);
    } finally {
      await harness.close();
    }
  });

  for (const theme of Object.keys(themes) as Theme[])
    it(`are shown without anything that axe-core objects to in ${theme}`, async () => {
      for (const name of ['half.onnx', 'nothing.onnx', 'zero.onnx', 'text/config.json']) {
        const harness = await Harness.open(write(damaged.find((one) => one.name === name)!), { theme });
        try {
          await harness.page.locator('.message[role=alert], .page-head h1').first().waitFor();
          await harness.settled();
          assert.deepEqual(await violations(harness), [], name);
        } finally {
          await harness.close();
        }
      }
    });

  it('is read again when the file has been mended', async () => {
    const file = write(damaged.find(({ name }) => name === 'zero.onnx')!);
    const harness = await Harness.open(file);
    try {
      await harness.page.getByRole('alert').waitFor();
      writeFileSync(file, readFileSync(sample('digits-cnn.onnx')));
      await harness.page.getByRole('button', { name: 'Read again' }).press('Enter');
      await harness.shown();
      // 416 + 12,832 + 24,624 + 490.
      assert.match(await harness.page.locator('.figure').first().innerText(), /38,362/);
    } finally {
      await harness.close();
    }
  });
});
