import { add, multiply } from '../../../model/arithmetic';
import type { Expression } from '../../../model/expression';
import { BATCH, PAST, SEQUENCE, TOTAL } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { noteAttention } from '../../parts/attention';
import { outputHead } from '../../parts/decoder';
import { plainMlp } from '../../parts/mlp';
import { headWidth } from '../../parts/sizes';
import { activationOf } from '../llama';

/**
 * ProphetNet's self-attention: the text's stream, and `ngram` streams that look so many tokens ahead, each over the
 * text's keys and its own. Names are relative to the current scope.
 */
function streams(b: Builder, x: number, ngram: number): number {
  const { c } = b;
  const hidden = b.widthOf(x);
  const heads = c.int('num_decoder_attention_heads');
  const headDim = headWidth(c, heads);
  const project = (name: string, out = hidden) => b.linear(x, name, out, { bias: true });
  const [q, k, v] = [project('query_proj'), project('key_proj'), project('value_proj')];
  const part = (y: number, rows: Expression, batch: Expression = BATCH) =>
    b.op('Slice', [y], [batch, rows, hidden]);
  const ahead = multiply(BATCH, ngram);
  const attributes = { q_num_heads: heads, kv_num_heads: heads };
  noteAttention(b, b.copies(), { heads, kvHeads: heads, headDim });
  for (const kind of ['key', 'value'] as const)
    b.cache({ name: kind, kind, shape: [BATCH, heads, TOTAL, headDim] });
  const held = [BATCH, heads, PAST, headDim];
  const past = (name: string) => b.values.push({ name, kind: 'tensor', shape: held }) - 1;
  const main = [
    part(q, SEQUENCE),
    part(k, SEQUENCE),
    part(v, SEQUENCE),
    -1,
    past('past_key'),
    past('past_value'),
  ];
  const text = b.op('Attention', main, [BATCH, SEQUENCE, hidden], { ...attributes, is_causal: 1 });
  const both = add(TOTAL, SEQUENCE);
  const other = [part(q, SEQUENCE, ahead), part(k, both, ahead), part(v, both, ahead)];
  const next = b.op('Attention', other, [ahead, SEQUENCE, hidden], { ...attributes, is_causal: 0 });
  b.linear(x, 'relative_pos_embeddings', c.int('num_buckets') * heads, { bias: true });
  const y = b.op('Concat', [text, next], b.shapeOf(x), { axis: 1 });
  return b.linear(y, 'out_proj', hidden, { bias: true });
}

/** ProphetNet's decoder alone, as the class for causal models has it; nothing for its cross-attention to meet. */
export function prophetNetDecoder(b: Builder): void {
  const { c } = b;
  const [hidden, vocab, ngram] = [c.int('hidden_size'), c.int('vocab_size'), c.int('ngram')];
  const layers = c.int('num_decoder_layers');
  const rows = multiply(SEQUENCE, ngram + 1);
  const tied = c.bool('tie_word_embeddings', true);
  let table = -1;
  let x = b.scope('prophetnet', () => {
    table = b.weight('word_embeddings.weight', [vocab, hidden]);
    return b.scope('decoder', () => {
      if (tied) b.tie(table, 'word_embeddings.weight');
      const words = tied ? b.seen(table) : b.param('word_embeddings.weight', [vocab, hidden]);
      const ids = b.input('input_ids', [BATCH, rows], 'int64');
      let h = b.op('Gather', [words, ids], [BATCH, rows, hidden]);
      h = b.add(h, b.embedding(ids, 'position_embeddings', c.int('max_position_embeddings'), hidden));
      b.weight('ngram_embeddings.weight', [ngram, hidden]);
      h = b.norm(h, 'embeddings_layer_norm', 'layer');
      b.repeat('layers', layers, () => {
        const a = b.add(
          h,
          b.scope('self_attn', () => streams(b, h, ngram)),
        );
        h = b.norm(a, 'self_attn_layer_norm', 'layer');
        if (c.bool('add_cross_attention', true)) idleCross(b, hidden);
        const inner = c.int('decoder_ffn_dim');
        const m = b.scope('feed_forward', () =>
          plainMlp(b, h, inner, activationOf(c, 'gelu'), { bias: true }, ['intermediate', 'output']),
        );
        h = b.norm(b.add(h, m), 'feed_forward_layer_norm', 'layer');
      });
      return h;
    });
  });
  x = b.op('Slice', [x], [BATCH, multiply(SEQUENCE, Math.max(1, ngram)), hidden]);
  b.output(outputHead(b, x, 'lm_head', vocab, tied ? table : undefined));
  Object.assign(b.facts, { task: 'causal', hiddenSize: hidden, layers, vocabularySize: vocab });
  b.facts.tiedEmbeddings = tied;
}

/** Tensors of a cross-attention that has nothing to attend to. */
function idleCross(b: Builder, hidden: number): void {
  for (const name of ['key_proj', 'value_proj', 'query_proj', 'out_proj']) {
    b.weight(`cross_attn.${name}.weight`, [hidden, hidden]);
    b.weight(`cross_attn.${name}.bias`, [hidden]);
  }
  for (const leaf of ['weight', 'bias']) b.weight(`cross_attn_layer_norm.${leaf}`, [hidden]);
}
