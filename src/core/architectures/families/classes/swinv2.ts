import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `swinv2` beside the one of its own task, by name. */
export const swinv2Classes = {
  Swinv2ForImageClassification: layoutFamily(`
use as swinv2: . > swinv2.
.
  classifier w[num_labels,8*embed_dim] b[num_labels]
swinv2.embeddings.
  position_embeddings ?use_absolute_embeddings[1,(image_size//patch_size)**2+1,embed_dim]
`),
};
