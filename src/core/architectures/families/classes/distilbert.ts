import type { Builder } from '../../builder';
import { headOver, labelCount } from './classifier';

const RULES = 'distilbert. > distilbert.';

/** A dense layer over the first token, then a row for each label. */
const classified = (rows: (b: Builder) => number) =>
  headOver('distilbert', RULES, (b, state) => {
    const width = b.c.int('dim');
    const h = b.activate(b.linear(state(width), 'pre_classifier', width, { bias: true }), 'relu');
    return b.linear(h, 'classifier', rows(b), { bias: true });
  });

const overTokens = (name: string, rows: (b: Builder) => number) =>
  headOver('distilbert', RULES, (b, state) =>
    b.linear(state(b.c.int('dim'), 'each'), name, rows(b), { bias: true }),
  );

/** Classes of `distilbert` beside the one of its own task, by name. */
export const distilbertClasses = {
  DistilBertModel: headOver('distilbert', 'distilbert. > .', (b, state) => state(b.c.int('dim'), 'each')),
  DistilBertForSequenceClassification: classified(labelCount),
  DistilBertForTokenClassification: overTokens('classifier', labelCount),
  DistilBertForQuestionAnswering: overTokens('qa_outputs', () => 2),
  DistilBertForMultipleChoice: classified(() => 1),
};
