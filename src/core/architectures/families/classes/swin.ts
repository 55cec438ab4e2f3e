import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `swin` beside the one of its own task, by name. */
export const swinClasses = {
  SwinForImageClassification: layoutFamily(`
use as swin: . > swin.
.
  classifier w[num_labels,8*embed_dim] b[num_labels]
swin.embeddings.
  position_embeddings ?use_absolute_embeddings[1,(image_size//patch_size)**2,embed_dim]
`),
};
