import type { KeyRange } from '../../core/readers/config/readConfig';

/** The path of the smallest property that holds an offset. */
export function innermostKey(ranges: ReadonlyMap<string, KeyRange>, offset: number): string | undefined {
  let best: string | undefined;
  let size = Infinity;
  for (const [path, { property }] of ranges) {
    const length = property.end - property.start;
    if (property.start <= offset && offset <= property.end && length < size) {
      best = path;
      size = length;
    }
  }
  return best;
}
