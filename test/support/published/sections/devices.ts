import type { Device } from '../../../../src/core/hardware/device';
import { deviceOf } from '../../../../src/core/hardware/devices';
import { CONFIGURATOR } from '../../../core/hardware/sheets';
import type { Claim, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';

const FIELDS: Readonly<Record<string, readonly [what: string, read: (d: Device) => number | undefined]>> = {
  mem_bw: ['memory bandwidth, B/s', (d) => d.bytesPerSecond],
  mem_capacity: ['memory, bytes', (d) => d.memoryBytes],
  bfloat16_tc_flops: ['dense BF16 peak, FLOP/s', (d) => d.peaks.bf16],
  int8_tc_flops: ['dense INT8 peak, OP/s', (d) => d.peaks.int8],
  fp8_tc_flops: ['dense FP8 peak, FLOP/s', (d) => d.peaks.fp8],
  fp4_tc_flops: ['dense FP4 peak, FLOP/s', (d) => d.peaks.fp4],
  power: ['power, W', (d) => d.watts],
};

/** Where our source says otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {};

/** The table of devices against NVIDIA’s; any model will do, none is asked. */
export const devices: Section = {
  title: 'Devices: NVIDIA AI Configurator',
  about:
    'Our table of devices has its figures from vendors’ sheets; these are the rows of NVIDIA’s own tool.',
  has: (f) => f.source.startsWith('ai-dynamo/'),
  claim: (f: Figure): Claim => {
    const field = FIELDS[f.quantity.replace('hardware ', '')];
    if (!field) return left(WHY.link);
    const device = deviceOf(CONFIGURATOR[f.model] ?? '');
    const ours = device && field[1](device);
    if (ours === undefined)
      return left(`no such figure in the table of devices: the vendor’s sheet has none`);
    const why = OTHERWISE[`${f.model} ${f.quantity}`];
    return {
      kind: 'compared',
      of: { config: 'gpt2' },
      what: field[0],
      ours: () => ours,
      published: f.value,
      ...(why ? { rule: { why } } : {}),
    };
  },
};
