import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PeAudioEncoder`. */
export const peAudioEncoder = layoutFamily(`
embedder.dac_encoder.
  conv1 w[head_dim//2,1,num_hidden_layers+1] b[head_dim//2]
  conv2 w[8*head_dim,8*head_dim,3] b[8*head_dim]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit1.snake1.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit1.
  conv1 w[dac_config.encoder_hidden_size*2**i,dac_config.encoder_hidden_size*2**i,7] b[dac_config.encoder_hidden_size*2**i]
  conv2 w[dac_config.encoder_hidden_size*2**i,dac_config.encoder_hidden_size*2**i,1] b[dac_config.encoder_hidden_size*2**i]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit1.snake2.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit2.snake1.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit2.
  conv1 w[dac_config.encoder_hidden_size*2**i,dac_config.encoder_hidden_size*2**i,7] b[dac_config.encoder_hidden_size*2**i]
  conv2 w[dac_config.encoder_hidden_size*2**i,dac_config.encoder_hidden_size*2**i,1] b[dac_config.encoder_hidden_size*2**i]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit2.snake2.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit3.snake1.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit3.
  conv1 w[dac_config.encoder_hidden_size*2**i,dac_config.encoder_hidden_size*2**i,7] b[dac_config.encoder_hidden_size*2**i]
  conv2 w[dac_config.encoder_hidden_size*2**i,dac_config.encoder_hidden_size*2**i,1] b[dac_config.encoder_hidden_size*2**i]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.res_unit3.snake2.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.snake1.
  alpha [1,dac_config.encoder_hidden_size*2**i,1]
embedder.dac_encoder.block.<i:len(dac_config.upsampling_ratios)>.
  conv1 w[head_dim*2**i,dac_config.encoder_hidden_size*2**i,2*dac_config.downsampling_ratios[i]] b[head_dim*2**i]
embedder.dac_encoder.snake1.
  alpha [1,8*head_dim,1]
embedder.
  bottleneck w[head_dim,8*head_dim,1] b[head_dim]
  data_proj w[hidden_size,head_dim] b[hidden_size]
patch_embedder.
  class_embedding [1,1,hidden_size]
patch_embedder.resnet_block.block1.
  groupnorm w[hidden_size] b[hidden_size]
  project w[hidden_size,hidden_size,3] b[hidden_size]
patch_embedder.resnet_block.block2.
  groupnorm w[hidden_size] b[hidden_size]
  project w[hidden_size,hidden_size,3] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size]
  q_norm|k_norm w[head_dim]
layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
.
  norm w[hidden_size]
  output w[hidden_size,hidden_size]
`);
