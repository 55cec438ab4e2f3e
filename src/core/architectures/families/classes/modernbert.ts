import type { Builder } from '../../builder';
import type { HeadOver } from './classifier';
import { headOver, labelCount } from './classifier';

/** One matrix over each token or over the first. */
const matrix =
  (name: string, tokens: 'each' | 'first', rows: (b: Builder) => number = labelCount): HeadOver =>
  (b, state) =>
    b.linear(state(b.c.int('hidden_size'), tokens), name, rows(b), { bias: true });

const withHead = (rows?: (b: Builder) => number, tokens: 'each' | 'first' = 'first') =>
  headOver('modernbert', 'head > head; model. > model.', matrix('classifier', tokens, rows));

/** Classes of `modernbert` beside the one of its own task, by name. */
export const modernbertClasses = {
  ModernBertModel: headOver('modernbert', 'model. > .', (b, state) => state(b.c.int('hidden_size'), 'each')),
  ModernBertForSequenceClassification: withHead(),
  ModernBertForTokenClassification: withHead(undefined, 'each'),
  ModernBertForQuestionAnswering: withHead(undefined, 'each'),
  ModernBertForMultipleChoice: withHead(() => 1),
};
