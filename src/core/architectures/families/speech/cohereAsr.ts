import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `CohereAsrForConditionalGeneration`. */
export const cohereAsr = layoutFamily(`
use encoder_config: . > model.encoder.
model.decoder.
  embed_tokens w[vocab_size,hidden_size]
  norm|embedding_layernorm w[hidden_size] b[hidden_size]
  pos_emb w[max_position_embeddings,hidden_size]
  proj w[hidden_size,encoder_config.hidden_size] b[hidden_size]
model.decoder.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
model.decoder.layers.{num_hidden_layers}.encoder_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
model.decoder.layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
model.decoder.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm|final_layernorm w[hidden_size] b[hidden_size]
.
  proj_out w?!tie_word_embeddings[vocab_size,hidden_size] b[vocab_size]
`);
