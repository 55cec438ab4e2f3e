import type { Builder } from '../builder';
import { plainMlp } from '../parts/mlp';
import { activationOf } from './llama';
import { bert, bertTrunk, vocabularyHead } from './bert';

const roberta = { head: 'lm', trunk: 'roberta' } as const;

/** ELECTRA: narrow embeddings, widened; its generator's or discriminator's head. */
function electra(b: Builder, discriminator: boolean): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const width = c.int('embedding_size');
  const widening = width === hidden ? {} : { widen: 'embeddings_project' };
  const spec = { trunk: 'electra', embeddingSize: width, ...widening };
  const x = b.scope('electra', () => bertTrunk(b, spec));
  if (discriminator) {
    b.scope('discriminator_predictions', () => {
      const h = b.activate(b.linear(x, 'dense', hidden, { bias: true }), activationOf(c, 'gelu'));
      b.output(b.linear(h, 'dense_prediction', 1, { bias: true }));
    });
    return;
  }
  const h = b.scope('generator_predictions', () =>
    b.norm(b.activate(b.linear(x, 'dense', width, { bias: true }), 'gelu'), 'LayerNorm', 'layer'),
  );
  const tied = c.bool('tie_word_embeddings', true);
  const table = tied ? b.find('electra.embeddings.word_embeddings.weight') : undefined;
  const vocab = c.int('vocab_size');
  if (table === undefined) b.output(b.linear(h, 'generator_lm_head', vocab, { bias: true }));
  else b.output(b.addBias(b.linearWith(h, table, vocab), 'generator_lm_head.bias'));
}

/** RemBERT: narrow input embeddings, wide output embeddings that are never tied. */
function rembert(b: Builder): void {
  const { c } = b;
  const spec = {
    trunk: 'rembert',
    embeddingSize: c.int('input_embedding_size'),
    widen: 'encoder.embedding_hidden_mapping_in',
  };
  const x = b.scope('rembert', () => bertTrunk(b, spec));
  b.scope('cls.predictions', () => {
    const h = b.activate(
      b.linear(x, 'dense', c.int('output_embedding_size'), { bias: true }),
      activationOf(c, 'gelu'),
    );
    b.output(b.linear(b.norm(h, 'LayerNorm', 'layer'), 'decoder', c.int('vocab_size'), { bias: true }));
  });
}

/** BERT for generation: no token types, a bare head. */
function bertGeneration(b: Builder): void {
  const { c } = b;
  const x = b.scope('bert', () => bertTrunk(b, { trunk: 'bert', tokenTypes: false }));
  const tied = c.bool('tie_word_embeddings', true);
  const table = tied ? b.find('bert.embeddings.word_embeddings.weight') : undefined;
  b.scope('lm_head', () => b.output(vocabularyHead(b, x, 'decoder', 'bias', c.int('vocab_size'), table)));
}

/** RoCBert: pronunciation and glyph shape beside the word. */
function rocBert(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  bert(b, {
    trunk: 'roc_bert',
    moreEmbeddings: (x, ids) => {
      const shape = c.int('shape_embed_dim');
      const sound = c.int('pronunciation_embed_dim');
      const parts = [x];
      if (c.bool('enable_pronunciation', true))
        parts.push(b.embedding(ids, 'pronunciation_embed', c.int('pronunciation_vocab_size'), sound));
      if (c.bool('enable_shape', true))
        parts.push(b.embedding(ids, 'shape_embed', c.int('shape_vocab_size'), shape));
      if (!c.bool('concat_input', true)) return x;
      const width = parts.reduce((n, p) => n + b.widthOf(p), 0);
      const all = b.op('Concat', parts, [...b.shapeOf(x).slice(0, -1), width], { axis: -1 });
      return b.linear(all, 'map_inputs_layer', hidden, { bias: true });
    },
  });
}

/** X-MOD: RoBERTa with an adapter per language after each layer. */
function xmod(b: Builder): void {
  const { c } = b;
  const languages = (c.list('languages') ?? ['en_XX']).map(String);
  const inner = Math.floor(c.int('hidden_size') / Math.max(1, c.number('adapter_reduction_factor', 2)));
  const afterLayer = (x: number): number => {
    let y = x;
    for (const language of languages)
      y = b.under(`output.adapter_modules.${language}`, () =>
        b.add(x, plainMlp(b, x, inner, activationOf(c, 'gelu'), { bias: true }, ['dense1', 'dense2'])),
      );
    return c.bool('adapter_layer_norm') ? b.norm(y, 'output.adapter_layer_norm', 'layer') : y;
  };
  const pre = c.bool('pre_norm');
  bert(b, { ...roberta, afterLayer, ...(pre ? { embeddingNorm: true } : {}) });
}

export const bertRelatives = {
  roberta: (b: Builder) => bert(b, roberta),
  camembert: (b: Builder) => bert(b, { ...roberta, headFirst: true }),
  'xlm-roberta': (b: Builder) => bert(b, { ...roberta, headFirst: true }),
  'data2vec-text': (b: Builder) => bert(b, { trunk: 'data2vec_text', head: 'lm' }),
  'xlm-roberta-xl': (b: Builder) =>
    bert(b, {
      ...roberta,
      embeddingNorm: false,
      preNorm: ['attention.self_attn_layer_norm', 'LayerNorm', 'LayerNorm'],
    }),
  'roberta-prelayernorm': (b: Builder) =>
    bert(b, {
      trunk: 'roberta_prelayernorm',
      head: 'lm',
      preNorm: ['attention.LayerNorm', 'intermediate.LayerNorm', '^LayerNorm'],
    }),
  xmod,
  ernie: (b: Builder) =>
    bert(b, {
      trunk: 'ernie',
      moreEmbeddings: (x, ids) =>
        b.c.bool('use_task_id')
          ? b.add(x, b.embedding(ids, 'task_type_embeddings', b.c.int('task_type_vocab_size'), b.widthOf(x)))
          : x,
    }),
  big_bird: (b: Builder) =>
    bert(b, { trunk: 'bert', pooler: 'pooler', queryBias: b.c.bool('use_bias', true) }),
  'megatron-bert': (b: Builder) =>
    bert(b, { trunk: 'bert', embeddingNorm: false, preNorm: ['attention.ln', 'ln', 'ln'] }),
  roformer: (b: Builder) => {
    const { c } = b;
    const width = c.int('embedding_size', c.int('hidden_size'));
    const widening = width === c.int('hidden_size') ? {} : { widen: 'embeddings_project' };
    bert(b, { trunk: 'roformer', positions: false, rotary: true, embeddingSize: width, ...widening });
  },
  roc_bert: rocBert,
  rembert,
  'bert-generation': bertGeneration,
  electra: (b: Builder) => electra(b, false),
  ElectraForPreTraining: (b: Builder) => electra(b, true),
};
