import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SpeechT5ForSpeechToText`. */
export const speecht5 = layoutFamily(`
speecht5.encoder.prenet.
  masked_spec_embed [hidden_size]
speecht5.encoder.prenet.feature_encoder.conv_layers.0.
  conv w[conv_dim[0],1,conv_kernel[0]]
  layer_norm w[conv_dim[0]] b[conv_dim[0]]
speecht5.encoder.prenet.feature_encoder.conv_layers.1.
  conv w[conv_dim[1],conv_dim[0],conv_kernel[1]]
speecht5.encoder.prenet.feature_encoder.conv_layers.2.
  conv w[conv_dim[2],conv_dim[1],conv_kernel[2]]
speecht5.encoder.prenet.feature_encoder.conv_layers.3.
  conv w[conv_dim[3],conv_dim[2],conv_kernel[3]]
speecht5.encoder.prenet.feature_encoder.conv_layers.4.
  conv w[conv_dim[4],conv_dim[3],conv_kernel[4]]
speecht5.encoder.prenet.feature_encoder.conv_layers.5.
  conv w[conv_dim[5],conv_dim[4],conv_kernel[5]]
speecht5.encoder.prenet.feature_encoder.conv_layers.6.
  conv w[conv_dim[6],conv_dim[5],2]
speecht5.encoder.prenet.feature_projection.
  layer_norm w[conv_dim[6]] b[conv_dim[6]]
  projection w[hidden_size,conv_dim[6]] b[hidden_size]
speecht5.encoder.prenet.pos_conv_embed.
  conv b[hidden_size]
speecht5.encoder.prenet.pos_conv_embed.conv.parametrizations.weight.
  original0 [1,1,num_conv_pos_embeddings]
  original1 [hidden_size,hidden_size//num_conv_pos_embedding_groups,num_conv_pos_embeddings]
speecht5.encoder.wrapped_encoder.
  layer_norm w[hidden_size] b[hidden_size]
speecht5.encoder.wrapped_encoder.layers.{encoder_layers}.attention.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
speecht5.encoder.wrapped_encoder.layers.{encoder_layers}.
  layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
speecht5.encoder.wrapped_encoder.layers.{encoder_layers}.feed_forward.
  intermediate_dense w[encoder_ffn_dim,hidden_size] b[encoder_ffn_dim]
  output_dense w[hidden_size,encoder_ffn_dim] b[hidden_size]
speecht5.encoder.wrapped_encoder.embed_positions.
  pe_k w[2*encoder_max_relative_position,hidden_size//encoder_attention_heads]
speecht5.decoder.prenet.
  embed_tokens w[vocab_size,hidden_size]
speecht5.decoder.wrapped_decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
speecht5.decoder.wrapped_decoder.layers.{decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
speecht5.decoder.wrapped_decoder.layers.{decoder_layers}.encoder_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
speecht5.decoder.wrapped_decoder.layers.{decoder_layers}.feed_forward.
  intermediate_dense w[decoder_ffn_dim,hidden_size] b[decoder_ffn_dim]
  output_dense w[hidden_size,decoder_ffn_dim] b[hidden_size]
speecht5.encoder.prenet.feature_encoder.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
text_decoder_postnet.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
`);
