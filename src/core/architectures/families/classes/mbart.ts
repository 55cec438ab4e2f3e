import { mbart } from '../bart';
import { answers, classifies } from './bartHeads';

/** Classes of `mbart` beside the one of its own task, by name. */
export const mbartClasses = {
  MBartForSequenceClassification: classifies(mbart),
  MBartForQuestionAnswering: answers(mbart),
};
