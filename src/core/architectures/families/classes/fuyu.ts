import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `fuyu` beside the one of its own task, by name. */
export const fuyuClasses = {
  FuyuModel: layoutFamily(`
use text_config: model. > language_model.
.
  vision_embed_tokens w[hidden_size,num_channels*patch_size**2] b[hidden_size]
`),
};
