import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `NomicBertForMaskedLM`. */
export const nomicBert = layoutFamily(`
nomic_bert.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
nomic_bert.layers.{num_hidden_layers}.
  post_attention_layernorm|post_mlp_layernorm w[hidden_size] b[hidden_size]
nomic_bert.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
nomic_bert.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj w[head_dim*num_attention_heads,hidden_size]
  o_proj w[hidden_size,head_dim*num_attention_heads]
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
`);
