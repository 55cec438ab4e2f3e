import type { Builder } from '../../builder';
import { projected, shuffled } from '../imageText/projected';

/** ModernVBERT: ModernBERT that reads squares of `pixel_shuffle_factor` patches too. */
export const modernvbert: (b: Builder) => void = projected(
  'model.vision_model',
  (b, x, w) =>
    b.linear(
      shuffled(b, x, Math.max(1, b.c.int('pixel_shuffle_factor', 4))),
      'model.connector.modality_projection',
      w.text,
    ),
  'model. > model.text_model.; head. > projection_head.; decoder. > lm_head.',
);
