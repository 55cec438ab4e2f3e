import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `dinov2` beside the one of its own task, by name. */
export const dinov2Classes = {
  Dinov2ForImageClassification: layoutFamily(`
use as dinov2: . > dinov2.
.
  classifier w[num_labels,2*hidden_size] b[num_labels]
dinov2.encoder.layer.{num_hidden_layers}.mlp.
  gate_proj|up_proj w?use_swiglu_ffn[2048,hidden_size] b?use_swiglu_ffn[2048]
  down_proj w?use_swiglu_ffn[hidden_size,2048] b?use_swiglu_ffn[hidden_size]
`),
};
