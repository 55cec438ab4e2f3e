import { t5Heads } from './t5Heads';

/** Classes of `umt5` beside the one of its own task, by name. */
export const umt5Classes = t5Heads('UMT5', { ownPositions: true });
