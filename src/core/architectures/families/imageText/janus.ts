import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `JanusForConditionalGeneration`. */
export const janus = layoutFamily(`
use text_config: model. > model.language_model.
model.vision_model.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj w[vision_config.hidden_size,vision_config.hidden_size] b?vision_config.attention_bias[vision_config.hidden_size]
  projection_layer w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
  q_norm|k_norm w?vision_config.use_qk_norm[vision_config.hidden_size] b?vision_config.use_qk_norm[vision_config.hidden_size]
model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[int(vision_config.hidden_size*vision_config.mlp_ratio),vision_config.hidden_size] b[int(vision_config.hidden_size*vision_config.mlp_ratio)]
  fc2 w[vision_config.hidden_size,int(vision_config.hidden_size*vision_config.mlp_ratio)] b[vision_config.hidden_size]
model.vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.aligner.
  fc1 w[vision_config.projection_dim,vision_config.hidden_size] b[vision_config.projection_dim]
model.aligner.hidden_layers.{vision_config.depth-1}.
  . w[vision_config.projection_dim,vision_config.projection_dim] b[vision_config.projection_dim]
model.vqmodel.encoder.
  conv_in w[vq_config.base_channels,vq_config.in_channels,3,3] b[vq_config.base_channels]
  norm_out w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv_out w[vq_config.latent_channels,vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.latent_channels]
model.vqmodel.encoder.down.0.block.0.
  norm1 w[vq_config.base_channels] b[vq_config.base_channels]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[0],vq_config.base_channels,3,3]
model.vqmodel.encoder.down.0.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[0]] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[0],vq_config.base_channels*vq_config.channel_multiplier[0],3,3]
model.vqmodel.encoder.down.1.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[0]] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[0],3,3]
model.vqmodel.encoder.down.1.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[1]] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[1],3,3]
model.vqmodel.encoder.down.2.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[1]] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[1],3,3]
  nin_shortcut w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels,1,1] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
model.vqmodel.encoder.down.2.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[2]] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[2],3,3]
model.vqmodel.encoder.down.3.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[2]] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[2],3,3]
model.vqmodel.encoder.down.3.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[3]] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[3],3,3]
model.vqmodel.encoder.down.4.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[3]] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[3],3,3]
  nin_shortcut w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[3],1,1] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.encoder.down.4.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3]
model.vqmodel.encoder.down.<i:len(vq_config.channel_multiplier)>.block.{vq_config.num_res_blocks}.
  conv1 b[vq_config.channel_multiplier[i]*vq_config.base_channels]
  norm2 w[vq_config.channel_multiplier[i]*vq_config.base_channels] b[vq_config.channel_multiplier[i]*vq_config.base_channels]
  conv2 w[vq_config.channel_multiplier[i]*vq_config.base_channels,vq_config.channel_multiplier[i]*vq_config.base_channels,3,3] b[vq_config.channel_multiplier[i]*vq_config.base_channels]
model.vqmodel.encoder.down.<i:len(vq_config.channel_multiplier)-1>.downsample.
  conv w[vq_config.channel_multiplier[i]*vq_config.base_channels,vq_config.channel_multiplier[i]*vq_config.base_channels,3,3] b[vq_config.channel_multiplier[i]*vq_config.base_channels]
model.vqmodel.encoder.down.4.attn.{vq_config.num_res_blocks}.
  norm w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  q|k|v|proj_out w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],1,1] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.encoder.mid.block_1.
  norm1|norm2 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1|conv2 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.encoder.mid.attn_1.
  norm w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  q|k|v|proj_out w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],1,1] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.encoder.mid.block_2.
  norm1|norm2 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1|conv2 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.quantize.
  embedding w[vq_config.num_embeddings,vq_config.embed_dim]
model.vqmodel.
  quant_conv w[vq_config.embed_dim,vq_config.latent_channels,1,1] b[vq_config.embed_dim]
  post_quant_conv w[vq_config.latent_channels,vq_config.embed_dim,1,1] b[vq_config.latent_channels]
model.vqmodel.decoder.
  conv_in w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.latent_channels,3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  norm_out w[vq_config.base_channels*vq_config.channel_multiplier[0]] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  conv_out w[vq_config.out_channels,vq_config.base_channels*vq_config.channel_multiplier[0],3,3] b[vq_config.out_channels]
model.vqmodel.decoder.mid.block_1.
  norm1|norm2 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1|conv2 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.decoder.mid.attn_1.
  norm w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  q|k|v|proj_out w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],1,1] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.decoder.mid.block_2.
  norm1|norm2 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1|conv2 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.decoder.up.0.block.{vq_config.num_res_blocks+1}.
  norm1|norm2 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1|conv2 w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.decoder.up.1.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[4],3,3]
  nin_shortcut w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[4],1,1] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
model.vqmodel.decoder.up.1.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[3]] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[3],3,3]
model.vqmodel.decoder.up.1.block.2.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[3]] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[3],3,3]
model.vqmodel.decoder.up.2.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[3]] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[3],3,3]
model.vqmodel.decoder.up.2.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[2]] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[2],3,3]
model.vqmodel.decoder.up.2.block.2.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[2]] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[2],3,3]
model.vqmodel.decoder.up.3.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[2]] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[2],3,3]
  nin_shortcut w[vq_config.base_channels,vq_config.base_channels*vq_config.channel_multiplier[2],1,1] b[vq_config.base_channels]
model.vqmodel.decoder.up.3.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[1]] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[1],3,3]
model.vqmodel.decoder.up.3.block.2.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[1]] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[1],3,3]
model.vqmodel.decoder.up.4.block.0.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[1]] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[0],vq_config.base_channels*vq_config.channel_multiplier[1],3,3]
model.vqmodel.decoder.up.4.block.1.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[0]] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[0],vq_config.base_channels*vq_config.channel_multiplier[0],3,3]
model.vqmodel.decoder.up.4.block.2.
  norm1 w[vq_config.base_channels*vq_config.channel_multiplier[0]] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  conv1 w[vq_config.base_channels*vq_config.channel_multiplier[0],vq_config.base_channels*vq_config.channel_multiplier[0],3,3]
model.vqmodel.decoder.up.1.block.{vq_config.num_res_blocks+1}.
  conv1 b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  norm2 w[vq_config.base_channels*vq_config.channel_multiplier[3]] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
  conv2 w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[3],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
model.vqmodel.decoder.up.2.block.{vq_config.num_res_blocks+1}.
  conv1 b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  norm2 w[vq_config.base_channels*vq_config.channel_multiplier[2]] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
  conv2 w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[2],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
model.vqmodel.decoder.up.3.block.{vq_config.num_res_blocks+1}.
  conv1 b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  norm2 w[vq_config.base_channels*vq_config.channel_multiplier[1]] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
  conv2 w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[1],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
model.vqmodel.decoder.up.4.block.{vq_config.num_res_blocks+1}.
  conv1 b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  norm2 w[vq_config.base_channels*vq_config.channel_multiplier[0]] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
  conv2 w[vq_config.base_channels*vq_config.channel_multiplier[0],vq_config.base_channels*vq_config.channel_multiplier[0],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[0]]
model.vqmodel.decoder.up.0.attn.{vq_config.num_res_blocks+1}.
  norm w[vq_config.base_channels*vq_config.channel_multiplier[4]] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
  q|k|v|proj_out w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],1,1] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.decoder.up.0.upsample.
  conv w[vq_config.base_channels*vq_config.channel_multiplier[4],vq_config.base_channels*vq_config.channel_multiplier[4],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[4]]
model.vqmodel.decoder.up.1.upsample.
  conv w[vq_config.base_channels*vq_config.channel_multiplier[3],vq_config.base_channels*vq_config.channel_multiplier[3],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[3]]
model.vqmodel.decoder.up.2.upsample.
  conv w[vq_config.base_channels*vq_config.channel_multiplier[2],vq_config.base_channels*vq_config.channel_multiplier[2],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[2]]
model.vqmodel.decoder.up.3.upsample.
  conv w[vq_config.base_channels*vq_config.channel_multiplier[1],vq_config.base_channels*vq_config.channel_multiplier[1],3,3] b[vq_config.base_channels*vq_config.channel_multiplier[1]]
model.
  generation_embeddings w[vq_config.num_embeddings,vq_config.embed_dim]
model.generation_aligner.
  fc1 w[vq_config.projection_dim,vq_config.embed_dim] b[vq_config.projection_dim]
model.generation_aligner.hidden_layers.{vq_config.num_hidden_layers-1}.
  . w[vq_config.projection_dim,vq_config.projection_dim] b[vq_config.projection_dim]
model.generation_head.
  proj_out w[vq_config.projection_dim,vq_config.image_token_embed_dim] b[vq_config.projection_dim]
  vision_head w[vq_config.num_embeddings,vq_config.projection_dim] b[vq_config.num_embeddings]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
