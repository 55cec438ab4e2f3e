import { BATCH, IMAGES } from '../../../scenario/symbols';
import { multiply } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { layoutFamily } from '../../layout/declareLayout';
import { attend } from '../../parts/attention';
import { preNorm } from '../../parts/decoder';
import { gatedMlp } from '../../parts/mlp';
import { activationOf } from '../llama';

/** Idefics 2: a gated projection of the tower's states, then latents that attend to them and to themselves. */
export const idefics2 = layoutFamily(
  `
use text_config: lm_head > lm_head; model. > model.text_model.
use vision_config: . > model.vision_model.
`,
  (b, used) => {
    const [states] = used['vision_config'] ?? [];
    if (states === undefined) return;
    const text = childConfig(b.c, 'text_config');
    const width = text.int('hidden_size');
    b.scope('model.connector', () => {
      const projected = b.scope('modality_projection', () => {
        const [inner, act] = [text.int('intermediate_size'), activationOf(text)];
        const up = b.mul(
          b.activate(b.linear(states, 'gate_proj', inner), act),
          b.linear(states, 'up_proj', inner),
        );
        return b.linear(up, 'down_proj', width);
      });
      b.output(b.scope('perceiver_resampler', () => resampler(b, projected, width)));
    });
  },
);

function resampler(b: Builder, context: number, width: number): number {
  const c = childConfig(b.c, 'perceiver_config');
  const [latents, heads, kvHeads, headDim] = [
    c.int('resampler_n_latents'),
    c.int('resampler_n_heads'),
    c.int('num_key_value_heads'),
    c.int('resampler_head_dim'),
  ];
  const images = multiply(BATCH, IMAGES);
  const seen = (b.shapeOf(context)[1] as number) + latents;
  let x = b.op('Expand', [b.param('latents', [latents, width]), -1], [images, latents, width] as Dimension[]);
  b.repeat('layers', c.int('resampler_depth'), () => {
    const n = b.norm(x, 'input_latents_norm');
    const met = b.op('Concat', [b.norm(context, 'input_context_norm'), n], [images, seen, width], {
      axis: 1,
    });
    const y = b.scope('self_attn', () => {
      const q = b.linear(n, 'q_proj', heads * headDim);
      const [k, v] = [b.linear(met, 'k_proj', kvHeads * headDim), b.linear(met, 'v_proj', kvHeads * headDim)];
      const z = attend(b, q, k, v, { heads, kvHeads, headDim, causal: false, again: true });
      return b.linear(z, 'o_proj', width);
    });
    const mlp = (m: number) =>
      b.scope('mlp', () => gatedMlp(b, m, 4 * width, c.string('hidden_act', 'silu')));
    x = preNorm(b, b.add(x, y), 'post_attention_layernorm', mlp);
  });
  return b.norm(x, 'norm');
}
