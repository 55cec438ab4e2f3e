import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FlaubertWithLMHeadModel`. */
export const flaubert = layoutFamily(`
transformer.
  position_embeddings w[max_position_embeddings,emb_dim]
  embeddings w[vocab_size,emb_dim]
  layer_norm_emb w[emb_dim] b[emb_dim]
  lang_embeddings w?n_langs>1[2,emb_dim]
transformer.attentions.{n_layers}.
  q_lin|k_lin|v_lin|out_lin w[emb_dim,emb_dim] b[emb_dim]
transformer.layer_norm1.{n_layers}.
  . w[emb_dim] b[emb_dim]
transformer.ffns.{n_layers}.
  lin1 w[4*emb_dim,emb_dim] b[4*emb_dim]
  lin2 w[emb_dim,4*emb_dim] b[emb_dim]
transformer.layer_norm2.{n_layers}.
  . w[emb_dim] b[emb_dim]
pred_layer.
  proj b[vocab_size] w?!tie_word_embeddings[vocab_size,emb_dim]
`);
