import type { ShapeFunction, ShapeTable } from './context';
import { internalNhwc } from './microsoft/channelsLast';
import { defaultDomain } from './microsoft/defaultDomain';
import { microsoft } from './microsoft/table';
import { preview } from './ops/attention';
import { ml } from './ml/table';
import { standard } from './ops/table';
import { training } from './training/table';

/** Every domain whose operators are known, by its normal spelling ('' is the standard's own). */
export const DOMAINS: Readonly<Record<string, ShapeTable>> = {
  '': { ...defaultDomain, ...standard },
  'com.microsoft': microsoft,
  'com.ms.internal.nhwc': internalNhwc,
  'ai.onnx.ml': ml,
  'ai.onnx.preview': preview,
  'ai.onnx.preview.training': training,
};

/** The shape function of an operator; undefined when nobody wrote one. */
export function shapeFunctionOf(domain: string, type: string): ShapeFunction | undefined {
  const table = Object.hasOwn(DOMAINS, domain) ? DOMAINS[domain]! : undefined;
  return table && Object.hasOwn(table, type) ? table[type] : undefined;
}
