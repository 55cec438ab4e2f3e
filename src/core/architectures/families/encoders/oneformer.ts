import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `OneFormerModel`. */
export const oneformer = layoutFamily(`
use backbone_config: . > pixel_level_module.encoder.swin.
pixel_level_module.encoder.hidden_states_norms.
  stage1 w[backbone_config.embed_dim] b[backbone_config.embed_dim]
  stage2 w[192] b[192]
  stage3 w[384] b[384]
  stage4 w[backbone_config.hidden_size] b[backbone_config.hidden_size]
pixel_level_module.decoder.
  level_embed [3,conv_dim]
  mask_projection w[mask_dim,conv_dim,1,1] b[mask_dim]
pixel_level_module.decoder.input_projections.0.
  0 w[conv_dim,backbone_config.hidden_size,1,1]
  1 w[conv_dim]
pixel_level_module.decoder.input_projections.1.
  1 w[conv_dim]
  0 w[conv_dim,384,1,1]
pixel_level_module.decoder.input_projections.2.
  1 w[conv_dim]
  0 w[conv_dim,192,1,1]
pixel_level_module.decoder.input_projections.{3}.{2}.
  . b[conv_dim]
pixel_level_module.decoder.encoder.layers.{encoder_layers}.self_attn.
  sampling_offsets w[192,conv_dim] b[192]
  attention_weights w[12*num_attention_heads,conv_dim] b[12*num_attention_heads]
  value_proj|output_proj w[conv_dim,conv_dim] b[conv_dim]
pixel_level_module.decoder.encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[conv_dim] b[conv_dim]
  fc1 w[encoder_feedforward_dim,conv_dim] b[encoder_feedforward_dim]
  fc2 w[conv_dim,encoder_feedforward_dim] b[conv_dim]
pixel_level_module.decoder.adapter_1.
  0 w[conv_dim,backbone_config.embed_dim,1,1]
  1 w[conv_dim] b[conv_dim]
pixel_level_module.decoder.layer_1.
  0 w[conv_dim,conv_dim,3,3]
  1 w[conv_dim] b[conv_dim]
transformer_module.
  queries_embedder w[num_queries,hidden_dim]
  level_embed w[3,hidden_dim]
transformer_module.decoder.query_transformer.decoder.layers.{query_dec_layers}.self_attn.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.query_transformer.decoder.layers.{query_dec_layers}.multihead_attn.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.query_transformer.decoder.layers.{query_dec_layers}.
  linear1 w[dim_feedforward,hidden_dim] b[dim_feedforward]
  linear2 w[hidden_dim,dim_feedforward] b[hidden_dim]
  norm1|norm2|norm3 w[hidden_dim] b[hidden_dim]
transformer_module.decoder.query_transformer.decoder.
  norm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.
  decoder_norm w[hidden_dim] b[hidden_dim]
  query_input_projection w[hidden_dim,conv_dim,1,1] b[hidden_dim]
  class_embed w[3,hidden_dim] b[3]
transformer_module.decoder.layers.{decoder_layers-1}.cross_attn.multihead_attn.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.cross_attn.
  norm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.self_attn.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.self_attn.
  norm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.ffn.
  linear1 w[dim_feedforward,hidden_dim] b[dim_feedforward]
  linear2 w[hidden_dim,dim_feedforward] b[hidden_dim]
  norm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_embed.layers.0.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_embed.layers.1.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_embed.layers.2.
  0 w[mask_dim,hidden_dim] b[mask_dim]
task_encoder.task_mlp.layers.0.
  0 w[hidden_dim,task_seq_len]
task_encoder.task_mlp.layers.1.
  0 w[hidden_dim,hidden_dim]
task_encoder.task_mlp.layers.{2}.
  0 b[hidden_dim]
text_mapper.text_encoder.
  positional_embedding ?is_training[task_seq_len,conv_dim]
  ln_final w?is_training[conv_dim] b?is_training[conv_dim]
  token_embedding w?is_training[text_encoder_vocab_size,conv_dim]
text_mapper.text_encoder.transformer.layers.{encoder_layers}.self_attn.
  in_proj_weight ?is_training[3*conv_dim,conv_dim]
  in_proj_bias ?is_training[3*conv_dim]
  out_proj w?is_training[conv_dim,conv_dim] b?is_training[conv_dim]
text_mapper.text_encoder.transformer.layers.{encoder_layers}.
  layer_norm1|layer_norm2 w?is_training[conv_dim] b?is_training[conv_dim]
text_mapper.text_encoder.transformer.layers.{encoder_layers}.mlp.
  fc1 w?is_training[encoder_feedforward_dim,conv_dim] b?is_training[encoder_feedforward_dim]
  fc2 w?is_training[conv_dim,encoder_feedforward_dim] b?is_training[conv_dim]
text_mapper.text_projector.layers.{2}.
  0 w?is_training[conv_dim,conv_dim] b?is_training[conv_dim]
text_mapper.
  prompt_ctx w?is_training[text_encoder_n_ctx,conv_dim]
pixel_level_module.decoder.adapter_2.
  0 w?UNKNOWN[conv_dim,192,1,1]
  1 w?UNKNOWN[conv_dim] b?UNKNOWN[conv_dim]
pixel_level_module.decoder.layer_2.
  0 w?UNKNOWN[conv_dim,conv_dim,3,3]
  1 w?UNKNOWN[conv_dim] b?UNKNOWN[conv_dim]
`);
