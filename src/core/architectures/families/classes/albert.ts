import type { Builder } from '../../builder';
import { headOver, labelCount } from './classifier';

const width = (b: Builder) => b.c.int('hidden_size');

const classified = (rows: (b: Builder) => number) =>
  headOver('albert', 'albert. > albert.', (b, state) => {
    const pooled = b.activate(b.linear(state(width(b)), 'albert.pooler', width(b), { bias: true }), 'tanh');
    return b.linear(pooled, 'classifier', rows(b), { bias: true });
  });

const overTokens = (name: string) =>
  headOver('albert', 'albert. > albert.', (b, state) =>
    b.linear(state(width(b), 'each'), name, labelCount(b), { bias: true }),
  );

/** Classes of `albert` beside the one of its own task, by name. */
export const albertClasses = {
  AlbertModel: headOver('albert', 'albert. > .', (b, state) =>
    b.activate(b.linear(state(width(b)), 'pooler', width(b), { bias: true }), 'tanh'),
  ),
  AlbertForSequenceClassification: classified(labelCount),
  AlbertForTokenClassification: overTokens('classifier'),
  AlbertForQuestionAnswering: overTokens('qa_outputs'),
  AlbertForMultipleChoice: classified(() => 1),
};
