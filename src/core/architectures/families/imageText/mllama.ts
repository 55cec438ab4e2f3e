import { multiply } from '../../../model/arithmetic';
import { BATCH, IMAGES } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { mllamaText } from '../causal/mllama';
import { mllamaTokens, mllamaVision } from '../encoders/llamaTowers';

/** Llama 3.2 with images: its tower, one matrix, and a text part some of whose layers attend to the images. */
export function mllama(b: Builder): void {
  const [text, vision] = [childConfig(b.c, 'text_config'), childConfig(b.c, 'vision_config')];
  const states = b.scope('model.vision_model', () =>
    b.withReader(vision, () => mllamaVision(b, multiply(BATCH, IMAGES))),
  );
  b.linear(states, 'model.multi_modal_projector', text.int('hidden_size'), { bias: true });
  const { tiles, each } = b.withReader(vision, () => mllamaTokens(b));
  b.withReader(text, () => mllamaText(b, tiles * each, { trunk: 'model.language_model' }));
}
