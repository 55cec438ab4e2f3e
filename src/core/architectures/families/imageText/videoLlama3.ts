import { projected, twoLayers } from './projected';

/** VideoLLaMA 3 reading images, whose patches it takes one by one. */
export const videoLlama3 = projected('model.vision_model', (b, x, w) =>
  twoLayers(b, x, w, true, ['model.projector.readout.0', 'model.projector.readout.2']),
);
