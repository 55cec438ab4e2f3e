import { layoutFamily } from '../../layout/declareLayout';
import { fsmtLayers } from '../../layout/layers';

/** The tensors of `Qwen3ASREncoder`. */
export const qwen3AsrEncoder = layoutFamily(`
${fsmtLayers('layers.{encoder_layers}.')}
.
  ln_post w[d_model] b[d_model]
  conv2d1 w[downsample_hidden_size,1,3,3] b[downsample_hidden_size]
  conv2d2|conv2d3 w[downsample_hidden_size,downsample_hidden_size,3,3] b[downsample_hidden_size]
  conv_out w[d_model,16*downsample_hidden_size]
`);
