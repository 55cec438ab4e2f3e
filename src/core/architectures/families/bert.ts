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

export const bertFamilies = { bert: (b: Builder) => bert(b) };
