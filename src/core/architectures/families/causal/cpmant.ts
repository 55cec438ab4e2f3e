import { add, minimum, multiply, subtract } from '../../../model/arithmetic';
import { BATCH, PAST, SEQUENCE, TOTAL } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { noteAttention } from '../../parts/attention';
import { layersByKind } from '../../parts/layers';
import { gatedMlp } from '../../parts/mlp';

/** CPM-Ant: a learned prompt before the text, all tokens seeing all, biases by distance and segment. */
export function cpmAnt(b: Builder): void {
  const { c } = b;
  const [hidden, heads, headDim] = [c.int('hidden_size'), c.int('num_attention_heads'), c.int('dim_head')];
  const [vocab, prompt, layers] = [c.int('vocab_size'), c.int('prompt_length'), c.int('num_hidden_layers')];
  const rows = add(SEQUENCE, multiply(prompt, subtract(1, minimum(1, PAST))));
  const held = add(PAST, multiply(prompt, minimum(1, PAST)));
  const attention = (x: number) => {
    const [q, k, v] = ['q', 'k', 'v'].map((n) => b.linear(x, `project_${n}`, heads * headDim)) as [
      number,
      number,
      number,
    ];
    const past = (name: string) =>
      b.values.push({ name, kind: 'tensor', shape: [BATCH, heads, held, headDim] }) - 1;
    const shape = { heads, kvHeads: heads, headDim };
    for (const kind of ['key', 'value'] as const)
      b.cache({ name: kind, kind, shape: [BATCH, heads, add(TOTAL, prompt), headDim] });
    noteAttention(b, b.copies(), shape);
    const attributes = { q_num_heads: heads, kv_num_heads: heads, is_causal: 0 };
    const inputs = [q, k, v, -1, past('past_key'), past('past_value')];
    return b.linear(b.op('Attention', inputs, b.shapeOf(q), attributes), 'attention_out', hidden);
  };
  const ids = b.input('input_ids', [BATCH, rows], 'int64');
  let x = b.scope('cpmant', () => {
    let h = b.embedding(ids, 'input_embedding', vocab + c.int('prompt_types') * prompt, hidden);
    h = b.add(h, b.embedding(ids, 'segment_embedding', c.int('segment_types'), hidden));
    b.weight('position_bias.relative_attention_bias', [
      c.int('segment_types') ** 2 + c.int('position_bias_num_buckets'),
      heads,
    ]);
    return b.scope('encoder', () => {
      layersByKind(
        b,
        'layers',
        layers,
        () => '',
        () => {
          const a = b.scope('self_att', () => {
            const n = b.norm(h, 'layernorm_before_attention');
            return b.under('self_attention', () => attention(n));
          });
          h = b.add(h, a);
          const m = b.scope('ffn', () => {
            const n = b.norm(h, 'layernorm_before_ffn');
            return gatedMlp(b, n, c.int('dim_ff'), 'gelu', {}, ['ffn.w_in.w_0', 'ffn.w_in.w_1', 'ffn.w_out']);
          });
          h = b.add(h, m);
        },
      );
      return b.norm(h, 'output_layernorm');
    });
  });
  x = b.op('Slice', [x], [BATCH, SEQUENCE, hidden]);
  b.output(b.linear(x, 'lm_head', vocab));
  Object.assign(b.facts, { task: 'causal', hiddenSize: hidden, layers, vocabularySize: vocab });
}
