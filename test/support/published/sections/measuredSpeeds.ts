import { roofline } from '../../../../src/core/costs/roofline';
import { deviceOf } from '../../../../src/core/hardware/devices';
import { GIB } from '../../../../src/core/hardware/device';
import type { Claim } from '../claim';
import type { Figure } from '../figure';
import { at } from '../measures';

/** Measured speeds of generation on one device, at most what its bandwidth allows. */
export function underRoof(f: Figure): Claim | undefined {
  const own = /, (\d+) GB\/s/.exec(f.conditions);
  const llama = f.source.startsWith('gist ') && own;
  const qwen = f.model === 'Qwen3.5-9B Q8_0' && f.quantity === 'decode speed MEASURED';
  if (!f.quantity.startsWith('decode') || !(llama || qwen)) return undefined;
  const device = qwen
    ? deviceOf('rtx-4080')!
    : {
        id: 'own',
        name: f.conditions.split(',')[0]!,
        kind: 'own' as const,
        memoryBytes: 64 * GIB,
        bytesPerSecond: Number(own![1]) * 1e9,
        peaks: {},
        source: 'the benchmark itself',
      };
  const id = f.model.split(' ').at(-1)!.toLowerCase().replace('f16', 'fp16');
  const scenario = at({ phase: 'decode', context: 128, weights: id, cache: 'fp16' });
  return {
    kind: 'compared',
    of: { config: qwen ? 'qwen3.5-9b' : 'llama-2-7b' },
    what: `tokens a second on ${device.name} at ${device.bytesPerSecond / 1e9} GB/s, weights in ${id.toUpperCase()}`,
    ours: (b) =>
      roofline(b.model, b.costs, scenario, device, { compute: 1, memory: 1 }).tokensPerSecond.value!,
    published: f.value,
    roof: 'at most',
  };
}
