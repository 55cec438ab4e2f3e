import { layoutFamily } from '../../layout/declareLayout';
import { cosmos3EdgeVisionLayers } from '../../layout/layers';

/** The tensors of `Sam3LiteTextTextModel`. */
export const sam3LiteTextTextModel = layoutFamily(`
embeddings.
  token_embedding w[vocab_size,hidden_size]
embeddings.position_embedding.
  position_embedding [1,1,max_position_embeddings,hidden_size]
layers.0.
  layer_scale ?use_repmixer_blocks[hidden_size,1,1]
layers.11.
  layer_scale ?use_repmixer_blocks[hidden_size,1,1]
layers.0.token_mixer.
  layer_scale ?use_repmixer_blocks[hidden_size,1,1]
  reference_batchnorm w?use_repmixer_blocks[hidden_size] b?use_repmixer_blocks[hidden_size]
layers.11.token_mixer.
  layer_scale ?use_repmixer_blocks[hidden_size,1,1]
  reference_batchnorm w?use_repmixer_blocks[hidden_size] b?use_repmixer_blocks[hidden_size]
layers.0.token_mixer.mixer.
  batchnorm_skip|batchnorm_conv w?use_repmixer_blocks[hidden_size] b?use_repmixer_blocks[hidden_size]
  conv w?use_repmixer_blocks[hidden_size,1,1,repmixer_kernel_size]
layers.11.token_mixer.mixer.
  batchnorm_skip|batchnorm_conv w?use_repmixer_blocks[hidden_size] b?use_repmixer_blocks[hidden_size]
  conv w?use_repmixer_blocks[hidden_size,1,1,repmixer_kernel_size]
layers.0.conv_feed_forward.
  depthwise_conv w?use_repmixer_blocks[hidden_size,1,1,repmixer_kernel_size]
  depthwise_batchnorm w?use_repmixer_blocks[hidden_size] b?use_repmixer_blocks[hidden_size]
layers.11.conv_feed_forward.
  depthwise_conv w?use_repmixer_blocks[hidden_size,1,1,repmixer_kernel_size]
  depthwise_batchnorm w?use_repmixer_blocks[hidden_size] b?use_repmixer_blocks[hidden_size]
layers.0.conv_feed_forward.mlp.
  fc1 w?use_repmixer_blocks[intermediate_size,hidden_size,1,1] b?use_repmixer_blocks[intermediate_size]
  fc2 w?use_repmixer_blocks[hidden_size,intermediate_size,1,1] b?use_repmixer_blocks[hidden_size]
layers.11.conv_feed_forward.mlp.
  fc1 w?use_repmixer_blocks[intermediate_size,hidden_size,1,1] b?use_repmixer_blocks[intermediate_size]
  fc2 w?use_repmixer_blocks[hidden_size,intermediate_size,1,1] b?use_repmixer_blocks[hidden_size]
${cosmos3EdgeVisionLayers('layers.{1..num_hidden_layers-1}.')}
.
  final_layer_norm w[hidden_size] b[hidden_size]
  projection w[projection_dim,hidden_size]
`);
