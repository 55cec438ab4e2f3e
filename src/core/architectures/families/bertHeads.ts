import { BATCH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { bertTrunk } from './bert';

const BERT = { trunk: 'bert' };

/** The dense layer over the first token that some heads need; the other tokens do not pass it. */
function pooled(b: Builder, x: number): number {
  const hidden = b.c.int('hidden_size');
  const first = b.op('Slice', [x], [BATCH, hidden]);
  return b.activate(b.linear(first, 'pooler.dense', hidden, { bias: true }), 'tanh');
}

/** A classifier over the pooled first token, or over every token. */
function classified(b: Builder, head: string, outputs: number, overPooled: boolean): void {
  const x = b.scope('bert', () => {
    const hidden = bertTrunk(b, BERT);
    return overPooled ? pooled(b, hidden) : hidden;
  });
  b.output(b.linear(x, head, outputs, { bias: true }));
}

/** How many labels the classifier tells apart: `num_labels`, else the entries of `id2label`, else the library's 2. */
function labelsOf(b: Builder): number {
  const labels = b.c.values['id2label'];
  const named = typeof labels === 'object' && labels !== null ? Object.keys(labels).length : 2;
  return b.c.int('num_labels', named);
}

/** Classes of BERT that differ from its masked-language head. */
export const bertHeadFamilies = {
  BertModel: (b: Builder) => {
    b.output(pooled(b, bertTrunk(b, BERT)));
  },
  BertForSequenceClassification: (b: Builder) => classified(b, 'classifier', labelsOf(b), true),
  BertForTokenClassification: (b: Builder) => classified(b, 'classifier', labelsOf(b), false),
  BertForMultipleChoice: (b: Builder) => classified(b, 'classifier', 1, true),
  BertForQuestionAnswering: (b: Builder) => classified(b, 'qa_outputs', 2, false),
};
