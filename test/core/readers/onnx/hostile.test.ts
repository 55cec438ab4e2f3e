import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { onnx } from 'onnx-proto';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { staysInFolder } from '../../../../src/core/readers/onnx/externalData';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { fuzz } from '../../../support/mutations';
import { fieldHead } from '../../../support/onnxBuilder';

const samples = path.resolve(__dirname, '../../../../media/samples');

/** Small whole models: the mutations of a short file meet its structure more often than its weights. */
function seeds(): Uint8Array[] {
  const small = onnx.ModelProto.encode({
    irVersion: 9,
    opsetImport: [{ domain: '', version: 21 }],
    graph: {
      name: 'g',
      input: [
        {
          name: 'x',
          type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: 'n' }, { dimValue: 4 }] } } },
        },
      ],
      output: [{ name: 'y' }],
      initializer: [{ name: 'w', dims: [4, 2], dataType: 1, rawData: new Uint8Array(32) }],
      node: [
        { opType: 'MatMul', input: ['x', 'w'], output: ['h'] },
        {
          opType: 'If',
          input: ['c'],
          output: ['y'],
          attribute: [
            {
              name: 'then_branch',
              type: 5,
              g: { name: 't', node: [{ opType: 'Relu', input: ['h'], output: ['r'] }] },
            },
          ],
        },
        {
          opType: 'Constant',
          output: ['c'],
          attribute: [{ name: 'value', type: 4, t: { dims: [], dataType: 9, int32Data: [1] } }],
        },
      ],
    },
  }).finish();
  const files = readdirSync(samples).filter((f) => f.endsWith('.onnx'));
  return [small, small, small, ...files.map((f) => readFileSync(path.join(samples, f)).subarray(0, 20_000))];
}

/** The message of an unreadable file; fails on a model. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const read = await readOnnx(memorySource(bytes));
  assert.equal(read.kind, 'unreadable');
  return read.kind === 'unreadable' ? read.message : '';
}

describe('hostile ONNX files', () => {
  it('are answered in one sentence', async () => {
    assert.equal(await refusal(new Uint8Array(0)), 'The file is empty.');
    assert.match(
      await refusal(
        new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1234567\n'),
      ),
      /Git LFS pointer.*1,234,567 bytes/,
    );
    assert.match(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 0)), /ZIP/);
    assert.match(await refusal(new TextEncoder().encode('{"irVersion": 8}')), /JSON, but no ONNX/);
    // Wire type 7 does not exist: 0x0f is field 1, type 7.
    assert.match(await refusal(Uint8Array.of(0x0f, 1, 2)), /wire type 7.*byte 0/);
    // A varint of eleven bytes.
    assert.match(
      await refusal(Uint8Array.of(0x08, ...new Array<number>(11).fill(0xff))),
      /ten bytes.*byte 1/,
    );
    // Field 7 (graph) announces 2^35 bytes.
    assert.match(
      await refusal(Uint8Array.of(0x3a, 0x80, 0x80, 0x80, 0x80, 0x80, 1)),
      /announces 34359738368 bytes.*byte 0/,
    );
  });

  it('keep what was read before they break off', async () => {
    const whole = onnx.ModelProto.encode({
      graph: {
        node: [
          { opType: 'Relu', input: ['x'], output: ['y'] },
          { opType: 'Relu', input: ['y'], output: ['z'] },
        ],
      },
    }).finish();
    // The file ends one byte early: the graph, the second node and its last field announce more than is there.
    const cut = await readOnnx(memorySource(whole.slice(0, -1)));
    assert.equal(cut.kind, 'model');
    if (cut.kind !== 'model') return;
    assert.deepEqual(
      cut.model.operators.map((op) => op.type),
      ['Relu', 'Rel'],
    );
    // Half of the file: the first node alone is whole.
    const half = await readOnnx(memorySource(whole.slice(0, 2 + (whole.length - 2) / 2 + 3)));
    assert.equal(half.kind === 'model' && half.model.operators[0]!.type, 'Relu');
    assert.match(cut.model.problems[0]!.message, /broken at byte \d+.*incomplete/);
  });

  it('do not nest without end', async () => {
    let g: onnx.IGraphProto = { name: 'deepest' };
    for (let i = 0; i < 200; i++)
      g = { name: `g${i}`, node: [{ opType: 'If', attribute: [{ name: 'then_branch', type: 5, g }] }] };
    const read = await readOnnx(memorySource(onnx.ModelProto.encode({ graph: g }).finish()));
    assert.equal(read.kind, 'model');
    assert.ok(read.kind === 'model' && read.model.problems.some((p) => /nested deeper/.test(p.message)));
  });

  it('never lead out of the folder', () => {
    for (const bad of [
      '',
      '/etc/passwd',
      '../x',
      'a/../../x',
      'a\\..\\..\\x',
      'C:\\x',
      '\\\\host\\x',
      'file:///x',
      'http://x/y',
      'a\0b',
    ])
      assert.equal(staysInFolder(bad), false, JSON.stringify(bad));
    for (const good of ['weights.bin', 'data/weights.bin', 'a..b', './x'])
      assert.equal(staysInFolder(good), true, good);
  });

  it('take names of ten megabytes and names given twice', async () => {
    const long = 'n'.repeat(10_000_000);
    const bytes = onnx.ModelProto.encode({
      graph: {
        node: [
          { opType: 'Relu', input: ['x'], output: [long] },
          { opType: 'Relu', input: [long], output: [long] },
        ],
      },
    }).finish();
    const read = await readOnnx(memorySource(bytes));
    assert.equal(read.kind, 'model');
    const messages = read.kind === 'model' ? read.model.problems.map((p) => p.message) : [];
    assert.ok(messages.some((m) => /given twice/.test(m)));
    assert.ok(messages.every((m) => m.length < 500));
  });

  it('of millions of empty nodes, two bytes each: a million are read, more up to the bound', async function () {
    this.timeout(120_000);
    const empty = async (nodes: number) => {
      const bytes = new Uint8Array(2 * nodes).map((_, i) => (i % 2 === 0 ? 0x0a : 0));
      const read = await readOnnx(memorySource(Buffer.concat([fieldHead(7, bytes.length), bytes])));
      assert.ok(read.kind === 'model');
      return [read.model.operators.length, read.model.problems.map((p) => p.code)];
    };
    assert.deepEqual(await empty(1_000_000), [1_000_000, ['onnx.no-opset']]);
    // A node counts as four of at most 8,000,000 names.
    assert.deepEqual(await empty(2_100_000), [2_000_000, ['onnx.too-large', 'onnx.no-opset']]);
  });

  it('mutated 5,000 times, never crash and always answer', async function () {
    this.timeout(120_000);
    const result = await fuzz(seeds(), 5_000, 20231201);
    assert.equal(result.models + result.unreadable, 5_000);
    // Both kinds of answer must occur, or the mutations test nothing.
    assert.ok(result.models > 300 && result.unreadable > 300, JSON.stringify(result));
  });
});
