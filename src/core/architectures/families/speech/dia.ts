import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DiaForConditionalGeneration`. */
export const dia = layoutFamily(`
model.encoder.
  embedding w[encoder_config.vocab_size,encoder_config.hidden_size]
  norm w[encoder_config.hidden_size]
model.encoder.layers.{encoder_config.num_hidden_layers}.
  pre_sa_norm|post_sa_norm w[encoder_config.hidden_size]
model.encoder.layers.{encoder_config.num_hidden_layers}.self_attention.
  q_proj w[encoder_config.num_attention_heads*encoder_config.head_dim,encoder_config.hidden_size]
  k_proj|v_proj w[encoder_config.head_dim*encoder_config.num_key_value_heads,encoder_config.hidden_size]
  o_proj w[encoder_config.hidden_size,encoder_config.num_attention_heads*encoder_config.head_dim]
model.encoder.layers.{encoder_config.num_hidden_layers}.mlp.
  gate_up_proj w[2*encoder_config.intermediate_size,encoder_config.hidden_size]
  down_proj w[encoder_config.hidden_size,encoder_config.intermediate_size]
model.decoder.embeddings.
  embed w[decoder_config.vocab_size*decoder_config.num_channels,decoder_config.hidden_size]
model.decoder.layers.{decoder_config.num_hidden_layers}.self_attention.
  q_proj w[decoder_config.head_dim*decoder_config.num_attention_heads,decoder_config.hidden_size]
  k_proj|v_proj w[decoder_config.num_key_value_heads*decoder_config.head_dim,decoder_config.hidden_size]
  o_proj w[decoder_config.hidden_size,decoder_config.head_dim*decoder_config.num_attention_heads]
model.decoder.layers.{decoder_config.num_hidden_layers}.cross_attention.
  q_proj w[decoder_config.cross_head_dim*decoder_config.cross_num_attention_heads,decoder_config.hidden_size]
  k_proj|v_proj w[decoder_config.cross_head_dim*decoder_config.cross_num_key_value_heads,decoder_config.cross_hidden_size]
  o_proj w[decoder_config.hidden_size,decoder_config.cross_head_dim*decoder_config.cross_num_attention_heads]
model.decoder.layers.{decoder_config.num_hidden_layers}.
  pre_sa_norm|pre_ca_norm|pre_mlp_norm w[decoder_config.hidden_size]
model.decoder.layers.{decoder_config.num_hidden_layers}.mlp.
  gate_up_proj w[2*decoder_config.intermediate_size,decoder_config.hidden_size]
  down_proj w[decoder_config.hidden_size,decoder_config.intermediate_size]
model.decoder.
  norm w[decoder_config.hidden_size]
.
  logits_dense w[9*decoder_config.vocab_size,decoder_config.hidden_size]
`);
