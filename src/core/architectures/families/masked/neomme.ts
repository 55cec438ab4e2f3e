import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `NeoMMEForMaskedLM`. */
export const neomme = layoutFamily(`
model.embed_tokens.
  word_embeddings w[vocab_size,embedding_rank]
  embedding_projection w[hidden_size,embedding_rank]
model.patch_embeddings.
  norm w[3*patch_size*patch_size] b[3*patch_size*patch_size]
  up_proj w[2*hidden_size,3*patch_size*patch_size]
  down_proj w[hidden_size,2*hidden_size] b[hidden_size]
model.layers.{num_hidden_layers}.
  lambdas [2]
model.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
model.layers.{num_hidden_layers}.self_attn.exclusive_self_attention.
  alpha [num_attention_heads]
model.layers.{num_hidden_layers}.self_attn.output_projection.
  gate_proj w[head_dim*num_attention_heads,hidden_size]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
model.
  value_embeddings w[vocab_size,head_dim*num_key_value_heads]
.
  unembedding_projection w?!tie_word_embeddings[hidden_size,embedding_rank]
  lm_head w?!tie_word_embeddings[vocab_size,embedding_rank]
`);
