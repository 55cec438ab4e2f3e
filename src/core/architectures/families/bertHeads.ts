import { BATCH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { bert, bertTrunk } from './bert';

type Spec = Parameters<typeof bertTrunk>[1];

const BERT: Spec = { trunk: 'bert' };
const ROBERTA: Spec = { trunk: 'roberta' };

/** The dense layer over the first token that some heads need; the other tokens do not pass it. */
function pooled(b: Builder, x: number): number {
  const hidden = b.c.int('hidden_size');
  const first = b.op('Slice', [x], [BATCH, hidden]);
  return b.activate(b.linear(first, 'pooler.dense', hidden, { bias: true }), 'tanh');
}

/** A classifier over the pooled first token, or over every token. */
function classified(b: Builder, s: Spec, head: string, outputs: number, overPooled: boolean): void {
  const x = b.scope(s.trunk, () => {
    const hidden = bertTrunk(b, s);
    return overPooled ? pooled(b, hidden) : hidden;
  });
  b.output(b.linear(x, head, outputs, { bias: true }));
}

/** Both heads of BERT's pretraining: masked words, and whether one sentence follows another, from the pooled first token. */
function pretraining(b: Builder): void {
  const x = bert(b, BERT);
  const first = b.scope('bert', () => pooled(b, x));
  b.output(b.linear(first, 'cls.seq_relationship', 2, { bias: true }));
}

/** RoBERTa's classifier of sequences: a dense layer and a projection over the first token, no pooler. */
function robertaSequence(b: Builder): void {
  const x = b.scope('roberta', () => bertTrunk(b, ROBERTA));
  const hidden = b.c.int('hidden_size');
  const first = b.op('Slice', [x], [BATCH, hidden]);
  const dense = b.activate(b.linear(first, 'classifier.dense', hidden, { bias: true }), 'tanh');
  b.output(b.linear(dense, 'classifier.out_proj', labelsOf(b), { bias: true }));
}

/** How many labels the classifier tells apart: `num_labels`, else the entries of `id2label`, else the library's 2. */
function labelsOf(b: Builder): number {
  const labels = b.c.values['id2label'];
  const named = typeof labels === 'object' && labels !== null ? Object.keys(labels).length : 2;
  return b.c.int('num_labels', named);
}

/** The trunk alone, with its pooler. */
const trunkOnly = (s: Spec) => (b: Builder) => {
  b.output(pooled(b, bertTrunk(b, s)));
};

const robertas = ['Roberta', 'XLMRoberta', 'Camembert'].map((name) => ({
  [`${name}Model`]: trunkOnly(ROBERTA),
  [`${name}ForSequenceClassification`]: robertaSequence,
  [`${name}ForTokenClassification`]: (b: Builder) => classified(b, ROBERTA, 'classifier', labelsOf(b), false),
  [`${name}ForMultipleChoice`]: (b: Builder) => classified(b, ROBERTA, 'classifier', 1, true),
  [`${name}ForQuestionAnswering`]: (b: Builder) => classified(b, ROBERTA, 'qa_outputs', labelsOf(b), false),
}));

/** Classes of BERT and RoBERTa that differ from the masked-language head. */
export const bertHeadFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  BertModel: trunkOnly(BERT),
  BertForPreTraining: pretraining,
  BertForSequenceClassification: (b) => classified(b, BERT, 'classifier', labelsOf(b), true),
  BertForTokenClassification: (b) => classified(b, BERT, 'classifier', labelsOf(b), false),
  BertForMultipleChoice: (b) => classified(b, BERT, 'classifier', 1, true),
  BertForQuestionAnswering: (b) => classified(b, BERT, 'qa_outputs', labelsOf(b), false),
  ...Object.assign({}, ...robertas),
};
