import type { PeakType } from '../../../src/core/hardware/device';

/** A page that was opened, and the figures it gives. */
export interface Sheet {
  readonly id: string;
  /** The page that was opened; `vendor`'s own, or a reseller or encyclopedia that repeats the sheet. */
  readonly page: string;
  readonly vendor: boolean;
  readonly gib?: number;
  readonly gbs?: number;
  /** Dense, in TFLOP/s or TOP/s; half of what a page gives with sparsity. */
  readonly peaks?: Readonly<Partial<Record<PeakType, number>>>;
  readonly watts?: number;
}

const AMD = 'rocm.docs.amd.com, MI300 microarchitecture';
const AMD_250 = 'rocm.docs.amd.com, MI250 microarchitecture and GPU hardware specifications';
const AMD_SPECS = 'rocm.docs.amd.com, GPU hardware specifications';
const NEURON = 'awsdocs-neuron.readthedocs-hosted.com, architecture pages';
const TPU = 'docs.cloud.google.com/tpu/docs';

/** Figures as the pages give them. Devices that stand neither here nor among the 14 are only as good as their named source. */
export const OPENED: readonly Sheet[] = [
  {
    id: 'inferentia2',
    page: NEURON,
    vendor: true,
    gib: 32,
    gbs: 820,
    peaks: { fp32: 47.5, bf16: 190, int8: 380 },
  },
  {
    id: 'trainium2',
    page: NEURON,
    vendor: true,
    gib: 96,
    gbs: 2900,
    peaks: { fp32: 181, bf16: 667, fp8: 1299 },
  },
  { id: 'tpu-v5e', page: `${TPU}/v5e`, vendor: true, gib: 16, gbs: 819, peaks: { bf16: 197, int8: 393 } },
  { id: 'tpu-v5p', page: `${TPU}/v5p`, vendor: true, gib: 95, gbs: 2765, peaks: { bf16: 459 } },
  { id: 'tpu-v6e', page: `${TPU}/v6e`, vendor: true, gib: 32, gbs: 1600, peaks: { bf16: 918, int8: 1836 } },
  {
    id: 'tpu-v4',
    page: 'glennklockwood.com/garden/tpuv4',
    vendor: false,
    gib: 32,
    peaks: { bf16: 275, int8: 275 },
  },
  {
    id: 'l40',
    page: 'mullet.se, L40 and L40S',
    vendor: false,
    gib: 48,
    gbs: 864,
    peaks: { fp32: 90.5, fp16: 181.05, fp8: 362, int8: 362 },
    watts: 300,
  },
  {
    id: 'l40s',
    page: 'mullet.se, L40 and L40S',
    vendor: false,
    gbs: 864,
    peaks: { fp32: 91.6, fp16: 362.05, fp8: 733 },
    watts: 350,
  },
  {
    id: 'a40',
    page: 'hmc-tech.com, L40 vs A40',
    vendor: false,
    gib: 48,
    gbs: 696,
    peaks: { fp32: 37.42, fp16: 149.67, int8: 299.34, int4: 598.67 },
    watts: 300,
  },
  {
    id: 'a10',
    page: 'github.com/astroC86/gpu-datasheet',
    vendor: false,
    gib: 24,
    gbs: 600,
    peaks: { fp16: 125, int8: 250 },
  },
  {
    id: 'a100-sxm-40gb',
    page: 'github.com/astroC86/gpu-datasheet',
    vendor: false,
    gib: 40,
    gbs: 1555,
    peaks: { fp16: 312, int8: 624 },
  },
  {
    id: 'h100-sxm',
    page: 'github.com/astroC86/gpu-datasheet',
    vendor: false,
    gib: 80,
    gbs: 3350,
    peaks: { fp16: 1979 / 2, fp8: 3958 / 2, int8: 3958 / 2 },
  },
  {
    id: 'h200-sxm',
    page: 'github.com/astroC86/gpu-datasheet',
    vendor: false,
    gib: 141,
    gbs: 4800,
    peaks: { fp16: 1979 / 2, fp8: 3958 / 2 },
  },
  {
    id: 't4',
    page: 'github.com/winston-zhang-orz/gpu-specs',
    vendor: false,
    peaks: { fp32: 8.1, fp16: 65, int8: 130 },
  },
  {
    id: 'v100-sxm2-32gb',
    page: 'github.com/winston-zhang-orz/gpu-specs',
    vendor: false,
    peaks: { fp32: 15.7, fp16: 125 },
  },
  {
    id: 'gaudi2',
    page: 'pcguia.pt, Intel Vision 2024',
    vendor: false,
    gib: 96,
    gbs: 2450,
    peaks: { bf16: 432 },
    watts: 600,
  },
  {
    id: 'gaudi3',
    page: 'pcguia.pt, Intel Vision 2024',
    vendor: false,
    gib: 128,
    gbs: 3700,
    peaks: { bf16: 1835, fp8: 1835 },
    watts: 900,
  },
  {
    id: 'rtx-4090',
    page: 'waredb.com',
    vendor: false,
    gib: 24,
    gbs: 1008,
    peaks: { fp32: 82.58, fp16: 165.15, bf16: 165.15, fp8: 330.3, int8: 660.6 },
    watts: 450,
  },
  {
    id: 'jetson-orin-nano-super',
    page: 'brojogopalsapui.com, after NVIDIA’s data sheet',
    vendor: false,
    gib: 8,
    gbs: 102,
    peaks: { int8: 67 / 2 },
    watts: 25,
  },
  { id: 'm4-max', page: 'macrumors.com, 2024-10-30', vendor: false, gib: 128, gbs: 546 },
  { id: 'm4-pro', page: 'wccftech.com, by gamebastion.com', vendor: false, gib: 64, gbs: 273 },
  { id: 'm3-max', page: 'macmegasite.com, 2024-10-30', vendor: false, gbs: 400 },
  { id: 'm2-ultra', page: 'wccftech.com, by gamebastion.com', vendor: false, gib: 192, gbs: 800 },
  { id: 'm1-ultra', page: 'wccftech.com, by gamebastion.com', vendor: false, gib: 128, gbs: 800 },
  // As the page gives them; 5.3 TB/s.
  {
    id: 'mi300x',
    page: AMD,
    vendor: true,
    gib: 192,
    gbs: 5300,
    peaks: { fp32: 163.4, fp16: 1307.4, bf16: 1307.4, fp8: 2614.9, int8: 2614.9 },
  },
  // The same chip with more memory.
  {
    id: 'mi325x',
    page: AMD,
    vendor: true,
    gib: 256,
    peaks: { fp32: 163.4, fp16: 1307.4, bf16: 1307.4, fp8: 2614.9, int8: 2614.9 },
  },
  // 228 units of the 304: 228 × 2,048 × 2.1 GHz.
  {
    id: 'mi300a',
    page: AMD,
    vendor: true,
    gib: 128,
    peaks: { fp32: (163.4 * 228) / 304, fp16: (1307.4 * 228) / 304, fp8: (2614.9 * 228) / 304 },
  },
  // 220 units of 1,024 operations a clock at 1.7 GHz, where the MI250 of the page has 208 and 362.1; 1.6 TB/s a die.
  {
    id: 'mi250x',
    page: AMD_250,
    vendor: true,
    gib: 128,
    peaks: {
      fp32: (45.3 * 220) / 208,
      fp16: (362.1 * 220) / 208,
      bf16: (362.1 * 220) / 208,
      int8: (362.1 * 220) / 208,
    },
  },
  // One die of 104 units.
  {
    id: 'mi210',
    page: AMD_250,
    vendor: true,
    gib: 64,
    peaks: { fp32: 45.3 / 2, fp16: 362.1 / 2, bf16: 362.1 / 2, int8: 362.1 / 2 },
  },
  { id: 'mi350x', page: AMD_SPECS, vendor: true, gib: 288 },
  { id: 'mi355x', page: AMD_SPECS, vendor: true, gib: 288 },
  { id: 'rx-7900-xtx', page: AMD_SPECS, vendor: true, gib: 24 },
  { id: 'rx-9070-xt', page: AMD_SPECS, vendor: true, gib: 16 },
];

/** Chips whose memory, bandwidth, power and 16-, 8- and 4-bit peaks agree with the tables of NVIDIA AI Configurator, by its names. */
export const CONFIGURATOR: Readonly<Record<string, string>> = {
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
