import { SLICE_MS } from '../core/slices';

/** Everything else of the extension host has its turn. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Takes all steps of long work, and lets everything else of the extension host run after every few milliseconds. False
 * when it was given up because nobody wants it any more.
 */
export async function inSlices(steps: Iterator<unknown>, isStale: () => boolean): Promise<boolean> {
  let from = performance.now();
  while (!steps.next().done) {
    if (performance.now() - from < SLICE_MS) continue;
    await pause();
    if (isStale()) return false;
    from = performance.now();
  }
  return !isStale();
}
