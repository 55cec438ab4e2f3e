import { t5Heads } from './t5Heads';

/** Classes of `mt5` beside the one of its own task, by name. */
export const mt5Classes = t5Heads('MT5');
