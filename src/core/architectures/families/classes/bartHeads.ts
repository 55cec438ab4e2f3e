import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { bartTrunk } from '../bart';
import type { BartSpec } from '../bart';
import { labelCount } from './classifier';

type Family = (b: Builder) => void;

/** What BART's relatives are classified by: both sides read the text once, and nothing is generated. */
function headed(s: BartSpec, head: (b: Builder, x: number) => number, more?: Family): Family {
  return (b) => {
    const x = b.scope('model', () => {
      const states = bartTrunk(b, { ...s, once: true });
      more?.(b);
      return states;
    });
    const { c } = b;
    Object.assign(b.facts, {
      task: 'encoder',
      hiddenSize: c.int('d_model'),
      layers: c.int('decoder_layers'),
    });
    b.facts.vocabularySize = c.int('vocab_size');
    b.facts.tiedEmbeddings = c.bool('tie_word_embeddings', true);
    b.output(head(b, x));
  };
}

/** One dense layer and a row for each label over the state of the last token. */
export function sequenceHead(b: Builder): number {
  return b.scope('classification_head', () => {
    const width = b.c.int('d_model');
    const last = b.values.push({ name: 'last', kind: 'tensor', shape: [BATCH, width] }) - 1;
    const dense = b.linear(last, 'dense', width, { bias: true });
    return b.linear(b.activate(dense, 'tanh'), 'out_proj', labelCount(b), { bias: true });
  });
}

/** `more`: tensors of the trunk that the head's use does not run. */
export function classifies(s: BartSpec, more?: Family): Family {
  return headed(s, (b) => sequenceHead(b), more);
}

/** Where an answer begins and ends: two rows, whatever the labels. */
export function answers(s: BartSpec, more?: Family): Family {
  return headed(s, (b, x) => b.linear(x, 'qa_outputs', 2, { bias: true }), more);
}
