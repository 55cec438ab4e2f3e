import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `segformer` beside the one of its own task, by name. */
export const segformerClasses = {
  SegformerForImageClassification: layoutFamily(`
use as segformer: . > segformer.
.
  classifier w[num_labels,hidden_sizes[3]] b[num_labels]
`),
  SegformerForSemanticSegmentation: layoutFamily(`
use as segformer: . > segformer.
decode_head.linear_projections.<i:num_encoder_blocks>.
  proj w[decoder_hidden_size,hidden_sizes[i]]
decode_head.linear_projections.{num_encoder_blocks}.
  proj b[decoder_hidden_size]
decode_head.
  linear_fuse w[decoder_hidden_size,decoder_hidden_size*num_encoder_blocks,1,1]
  batch_norm w[decoder_hidden_size] b[decoder_hidden_size]
  classifier w[num_labels,decoder_hidden_size,1,1] b[num_labels]
`),
};
