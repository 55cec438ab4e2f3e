import { multiply } from '../../../model/arithmetic';
import { BATCH, IMAGES } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { layoutFamily } from '../../layout/declareLayout';
import { pairOf } from '../../parts/vision';
import { samVision } from '../../parts/samVision';

const text = layoutFamily('use text_config: lm_head > lm_head; model. > model.language_model.');

/** The text model that the class makes where the config names none. */
const TEXT = {
  model_type: 'qwen2',
  vocab_size: 151860,
  hidden_size: 1024,
  intermediate_size: 2816,
  num_hidden_layers: 24,
  num_attention_heads: 16,
  num_key_value_heads: 16,
  use_sliding_window: false,
};

/** GOT-OCR 2: SAM's image encoder, two convolutions and a matrix, before a causal text model. */
export function gotOcr2(b: Builder): void {
  const given = b.c.raw('text_config');
  const own = typeof given === 'object' && given !== null ? given : TEXT;
  b.withReader(b.c.with({ text_config: { model_type: 'qwen2', ...own } }), () => build(b));
}

function build(b: Builder): void {
  const c = b.c.child('vision_config', 'sam_vision_model');
  const wide = b.c.child('text_config', 'qwen2').int('hidden_size');
  const count = multiply(BATCH, IMAGES);
  b.scope('model', () => {
    const x = b.scope('vision_tower', () => b.withReader(c, () => samVision(b, count)));
    b.scope('multi_modal_projector', () => {
      let y = x;
      let side = Math.floor(pairOf(c.raw('image_size'))[0] / Math.max(1, pairOf(c.raw('patch_size'))[0]));
      const channels = c.int('output_channels', 256);
      const widths = [channels, 2 * channels, wide];
      for (const i of [1, 2]) {
        side = Math.floor((side - 1) / 2) + 1;
        const w = b.param(`conv_upsampler${i}.weight`, [widths[i]!, widths[i - 1]!, 3, 3]);
        y = b.op('Conv', [y, w], [count, widths[i]!, side, side], { strides: [2, 2], pads: [1, 1, 1, 1] });
      }
      const flat = b.op('Transpose', [y], [count, side * side, wide]);
      b.linear(flat, 'multimodal_projector', wide, { bias: true });
    });
  });
  text(b);
}
