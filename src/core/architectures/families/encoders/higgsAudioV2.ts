import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `HiggsAudioV2ForConditionalGeneration`. */
export const higgsAudioV2 = layoutFamily(`
model.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
model.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm|audio_input_layernorm|audio_post_attention_layernorm w[hidden_size]
model.layers.{num_hidden_layers}.audio_mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
model.embed_audio_tokens.
  embed_audio_tokens w[codebook_size*num_codebooks,hidden_size]
.
  audio_lm_head w[codebook_size*num_codebooks,hidden_size]
`);
