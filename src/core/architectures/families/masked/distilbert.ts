import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DistilBertForMaskedLM`. */
export const distilbert = layoutFamily(`
distilbert.embeddings.
  word_embeddings w[vocab_size,dim]
  position_embeddings w[max_position_embeddings,dim]
  LayerNorm w[dim] b[dim]
distilbert.transformer.layer.{n_layers}.attention.
  q_lin|k_lin|v_lin|out_lin w[dim,dim] b[dim]
distilbert.transformer.layer.{n_layers}.
  sa_layer_norm|output_layer_norm w[dim] b[dim]
distilbert.transformer.layer.{n_layers}.ffn.
  lin1 w[hidden_dim,dim] b[hidden_dim]
  lin2 w[dim,hidden_dim] b[dim]
.
  vocab_transform w[dim,dim] b[dim]
  vocab_layer_norm w[dim] b[dim]
  vocab_projector b[vocab_size] w?!tie_word_embeddings[vocab_size,dim]
`);
