/** BERT’s classes against published counts: Hugging Face’s hub reader, and PyTorch’s own sums. */
import assert from 'node:assert/strict';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { parametersOf } from '../../../src/core/costs/parameters';

const BASE = {
  model_type: 'bert',
  hidden_size: 768,
  intermediate_size: 3072,
  num_hidden_layers: 12,
  num_attention_heads: 12,
  max_position_embeddings: 512,
  type_vocab_size: 2,
  vocab_size: 30522,
};

/** Parameters by class; the source of each is named. */
const ROWS: readonly (readonly [string, number, string])[] = [
  ['BertModel', 109482240, 'hf-internal-testing/single-file-model in parse-safetensors-metadata.spec.ts'],
  ['BertForPreTraining', 110106428, 'google-bert/bert-base-uncased in parse-safetensors-metadata.spec.ts'],
  // The sum above without the pooler, 768 x 768 + 768, and the sentence head, 2 x 768 + 2.
  ['BertForMaskedLM', 110106428 - 590592 - 1538, 'by hand'],
];

describe('classes of BERT', () => {
  for (const [name, count, source] of ROWS)
    it(`${name} has ${count.toLocaleString('en-US')} parameters (${source})`, () => {
      const model = buildModel({ ...BASE, architectures: [name] });
      assert.equal(parametersOf(model).distinct.value, count);
      assert.equal(model.certainty, 'exact');
      assert.ok(costModel(model).operators.length > 0);
    });
});
