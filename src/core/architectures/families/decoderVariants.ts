import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { selfAttention } from '../parts/attention';
import { decoderLayer, outputHead } from '../parts/decoder';
import { layersByKind } from '../parts/layers';
import { headWidth, layerKinds } from '../parts/sizes';
import { activationOf } from './llama';

/** ModernBERT's decoder: LayerNorms without bias, packed gated MLP, windows on two layers of three. */
function modernBertDecoder(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const heads = c.int('num_attention_heads');
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads) };
  const every = Math.max(1, c.int('global_attn_every_n_layers', 3));
  const kinds = layerKinds(c, 'layer_types', (i) => (i % every ? 'sliding_attention' : 'full_attention'));
  const local = c.int('local_attention', 0);
  const window = c.int('sliding_window', Math.floor(local / 2)) || undefined;
  const bias = c.bool('attention_bias');
  const normBias = c.bool('norm_bias');
  const inner = c.int('intermediate_size');
  const mlpBias = c.bool('mlp_bias');
  const act = activationOf(c, 'gelu');
  const mlp = (x: number) => {
    const [value, gate] = b.split(b.linear(x, 'Wi', 2 * inner, { bias: mlpBias }), [inner, inner]) as [
      number,
      number,
    ];
    return b.linear(b.mul(b.activate(value, act), gate), 'Wo', hidden, { bias: mlpBias });
  };
  const ids = b.input('input_ids', [BATCH, SEQUENCE], 'int64');
  let x = b.scope('model', () => {
    let h = b.scope('embeddings', () =>
      b.norm(b.embedding(ids, 'tok_embeddings', c.int('vocab_size'), hidden), 'norm', 'layer', normBias),
    );
    const kindOf = (i: number) => `${kinds[i]} ${i === 0}`;
    layersByKind(b, 'layers', kinds.length, kindOf, (i) => {
      const full = kinds[i] === 'full_attention';
      h = decoderLayer(b, h, i, {
        scopes: ['attn', 'mlp'],
        before: [i === 0 ? '' : 'attn_norm', 'mlp_norm'],
        kind: 'layer',
        normBias,
        attention: (n) =>
          selfAttention(b, n, {
            ...shape,
            names: ['q_proj', 'k_proj', 'v_proj', 'Wo'],
            bias,
            outBias: bias,
            table: full ? ' full' : ' sliding',
            ...(full ? {} : { window }),
          }),
        mlp,
      });
    });
    return b.norm(h, 'final_norm', 'layer', normBias);
  });
  x = b.scope('lm_head', () => {
    const y = b.activate(b.linear(x, 'dense', hidden, { bias: c.bool('classifier_bias') }), act);
    return b.norm(y, 'norm', 'layer', normBias);
  });
  const tied = c.bool('tie_word_embeddings', true);
  const table = tied ? b.find('model.embeddings.tok_embeddings.weight') : undefined;
  b.output(outputHead(b, x, 'decoder', c.int('vocab_size'), table, c.bool('decoder_bias', true)));
  Object.assign(b.facts, { task: 'causal', hiddenSize: hidden, layers: kinds.length, tiedEmbeddings: tied });
  b.facts.vocabularySize = c.int('vocab_size');
}

export const decoderVariantFamilies = { 'modernbert-decoder': modernBertDecoder };
