import { bart } from '../bart';
import { answers, classifies } from './bartHeads';

/** Classes of `bart` beside the one of its own task, by name. */
export const bartClasses = {
  BartForSequenceClassification: classifies(bart),
  BartForQuestionAnswering: answers(bart),
};
