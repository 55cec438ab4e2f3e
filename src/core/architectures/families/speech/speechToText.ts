import { layoutFamily } from '../../layout/declareLayout';
import { fsmtLayers, fsmtLayers2 } from '../../layout/layers';

/** The tensors of `Speech2TextForConditionalGeneration`. */
export const speechToText = layoutFamily(`
model.encoder.conv.conv_layers.
  0 w[conv_channels,input_channels*input_feat_per_channel,conv_kernel_sizes[0]] b[conv_channels]
  1 w[2*d_model,conv_channels//2,conv_kernel_sizes[1]] b[2*d_model]
${fsmtLayers('model.encoder.layers.{encoder_layers}.')}
model.encoder.
  layer_norm w[d_model] b[d_model]
model.decoder.
  embed_tokens w[vocab_size,d_model]
  layer_norm w[d_model] b[d_model]
${fsmtLayers2('model.decoder.layers.{decoder_layers}.')}
.
  lm_head w?!tie_word_embeddings[vocab_size,d_model]
`);
