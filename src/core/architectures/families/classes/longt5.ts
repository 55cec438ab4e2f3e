import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `longt5` beside the one of its own task, by name. */
export const longt5Classes = {
  LongT5Model: layoutFamily(`
use as longt5: . > .
encoder.block.{num_layers}.layer.1.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
decoder.block.{num_layers}.layer.2.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
`),
};
