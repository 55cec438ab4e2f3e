/** Long work is written as a generator that rests now and then, so that whoever must stay responsive can pause it. */

/** So many operators between two rests: about a millisecond of work. */
export const STEP_OPERATORS = 1024;

/** All the work at once. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
