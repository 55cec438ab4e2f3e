/** Energy as time at a power: the device's own, times what the data centre adds. */
import type { Quantity } from './quantity';
import { unknown } from './quantity';
import { num } from './text';

/** Joules of so many seconds; `pue` is the data centre's power over the device's. Unknown without a published power. */
export function energyOf(
  seconds: Quantity,
  watts: number | undefined,
  device: string,
  pue?: number,
): Quantity {
  if (seconds.value === null) return { ...seconds, unit: 'joules' };
  if (watts === undefined) return unknown('joules', `${device} has no published power`);
  return {
    value: seconds.value * watts * (pue ?? 1),
    unit: 'joules',
    certainty: 'estimated',
    formula: `${num(seconds.value)} s × ${num(watts)} W${pue === undefined ? '' : ` × PUE ${pue}`}`,
    reason: `at the full power of the board all the time${pue === undefined ? ', the data centre left out' : ''}; ${seconds.reason ?? 'the time is an estimate'}`,
  };
}
