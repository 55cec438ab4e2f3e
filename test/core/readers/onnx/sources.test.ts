import { strict as assert } from 'node:assert';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onnx } from 'onnx-proto';
import type { ByteSource } from '../../../../src/core/bytes/byteSource';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import type { Model } from '../../../../src/core/model/model';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { openNodeSource } from '../../../../src/host/files/nodeSource';
import { counting } from '../../../support/counting';
import { bytesField, fieldHead, modelBytes, node, smallModels, tensor } from '../../../support/onnxBuilder';

const GIB = 2 ** 30;

async function read(source: ByteSource, signal?: AbortSignal): Promise<Model> {
  const found = await readOnnx(source, signal ? { signal } : {});
  assert.equal(found.kind, 'model', found.kind === 'unreadable' ? found.message : '');
  return (found as { model: Model }).model;
}

const codes = (model: Model) => model.problems.map((p) => p.code);

describe('a source that gives a few bytes at a time, and must be waited for', () => {
  it('gives the same model', async () => {
    const files = [
      ...smallModels(),
      readFileSync(path.resolve(__dirname, '../../../fixtures/onnx/forms.onnx')),
    ];
    for (const file of files) {
      const whole = memorySource(file);
      let turn = 0;
      const slow: ByteSource = {
        size: file.length,
        incremental: true,
        read: async (offset, target) => {
          await Promise.resolve();
          return whole.read(offset, target.subarray(0, 1 + (turn++ % 700)));
        },
      };
      assert.deepEqual(await read(slow), await read(whole));
    }
  });

  it('is left when its reader is told to stop', async () => {
    const stop = new AbortController();
    const file = modelBytes({
      node: Array.from({ length: 5000 }, (_, i) => node('Relu', [`x${i}`], [`x${i + 1}`])),
    });
    const whole = memorySource(file);
    let reads = 0;
    const slow: ByteSource = {
      ...whole,
      readNow: undefined,
      read: (offset, target) => {
        if (++reads === 3) stop.abort(new Error('stopped by a person'));
        return whole.read(offset, target);
      },
    };
    await assert.rejects(readOnnx(slow, { signal: stop.signal }), /stopped by a person/);
    assert.ok(reads < 5, `${reads} reads`);
  });
});

/** A payload of so many GiB between two small parts: what is written, and at which places of a file. */
function beyond(gib: number): { size: number; parts: (readonly [offset: number, bytes: Uint8Array])[] } {
  const payload = gib * GIB;
  const rows = payload / 4 / 1024;
  const vast = onnx.TensorProto.encode({ name: 'vast', dataType: 1, dims: [rows, 1024] }).finish();
  const vastEnd = vast.length + fieldHead(9, payload).length + payload;
  const after = [
    bytesField(5, onnx.TensorProto.encode(tensor('behind', 7, [2], [3, -1])).finish()),
    bytesField(1, onnx.NodeProto.encode(node('MatMul', ['x', 'vast'], ['y'])).finish()),
    bytesField(1, onnx.NodeProto.encode(node('Reshape', ['y', 'behind'], ['z'])).finish()),
    bytesField(11, onnx.ValueInfoProto.encode({ name: 'x' }).finish()),
  ];
  const graph = fieldHead(5, vastEnd).length + vastEnd + after.reduce((n, b) => n + b.length, 0);
  const head = Buffer.concat([
    onnx.ModelProto.encode({ irVersion: 10, opsetImport: [{ domain: '', version: 21 }] }).finish(),
    fieldHead(7, graph),
    fieldHead(5, vastEnd),
    vast,
    fieldHead(9, payload),
  ]);
  const tail = Buffer.concat(after);
  const size = head.length + payload + tail.length;
  return {
    size,
    parts: [
      [0, head],
      [size - tail.length, tail],
    ],
  };
}

function assertBeyond(model: Model, gib: number, headBytes: number): void {
  assert.deepEqual(codes(model), []);
  const [vast, behind] = model.weights;
  assert.deepEqual(
    [vast!.shape, vast!.storage],
    [[gib * 2 ** 18, 1024], { bytes: gib * GIB, offset: headBytes }],
  );
  assert.ok(behind!.storage!.offset! > gib * GIB);
  assert.deepEqual(model.values.find((v) => v.name === 'behind')!.data, [3, -1]);
  assert.deepEqual(
    model.operators.map((op) => op.type),
    ['MatMul', 'Reshape'],
  );
}

describe('files beyond 2^32 bytes', () => {
  it('are read at their far end: 512 TiB that nobody wrote', async () => {
    const gib = 512 * 1024;
    const { size, parts } = beyond(gib);
    let bytes = 0;
    const readNow = (offset: number, target: Uint8Array): number => {
      target.fill(0);
      for (const [start, part] of parts)
        for (let i = 0; i < part.length; i++) {
          const at = start + i - offset;
          if (at >= 0 && at < target.length) target[at] = part[i]!;
        }
      bytes += target.length;
      return Math.min(target.length, size - offset);
    };
    const source = {
      size,
      incremental: true,
      readNow,
      read: (o: number, t: Uint8Array) => Promise.resolve(readNow(o, t)),
    };
    assertBeyond(await read(source), gib, parts[0]![1].length);
    assert.ok(bytes < 16 * 1024, `${bytes} bytes read`);
  });

  it('are read from a disk: 5 GiB with nothing in between', async function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'beyond-'));
    try {
      const file = path.join(folder, 'vast.onnx');
      const { size, parts } = beyond(5);
      const out = openSync(file, 'w');
      try {
        ftruncateSync(out, size);
      } catch {
        return this.skip(); // A disk that keeps no holes, and has no room.
      }
      for (const [offset, part] of parts) writeSync(out, part, 0, part.length, offset);
      closeSync(out);
      assert.ok(statSync(file).size > 2 ** 32);
      let bytes = 0;
      const source = counting(await openNodeSource(file), (n) => (bytes += n));
      assertBeyond(await read(source), 5, parts[0]![1].length);
      assert.ok(bytes < 16 * 1024, `${bytes} bytes read`);
      await source.dispose!();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a file that changes while it is read', () => {
  let folder: string;
  let file: string;
  /** 3,000 nodes: several pages. */
  const bytes = modelBytes({
    node: Array.from({ length: 3000 }, (_, i) => node('Relu', [`x${i}`], [`x${i + 1}`])),
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'changes-'));
    file = path.join(folder, 'm.onnx');
    writeFileSync(file, bytes);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The file, and what happens to it after the second read. */
  async function disturbed(what: () => void): Promise<ByteSource> {
    let reads = 0;
    return counting(await openNodeSource(file), () => {
      if (++reads === 2) what();
    });
  }

  it('and is not changed, is read in full', async () => {
    const model = await read(await disturbed(() => undefined));
    assert.equal(model.operators.length, 3000);
    assert.deepEqual(
      codes(model).filter((c) => c !== 'onnx.dangling-name'),
      [],
    );
  });

  it('cut short: what was read stays, with both reasons', async () => {
    const model = await read(await disturbed(() => truncateSync(file, 20_000)));
    assert.ok(model.operators.length > 100 && model.operators.length < 3000, String(model.operators.length));
    assert.ok(codes(model).includes('onnx.truncated') && codes(model).includes('onnx.changed'));
  });

  it('replaced by another: the old one is read to its end, and the change is told', async () => {
    const model = await read(
      await disturbed(() => {
        writeFileSync(`${file}.new`, modelBytes({}));
        renameSync(`${file}.new`, file);
      }),
    );
    assert.ok(codes(model).includes('onnx.changed'));
  });

  it('gone after it was opened: told; gone before: refused', async () => {
    const model = await read(await disturbed(() => unlinkSync(file)));
    assert.ok(codes(model).includes('onnx.changed'));
    writeFileSync(file, bytes);
    const late = await openNodeSource(file);
    unlinkSync(file);
    await assert.rejects(readOnnx(late), /ENOENT/);
  });

  it('is closed when nobody reads it', async function () {
    const open = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`) === file;
        } catch {
          return false;
        }
      }).length;
    try {
      open();
    } catch {
      return this.skip(); // Only where the system tells which files are open.
    }
    const source = await openNodeSource(file);
    assert.equal(open(), 0, 'not opened before it is read');
    await read(source);
    assert.equal(open(), 1);
    for (const end = Date.now() + 5000; open() > 0 && Date.now() < end;)
      await new Promise((r) => setTimeout(r, 100));
    assert.equal(open(), 0, 'closed when idle');
    await read(source);
    assert.equal(open(), 1, 'opened again when it is read again');
    await source.dispose!();
    for (const end = Date.now() + 5000; open() > 0 && Date.now() < end;)
      await new Promise((r) => setTimeout(r, 20));
    assert.equal(open(), 0, 'closed when disposed');
  });
});
