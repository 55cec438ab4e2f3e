import { t5Heads } from './t5Heads';

/** Classes of `t5` beside the one of its own task, by name. */
export const t5Classes = t5Heads('T5');
