import { bart } from '../bart';
import { classifies } from './bartHeads';

/** Classes of `plbart` beside the one of its own task, by name. */
export const plbartClasses = {
  PLBartForSequenceClassification: classifies(bart),
};
