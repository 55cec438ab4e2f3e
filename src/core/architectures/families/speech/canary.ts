import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `CanaryForConditionalGeneration`. */
export const canary = layoutFamily(`
use encoder_config: . > model.encoder.
model.decoder.
  embed_tokens w[vocab_size,decoder_config.hidden_size]
  norm|embedding_layernorm w[decoder_config.hidden_size] b[decoder_config.hidden_size]
model.decoder.layers.{decoder_config.num_hidden_layers}.self_attn.
  q_proj w[decoder_config.head_dim*decoder_config.num_attention_heads,decoder_config.hidden_size] b?decoder_config.attention_bias[decoder_config.head_dim*decoder_config.num_attention_heads]
  k_proj|v_proj w[decoder_config.head_dim*decoder_config.num_key_value_heads,decoder_config.hidden_size] b?decoder_config.attention_bias[decoder_config.head_dim*decoder_config.num_key_value_heads]
  o_proj w[decoder_config.hidden_size,decoder_config.head_dim*decoder_config.num_attention_heads] b?decoder_config.attention_bias[decoder_config.hidden_size]
model.decoder.layers.{decoder_config.num_hidden_layers}.encoder_attn.
  q_proj w[decoder_config.head_dim*decoder_config.num_attention_heads,decoder_config.hidden_size] b?decoder_config.attention_bias[decoder_config.head_dim*decoder_config.num_attention_heads]
  k_proj|v_proj w[decoder_config.head_dim*decoder_config.num_key_value_heads,decoder_config.hidden_size] b?decoder_config.attention_bias[decoder_config.head_dim*decoder_config.num_key_value_heads]
  o_proj w[decoder_config.hidden_size,decoder_config.head_dim*decoder_config.num_attention_heads] b?decoder_config.attention_bias[decoder_config.hidden_size]
model.decoder.layers.{decoder_config.num_hidden_layers}.mlp.
  fc1 w[decoder_config.intermediate_size,decoder_config.hidden_size] b[decoder_config.intermediate_size]
  fc2 w[decoder_config.hidden_size,decoder_config.intermediate_size] b[decoder_config.hidden_size]
model.decoder.layers.{decoder_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm|final_layernorm w[decoder_config.hidden_size] b[decoder_config.hidden_size]
.
  proj_out b[vocab_size] w?!tie_word_embeddings[vocab_size,decoder_config.hidden_size]
`);
