import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `speech_to_text` beside the one of its own task, by name. */
export const speechToTextClasses = {
  Speech2TextModel: layoutFamily(`
use as speech_to_text: model. > .; lm_head > lm_head
`),
};
