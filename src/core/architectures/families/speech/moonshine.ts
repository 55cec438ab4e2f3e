import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MoonshineForConditionalGeneration`. */
export const moonshine = layoutFamily(`
model.encoder.
  conv1 w[hidden_size,1,127]
  conv2 w[2*hidden_size,hidden_size,7] b[2*hidden_size]
  conv3 w[hidden_size,2*hidden_size,3] b[hidden_size]
  groupnorm w[hidden_size] b[hidden_size]
  layer_norm w[hidden_size]
model.encoder.layers.{encoder_num_hidden_layers}.self_attn.
  q_proj|o_proj w[hidden_size,hidden_size]
  k_proj|v_proj w[hidden_size*decoder_num_key_value_heads//decoder_num_attention_heads,hidden_size]
model.encoder.layers.{encoder_num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
model.encoder.layers.{encoder_num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
model.decoder.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
model.decoder.layers.{decoder_num_hidden_layers}.self_attn.
  q_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size*decoder_num_key_value_heads//decoder_num_attention_heads,hidden_size] b?attention_bias[hidden_size*decoder_num_key_value_heads//decoder_num_attention_heads]
  o_proj w[hidden_size,hidden_size]
model.decoder.layers.{decoder_num_hidden_layers}.encoder_attn.
  q_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size*decoder_num_key_value_heads//decoder_num_attention_heads,hidden_size] b?attention_bias[hidden_size*decoder_num_key_value_heads//decoder_num_attention_heads]
  o_proj w[hidden_size,hidden_size]
model.decoder.layers.{decoder_num_hidden_layers}.mlp.
  fc1 w[2*intermediate_size,hidden_size] b[2*intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
model.decoder.layers.{decoder_num_hidden_layers}.
  input_layernorm|post_attention_layernorm|final_layernorm w[hidden_size]
model.encoder.layers.{decoder_num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj b?attention_bias[hidden_size]
.
  proj_out w?!tie_word_embeddings[vocab_size,hidden_size]
`);
