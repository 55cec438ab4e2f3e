/** No longer than this at once: half of what an answer to a key press may take. */
const SLICE_MS = 8;

/**
 * Takes all steps of long work, and lets everything else of the extension host run after every few milliseconds. False
 * when it was given up because nobody wants it any more.
 */
export async function inSlices(steps: Iterator<unknown>, isStale: () => boolean): Promise<boolean> {
  let from = performance.now();
  while (!steps.next().done) {
    if (performance.now() - from < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (isStale()) return false;
    from = performance.now();
  }
  return !isStale();
}
