import type { Device } from '../../../../src/core/hardware/device';
import { deviceOf } from '../../../../src/core/hardware/devices';
import type { Claim, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';

const DEVICES: Readonly<Record<string, string>> = {
  a100_pcie: 'a100-pcie-80gb',
  a100_sxm: 'a100-sxm-80gb',
  a30: 'a30',
  b200_sxm: 'b200-sxm',
  b300_sxm: 'b300-sxm',
  b60: 'arc-pro-b60',
  gb200: 'gb200',
  gb300: 'gb300',
  h100_pcie: 'h100-pcie',
  h100_sxm: 'h100-sxm',
  h200_sxm: 'h200-sxm',
  l4: 'l4',
  l40s: 'l40s',
  rtx_pro_6000_server: 'rtx-pro-6000-server',
};

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
    const device = deviceOf(DEVICES[f.model] ?? '');
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
