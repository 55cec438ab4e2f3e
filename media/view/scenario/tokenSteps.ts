/** Steps to each doubling: fine enough for a hand, few enough for a key. */
const PER_DOUBLING = 8;

/** The lengths that a slider stops at, from 1 to the most, eight to each doubling, powers of two among them. */
export function tokenSteps(most: number): readonly number[] {
  const steps = new Set<number>();
  for (let octave = 1; octave <= most && steps.size < 2000; octave *= 2)
    for (let part = 0; part < PER_DOUBLING; part++) {
      const step = Math.round(octave + (octave * part) / PER_DOUBLING);
      if (step < most) steps.add(step);
    }
  steps.add(most);
  return [...steps].sort((a, b) => a - b);
}

/** The index of the step nearest to a length. */
export function nearestStep(steps: readonly number[], length: number): number {
  let best = 0;
  for (const [i, step] of steps.entries())
    if (Math.abs(step - length) < Math.abs(steps[best]! - length)) best = i;
  return best;
}
