import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `clip` beside the one of its own task, by name. */
export const clipClasses = {
  CLIPForImageClassification: layoutFamily(`
use self_config.text_config: embeddings > vision_model.embeddings; encoder. > vision_model.encoder.; lm_head > lm_head
vision_model.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
vision_model.
  pre_layrnorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
.
  classifier w[num_labels,vision_config.hidden_size] b[num_labels]
`),
};
