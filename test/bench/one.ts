// One way of reading in a process of its own: `one.cjs WAY FILE AGAIN` prints time, bytes read and memory as one line of JSON.
import { readFileSync } from 'node:fs';
import { onnx } from 'onnx-proto';
import type { ByteSource } from '../../src/core/bytes/byteSource';
import { readOnnx } from '../../src/core/readers/onnx/readOnnx';
import { openNodeSource, resolveBeside } from '../../src/host/files/nodeSource';
import { counting } from '../support/counting';

/** Most memory held so far, in bytes (the kernel's count, in KiB). */
const peak = () => process.resourceUsage().maxRSS * 1024;

let bytesRead = 0;

const count = (source: ByteSource) => counting(source, (bytes) => (bytesRead += bytes));

/** Reads a file once; answers with the number of its nodes. */
const ways: Readonly<Record<string, (file: string) => Promise<number>>> = {
  reader: async (file) => {
    const source = await openNodeSource(file);
    const beside = resolveBeside(file);
    const read = await readOnnx(count(source), {
      resolveExternal: async (name) => {
        const found = await beside(name);
        return found && count(found);
      },
    });
    await source.dispose?.();
    if (read.kind !== 'model' || read.model.problems.length > 0)
      throw new Error(JSON.stringify(read).slice(0, 500));
    return read.model.operators.length;
  },
  'onnx-proto': (file) => {
    const bytes = readFileSync(file);
    bytesRead += bytes.length;
    return Promise.resolve(onnx.ModelProto.decode(bytes).graph!.node!.length);
  },
};

async function main(way: string, file: string, again: number): Promise<void> {
  const idle = peak();
  const cpu = process.cpuUsage();
  const timed = async () => {
    const start = performance.now();
    const nodes = await ways[way]!(file);
    return { nodes, milliseconds: performance.now() - start };
  };
  const { nodes, milliseconds } = await timed();
  const { user, system } = process.cpuUsage(cpu);
  const figures = {
    nodes,
    milliseconds,
    cpuMilliseconds: (user + system) / 1000,
    bytesRead,
    peakBytes: peak() - idle,
  };
  // Later readings of the same process, as the second file that a person opens: compiled by now.
  let warmMilliseconds = milliseconds;
  for (let i = 0; i < again; i++) warmMilliseconds = Math.min(warmMilliseconds, (await timed()).milliseconds);
  console.log(JSON.stringify({ ...figures, warmMilliseconds }));
}

void main(process.argv[2]!, process.argv[3]!, Number(process.argv[4]));
