import { SEQUENCE } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { t5Encoder, t5Facts, t5Trunk } from '../t5';
import type { T5Spec } from '../t5';
import { sequenceHead } from './bartHeads';
import { labelCount } from './classifier';

const labels = (b: Builder, x: number, name: string) => b.linear(x, name, labelCount(b), { bias: true });

/** Classes of T5's relatives that generate nothing, by name; `prefix` begins their names. */
export function t5Heads(prefix: string, spec: T5Spec = {}): Readonly<Record<string, (b: Builder) => void>> {
  const once = { ...spec, once: true };
  const read = (head: (b: Builder) => number) => (b: Builder) => {
    t5Facts(b, 'encoder');
    b.output(head(b));
  };
  return {
    [`${prefix}ForSequenceClassification`]: read((b) => {
      b.scope('transformer', () => t5Trunk(b, once));
      return sequenceHead(b);
    }),
    [`${prefix}ForTokenClassification`]: read((b) => {
      const x = b.scope('transformer', () => t5Encoder(b, once, SEQUENCE).x);
      return labels(b, x, 'classifier');
    }),
    [`${prefix}ForQuestionAnswering`]: read((b) => labels(b, t5Trunk(b, once).x, 'qa_outputs')),
    [`${prefix}EncoderModel`]: read((b) => t5Encoder(b, once, SEQUENCE).x),
  };
}
