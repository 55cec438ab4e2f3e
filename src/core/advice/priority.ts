import type { Goal } from './technique';
import type { Effort, Quality } from './verdict';

/**
 * What counts of a saving by what it does to the answers: what changes nothing comes before what costs a little, and
 * far before what published evaluations show to lose, until it is trained again. Weights of judgement, not of measurement.
 */
const QUALITY: Readonly<Record<Quality, number>> = {
  same: 1,
  close: 0.9,
  small: 0.7,
  lower: 0.25,
};

/** The nearer at hand, the more of a saving counts. */
const NEARNESS: Readonly<Record<Effort, number>> = {
  setting: 1,
  conversion: 0.95,
  devices: 0.6,
  tuning: 0.4,
  training: 0.1,
};

/**
 * Share of a saving that counts for the order: class of quality × class of effort, between 0 and 1. A practitioner turns
 * a switch and converts first, then trains on, and changes the structure last.
 */
export function priority(quality: Quality, effort: Effort, goal: Goal): number {
  // Who trains anyway is not put off by tuning.
  const near = goal === 'training' && effort === 'tuning' ? 1 : NEARNESS[effort];
  return QUALITY[quality] * near;
}
