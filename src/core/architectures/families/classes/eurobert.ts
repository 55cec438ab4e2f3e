import { headOver, labelCount } from './classifier';

/** Classes of `eurobert` beside the one of its own task, by name. */
export const eurobertClasses = {
  EuroBertModel: headOver('eurobert', 'model. > .', (b, state) => state(b.c.int('hidden_size'), 'each')),
  EuroBertForSequenceClassification: headOver('eurobert', 'model. > model.', (b, state) => {
    const width = b.c.int('hidden_size');
    const h = b.activate(b.linear(state(width), 'dense', width, { bias: true }), 'gelu');
    return b.linear(h, 'classifier', labelCount(b), { bias: true });
  }),
  EuroBertForTokenClassification: headOver('eurobert', 'model. > model.', (b, state) =>
    b.linear(state(b.c.int('hidden_size'), 'each'), 'classifier', labelCount(b), { bias: true }),
  ),
};
