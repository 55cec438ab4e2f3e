import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sam2VisionModel`. */
export const sam2VisionModel = layoutFamily(`
use backbone_config: . > backbone.
neck.convs.<i:len(backbone_config.blocks_per_stage)>.
  . w[fpn_hidden_size,backbone_channel_list[i],fpn_kernel_size,fpn_kernel_size]
neck.convs.{4}.
  . b[fpn_hidden_size]
`);
