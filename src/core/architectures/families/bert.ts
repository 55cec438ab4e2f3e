import type { Builder } from '../builder';
import { selfAttention, tokenIds } from '../parts/attention';
import { plainMlp } from '../parts/mlp';
import { outputHead } from '../parts/decoder';
import { positions } from './gpt2';

/** Names in which BERT's relatives differ. */
export interface BertNames {
  readonly trunk: string;
}

/** BERT: post-norm encoder with learned positions and a masked-language head tied to the embedding. */
export function bert(b: Builder, names: BertNames = { trunk: 'bert' }): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const vocab = c.int('vocab_size');
  const x = b.scope(names.trunk, () => bertTrunk(b));
  const table = b.find(`${names.trunk}.embeddings.word_embeddings.weight`);
  b.scope('cls.predictions', () => {
    const dense = b.activate(
      b.linear(x, 'transform.dense', hidden, { bias: true }),
      c.string('hidden_act', 'gelu'),
    );
    const h = b.norm(dense, 'transform.LayerNorm', 'layer');
    const tied = c.bool('tie_word_embeddings', true) ? table : undefined;
    b.output(b.addBias(outputHead(b, h, 'decoder', vocab, tied), 'bias'));
  });
}

/** Embeddings and encoder; returns the hidden states. */
export function bertTrunk(b: Builder): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  let x = b.scope('embeddings', () => {
    const ids = tokenIds(b);
    const words = b.embedding(ids, 'word_embeddings', c.int('vocab_size'), hidden);
    const places = positions(b, 'position_embeddings', c.int('max_position_embeddings'), hidden);
    const types = b.embedding(ids, 'token_type_embeddings', c.int('type_vocab_size'), hidden);
    return b.norm(b.add(b.add(words, places), types), 'LayerNorm', 'layer');
  });
  const heads = c.int('num_attention_heads');
  const headDim = heads > 0 ? Math.floor(hidden / heads) : 0;
  const shape = { heads, kvHeads: heads, headDim, causal: false };
  const names = ['self.query', 'self.key', 'self.value', 'output.dense'] as const;
  b.scope('encoder', () =>
    b.repeat('layer', c.int('num_hidden_layers'), () => {
      x = b.scope('attention', () => {
        const y = selfAttention(b, x, { ...shape, names, bias: true, outBias: true, rotary: 0 });
        return b.norm(b.add(x, y), 'output.LayerNorm', 'layer');
      });
      const mlp = plainMlp(b, x, c.int('intermediate_size'), c.string('hidden_act', 'gelu'), { bias: true }, [
        'intermediate.dense',
        'output.dense',
      ]);
      x = b.norm(b.add(x, mlp), 'output.LayerNorm', 'layer');
    }),
  );
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers: c.int('num_hidden_layers') });
  b.facts.vocabularySize = c.int('vocab_size');
  return x;
}

/** The dense layer over the first token that some heads need. */
function pooler(b: Builder, x: number): number {
  return b.activate(b.linear(x, 'pooler.dense', b.c.int('hidden_size'), { bias: true }), 'tanh');
}

/** A classifier over the pooled first token, or over every token. */
function classified(b: Builder, head: string, outputs: number, pooled: boolean): void {
  const x = b.scope('bert', () => {
    const hidden = bertTrunk(b);
    return pooled ? pooler(b, hidden) : hidden;
  });
  b.output(b.linear(x, head, outputs, { bias: true }));
}

/** How many labels the classifier tells apart: `num_labels`, else the entries of `id2label`, else the library's 2. */
function labelsOf(b: Builder): number {
  const labels = b.c.values['id2label'];
  const named = typeof labels === 'object' && labels !== null ? Object.keys(labels).length : 2;
  return b.c.int('num_labels', named);
}

export const bertFamilies = {
  bert: (b: Builder) => bert(b),
  BertModel: (b: Builder) => {
    b.output(pooler(b, bertTrunk(b)));
  },
  BertForSequenceClassification: (b: Builder) => classified(b, 'classifier', labelsOf(b), true),
  BertForTokenClassification: (b: Builder) => classified(b, 'classifier', labelsOf(b), false),
  BertForMultipleChoice: (b: Builder) => classified(b, 'classifier', 1, true),
  BertForQuestionAnswering: (b: Builder) => classified(b, 'qa_outputs', 2, false),
};
