/** Which of a device's peaks an operator's products run at: the wider of its two factors decides. */
import type { DType } from '../model/dtype';
import { bitsOf, isInteger } from '../model/dtype';
import type { Device, PeakType } from '../hardware/device';

/** Bits of the narrowest arithmetic that takes values this wide: 4, 8, 16 or 32; block formats count by their payload. */
export function widthClass(bits: number): 4 | 8 | 16 | 32 {
  return bits <= 6 ? 4 : bits <= 10 ? 8 : bits <= 20 ? 16 : 32;
}

/**
 * The arithmetic of a product of activations with weights. Weight-only quantisation multiplies in the activations' type:
 * weights are expanded first. A product without weights (attention) goes by the activations alone. `precision` is the
 * scenario's for activations, where it names one. Undefined for types that no matrix unit multiplies.
 */
export function peakTypeOf(
  activation: DType | undefined,
  precision: string | undefined,
  weightBytes: number,
  otherwise: 'fp16' | 'bf16',
): PeakType | undefined {
  const own = precision === undefined ? ofDType(activation, otherwise) : ofPrecision(precision, otherwise);
  if (own === undefined || weightBytes === 0 || Number.isNaN(weightBytes)) return own;
  const wanted = BITS[own];
  const weights = widthClass(8 * weightBytes);
  if (weights <= wanted) return own;
  return weights === 32 ? 'fp32' : weights === 16 ? otherwise : own.startsWith('int') ? 'int8' : 'fp8';
}

const BITS: Readonly<Record<PeakType, number>> = {
  fp32: 32,
  tf32: 32,
  fp16: 16,
  bf16: 16,
  fp8: 8,
  int8: 8,
  fp4: 4,
  int4: 4,
};

function ofDType(dtype: DType | undefined, otherwise: 'fp16' | 'bf16'): PeakType | undefined {
  if (dtype === undefined) return otherwise;
  const bits = bitsOf(dtype);
  if (isInteger(dtype)) return bits === 8 && dtype !== 'bool' ? 'int8' : bits <= 4 ? 'int4' : undefined;
  if (bits === 16) return dtype === 'bfloat16' ? 'bf16' : 'fp16';
  return bits === 32 ? 'fp32' : bits === 8 || bits === 6 ? 'fp8' : bits === 4 ? 'fp4' : undefined;
}

function ofPrecision(id: string, otherwise: 'fp16' | 'bf16'): PeakType {
  if (
    id === 'fp32' ||
    id === 'tf32' ||
    id === 'bf16' ||
    id === 'fp16' ||
    id === 'fp8' ||
    id === 'int8' ||
    id === 'int4'
  )
    return id;
  if (id === 'mxfp4' || id === 'nvfp4') return 'fp4';
  // Block formats of caches and files are expanded before they are multiplied.
  return otherwise;
}

/** What stands in for a peak that a device does not publish: the next wider arithmetic, never a narrower one. */
const INSTEAD: Readonly<Record<PeakType, readonly PeakType[]>> = {
  fp32: [],
  tf32: ['fp32'],
  fp16: ['bf16', 'fp32'],
  bf16: ['fp16', 'fp32'],
  fp8: ['bf16', 'fp16', 'fp32'],
  int8: ['fp16', 'bf16', 'fp32'],
  int4: ['int8', 'fp16', 'bf16', 'fp32'],
  fp4: ['fp8', 'bf16', 'fp16', 'fp32'],
};

/** The dense peak that the device has for this arithmetic, operations per second, and of which type it is. */
export function peakOnDevice(
  device: Device,
  wanted: PeakType,
): { readonly type: PeakType; readonly perSecond: number } | undefined {
  for (const type of [wanted, ...INSTEAD[wanted]]) {
    const perSecond = device.peaks[type];
    if (perSecond !== undefined) return { type, perSecond };
  }
  return undefined;
}
