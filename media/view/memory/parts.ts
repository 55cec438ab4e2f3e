import type { MemoryCurve, MemoryPoint } from '../../../src/core/views/page/memoryCurve';
import { formatBytes, formatInteger } from '../../../src/core/views/format';
import { word } from '../words';

/** Parts of memory from the ground up: what does not grow lies below what does. */
export const PARTS = ['weights', 'overhead', 'state', 'activations', 'cache'] as const;

export type Part = (typeof PARTS)[number];

/** All parts together, bytes. */
export function totalOf(point: MemoryPoint): number {
  return PARTS.reduce((sum, part) => sum + point[part], 0);
}

/** A device with its memory; a name that says its memory says it once. */
export function deviceLabel({ name, bytes }: NonNullable<MemoryCurve['device']>): string {
  return /\d GB\b/.test(name) ? name : word('precisions.device', name, formatBytes(bytes));
}

/** A model that needs less than this share of a device is drawn on its own scale: beside the device it would be a flat line. */
const LEAST_SHARE = 0.2;

/** The largest number of bytes that a picture's scale reaches: the device's memory too, unless it dwarfs what is drawn. */
export function scaleEnd(drawn: number, device: number | undefined): number {
  if (device === undefined) return Math.max(1, drawn);
  return drawn < LEAST_SHARE * device ? Math.max(1, drawn * 1.15) : Math.max(drawn, device);
}

/** What the axis counts, by its own word or the file's name for it. */
export function axisName(axis: string): string {
  return axis === 'context' || axis === 'prompt' || axis === 'batch' ? word(`memory.axis.${axis}`) : axis;
}

/** A place on the axis with its unit: `4,096 tokens`. */
export function axisText(curve: MemoryCurve, at: number): string {
  return word(`memory.count.${curve.axisUnit}`, formatInteger(at));
}

/** The point drawn that lies nearest to a place, by ratio as the axis is. */
export function nearestPoint({ points }: MemoryCurve, at: number): MemoryPoint {
  let best = points[0]!;
  const distance = (point: MemoryPoint) => Math.abs(Math.log(Math.max(1, point.at) / Math.max(1, at)));
  for (const point of points) if (distance(point) < distance(best)) best = point;
  return best;
}
