import { INFERENCE } from './inference';
import { rowsOf } from './row';
import { STRUCTURE } from './structure';
import { TRAINING } from './training';

/** Every figure and every reason that was worked out by hand. */
export const HAND = rowsOf([...INFERENCE, ...STRUCTURE, ...TRAINING]);
