import { multiply } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH, IMAGES, SEQUENCE, SOURCE } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { layoutFamily } from '../../layout/declareLayout';
import { attend } from '../../parts/attention';
import { plainMlp } from '../../parts/mlp';
import { activationOf } from '../llama';

/** BLIP-2: learned queries read the tower's states through the Q-Former and stand before the text. */
export const blip2 = layoutFamily(
  `
use vision_config: . > vision_model.
use text_config: . > language_model.
`,
  (b, used) => {
    const [states] = used['vision_config'] ?? [];
    if (states === undefined) return;
    const c = childConfig(b.c, 'qformer_config');
    const [queries, hidden] = [b.c.int('num_query_tokens'), c.int('hidden_size')];
    const tokens = b.param('query_tokens', [1, queries, hidden]);
    const own = b.op('Expand', [tokens, -1], [multiply(BATCH, IMAGES), queries, hidden]);
    const y = b.scope('qformer', () => b.withReader(c, () => qformer(b, own, states)));
    const text = childConfig(b.c, 'text_config');
    b.output(b.linear(y, 'language_projection', text.int('hidden_size'), { bias: true }));
  },
);

/** The Q-Former: BERT's layers over queries, every `cross_attention_frequency`-th of which attends to the image too. */
function qformer(b: Builder, queries: number, image: number): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const heads = Math.max(1, c.int('num_attention_heads'));
  const every = Math.max(1, c.int('cross_attention_frequency', 2));
  const shape = { heads, kvHeads: heads, headDim: Math.floor(hidden / heads), causal: false, again: true };
  const act = activationOf(c, 'gelu');
  const attention = (x: number, seen: number) => {
    const [q, k, v] = b.scope('attention', () => [
      b.linear(x, 'query', hidden, { bias: true }),
      b.linear(seen, 'key', hidden, { bias: true }),
      b.linear(seen, 'value', hidden, { bias: true }),
    ]) as [number, number, number];
    return b.scope('output', () => {
      const y = b.linear(attend(b, q, k, v, shape), 'dense', hidden, { bias: true });
      return b.norm(b.add(x, y), 'LayerNorm', 'layer');
    });
  };
  const textToo = c.bool('use_qformer_text_input');
  let x = b.norm(queries, 'layernorm', 'layer');
  const mlp = (y: number, up: string, down: string) => {
    const inner = c.int('intermediate_size');
    const names = [`${up}.dense`, `${down}.dense`] as const;
    return b.norm(b.add(y, plainMlp(b, y, inner, act, { bias: true }, names)), `${down}.LayerNorm`, 'layer');
  };
  const layers = Array.from({ length: Math.min(c.int('num_hidden_layers'), 10_000) }, (_, i) => i);
  const crossing = (cross: boolean) => layers.filter((i) => (i % every === 0) === cross);
  for (const cross of [true, false])
    b.repeat('encoder.layer', crossing(cross), () => {
      let y = b.scope('attention', () => attention(x, x));
      if (cross) y = b.scope('crossattention', () => attention(y, image));
      if (textToo) declareTextMlp(b, hidden, c.int('intermediate_size'));
      x = mlp(y, 'intermediate_query', 'output_query');
    });
  return x;
}

/** The MLP of texts beside the queries, which does not run for queries alone. */
function declareTextMlp(b: Builder, hidden: number, inner: number): void {
  b.weight('intermediate.dense.weight', [inner, hidden]);
  b.weight('intermediate.dense.bias', [inner]);
  b.weight('output.dense.weight', [hidden, inner]);
  for (const name of ['dense.bias', 'LayerNorm.weight', 'LayerNorm.bias'])
    b.weight(`output.${name}`, [hidden]);
}

/** The Q-Former alone: `sequence` queries over `source` states of an image. */
export function blip2Qformer(b: Builder): void {
  const { c } = b;
  const queries = b.input('query_embeds', [BATCH, SEQUENCE, c.int('hidden_size')]);
  const width: Dimension = c.int('encoder_hidden_size', c.int('hidden_size'));
  b.output(qformer(b, queries, b.input('encoder_hidden_states', [BATCH, SOURCE, width])));
  Object.assign(b.facts, {
    task: 'encoder',
    hiddenSize: c.int('hidden_size'),
    layers: c.int('num_hidden_layers'),
  });
}
