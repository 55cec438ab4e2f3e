import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sam3VisionModel`. */
export const sam3VisionModel = layoutFamily(`
use backbone_config: . > backbone.
neck.fpn_layers.0.scale_layers.
  0 w[backbone_config.hidden_size,backbone_config.hidden_size//2,2,2] b[backbone_config.hidden_size//2]
  2 w[backbone_config.hidden_size//2,backbone_config.hidden_size//4,2,2] b[backbone_config.hidden_size//4]
neck.fpn_layers.1.scale_layers.
  0 w[backbone_config.hidden_size,backbone_config.hidden_size//2,2,2] b[backbone_config.hidden_size//2]
neck.fpn_layers.0.
  proj1 w[fpn_hidden_size,backbone_config.hidden_size//4,1,1]
neck.fpn_layers.1.
  proj1 w[fpn_hidden_size,backbone_config.hidden_size//2,1,1]
neck.fpn_layers.2.
  proj1 w[fpn_hidden_size,backbone_config.hidden_size,1,1]
neck.fpn_layers.3.
  proj1 w[fpn_hidden_size,backbone_config.hidden_size,1,1]
neck.fpn_layers.{backbone_config.patch_size//3}.
  proj1 b[fpn_hidden_size]
  proj2 w[fpn_hidden_size,fpn_hidden_size,3,3] b[fpn_hidden_size]
`);
