import { memorySource } from '../../src/core/bytes/byteSource';
import { readOnnx } from '../../src/core/readers/onnx/readOnnx';

/** A small generator with a seed (xorshift): the same mutations on every machine. */
export function random(seed: number): (below: number) => number {
  let s = seed | 0 || 1;
  return (below) => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) % below;
  };
}

/** The bytes with a few places changed, cut, doubled or overlong, as a stranger might. */
export function mutated(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out: Uint8Array = new Uint8Array(bytes);
  const changes = 1 + next(6);
  for (let i = 0; i < changes && out.length > 0; i++) {
    const at = next(out.length);
    switch (next(6)) {
      case 0:
        out[at] = next(256);
        break;
      case 1:
        out[at] = out[at]! ^ (1 << next(8));
        break;
      case 2:
        out = out.slice(0, at);
        break;
      case 3:
        out.fill(0xff, at, at + 1 + next(12));
        break;
      case 4: {
        const to = Math.min(out.length, at + 1 + next(64));
        out = Uint8Array.from([...out.slice(0, to), ...out.slice(at)]);
        break;
      }
      default:
        out.copyWithin(at, next(out.length), next(out.length));
    }
  }
  return out;
}

/** Figures of a fuzz run. */
export interface FuzzResult {
  readonly inputs: number;
  readonly models: number;
  readonly unreadable: number;
  readonly slowestMilliseconds: number;
  readonly mostHeapBytes: number;
}

/** Reads so many mutated inputs; rejects with the seed at the first crash. */
export async function fuzz(
  samples: readonly Uint8Array[],
  inputs: number,
  seed: number,
): Promise<FuzzResult> {
  let models = 0;
  let slowest = 0;
  let heap = 0;
  for (let i = 0; i < inputs; i++) {
    const next = random(seed + i * 2654435761);
    const bytes = mutated(samples[next(samples.length)]!, next);
    const start = performance.now();
    try {
      // Every eighth is read by waiting, as from a slow disk.
      const source = memorySource(bytes);
      const read = await readOnnx(i % 8 === 0 ? { ...source, readNow: undefined } : source);
      if (read.kind === 'model') models++;
      else if (!read.message.endsWith('.')) throw new Error(`no sentence: ${read.message}`);
    } catch (error) {
      throw new Error(`input ${i} of seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    slowest = Math.max(slowest, performance.now() - start);
    if (i % 1024 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  return { inputs, models, unreadable: inputs - models, slowestMilliseconds: slowest, mostHeapBytes: heap };
}
