import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `KyutaiSpeechToTextForConditionalGeneration`. */
export const kyutaiSpeechToText = layoutFamily(`
use codec_config: . > codec_model.
model.embed_tokens.
  embed_tokens w[69570,hidden_size]
model.layers.{num_hidden_layers}.self_attn.q_proj.
  linear w[head_dim*num_attention_heads,hidden_size]
model.layers.{num_hidden_layers}.self_attn.k_proj.
  linear w[head_dim*num_key_value_heads,hidden_size]
model.layers.{num_hidden_layers}.self_attn.v_proj.
  linear w[head_dim*num_key_value_heads,hidden_size]
model.layers.{num_hidden_layers}.self_attn.o_proj.
  linear w[hidden_size,head_dim*num_attention_heads]
model.layers.{num_hidden_layers}.mlp.
  fc1 w[ffn_dim,hidden_size]
  fc2 w[hidden_size,ffn_dim//2]
model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
model.
  norm w[hidden_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
`);
