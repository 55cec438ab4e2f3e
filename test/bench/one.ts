// One reading in a process of its own: `one.cjs WAY FILE` prints time, bytes read and memory as one line of JSON.
import { readFileSync } from 'node:fs';
import { onnx } from 'onnx-proto';
import { readOnnx } from '../../src/core/readers/onnx/readOnnx';
import type { ByteSource } from '../../src/core/bytes/byteSource';
import { counting } from '../support/counting';
import { openNodeSource, resolveBeside } from '../../src/host/files/nodeSource';

/** Most memory held so far, in bytes (the kernel's count, in KiB). */
const peak = () => process.resourceUsage().maxRSS * 1024;

async function main(way: string, file: string): Promise<void> {
  const idle = peak();
  const cpu = process.cpuUsage();
  const start = performance.now();
  let bytesRead = 0;
  let nodes = 0;
  if (way === 'reader') {
    const source = await openNodeSource(file);
    const count = (source: ByteSource) => counting(source, (bytes) => (bytesRead += bytes));
    const beside = resolveBeside(file);
    const read = await readOnnx(count(source), {
      resolveExternal: async (name) => {
        const found = await beside(name);
        return found && count(found);
      },
    });
    if (read.kind !== 'model' || read.model.problems.length > 0)
      throw new Error(JSON.stringify(read).slice(0, 500));
    nodes = read.model.operators.length;
    await source.dispose?.();
  } else {
    const bytes = readFileSync(file);
    bytesRead = bytes.length;
    nodes = onnx.ModelProto.decode(bytes).graph!.node!.length;
  }
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      milliseconds,
      cpuMilliseconds: (user + system) / 1000,
      bytesRead,
      peakBytes: peak() - idle,
      nodes,
    }),
  );
}

void main(process.argv[2]!, process.argv[3]!);
