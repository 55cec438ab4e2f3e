import type { Problem } from '../model/problem';

export const GIB = 2 ** 30;

/** The kinds of arithmetic that peaks are given for; `fp16` and `bf16` with fp32 accumulation where a sheet has both. */
export type PeakType = 'fp32' | 'tf32' | 'fp16' | 'bf16' | 'fp8' | 'int8' | 'fp4' | 'int4';

export const PEAK_TYPES: readonly PeakType[] = ['fp32', 'tf32', 'fp16', 'bf16', 'fp8', 'int8', 'fp4', 'int4'];

export type DeviceKind = 'data centre' | 'workstation' | 'consumer' | 'Apple' | 'edge' | 'CPU' | 'own';

/** One accelerator or processor. What a vendor does not publish is absent, never 0. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly kind: DeviceKind;
  /** Memory as installed, bytes; for unified memory and CPUs the configuration named. */
  readonly memoryBytes: number;
  /** Peak memory bandwidth, bytes per second. */
  readonly bytesPerSecond: number;
  /** Peak operations per second, dense: never the doubled figure for sparse matrices. */
  readonly peaks: Readonly<Partial<Record<PeakType, number>>>;
  /** Board or package power, watts. */
  readonly watts?: number;
  /** Where the figures come from. */
  readonly source: string;
}

/** A device of the user's own, from a setting: sizes in the units people write. */
export interface OwnDevice {
  readonly id: string;
  readonly name?: string;
  readonly memoryGiB: number;
  readonly bandwidthGBs: number;
  readonly tflops?: Readonly<Partial<Record<PeakType, number>>>;
  readonly watts?: number;
}

/** Devices of a setting, checked; what cannot be one is a problem with one sentence. Never throws. */
export function ownDevices(value: unknown): {
  readonly devices: readonly Device[];
  readonly problems: readonly Problem[];
} {
  const devices: Device[] = [];
  const problems: Problem[] = [];
  const list = Array.isArray(value) ? (value as readonly unknown[]).slice(0, 200) : [];
  list.forEach((item, i) => {
    const device = ownDevice(item);
    if (typeof device !== 'string') devices.push(device);
    else
      problems.push({
        severity: 'warning',
        code: 'hardware.not-a-device',
        message: `Device ${i + 1} of the setting is left out: ${device}.`,
      });
  });
  return { devices, problems };
}

function ownDevice(item: unknown): Device | string {
  if (typeof item !== 'object' || item === null) return 'it is no object';
  const d = item as Partial<Record<keyof OwnDevice, unknown>>;
  if (typeof d.id !== 'string' || d.id.trim() === '') return 'it has no `id`';
  const { memoryGiB, bandwidthGBs, watts } = d;
  if (!isPositive(memoryGiB)) return '`memoryGiB` is not a number above 0';
  if (!isPositive(bandwidthGBs)) return '`bandwidthGBs` is not a number above 0';
  const given = (typeof d.tflops === 'object' && d.tflops ? d.tflops : {}) as Record<string, unknown>;
  const peaks: Partial<Record<PeakType, number>> = {};
  for (const type of PEAK_TYPES) {
    const peak = Object.hasOwn(given, type) ? given[type] : undefined;
    if (isPositive(peak)) peaks[type] = peak * 1e12;
  }
  return {
    id: d.id,
    name: typeof d.name === 'string' ? d.name : d.id,
    kind: 'own',
    memoryBytes: memoryGiB * GIB,
    bytesPerSecond: bandwidthGBs * 1e9,
    peaks,
    ...(isPositive(watts) ? { watts } : {}),
    source: 'setting `modelEfficiency.devices`',
  };
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
