import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `MarkupLMModel`. */
export const markuplm = layoutFamily(`
embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
embeddings.xpath_embeddings.
  xpath_unitseq2_embeddings w[hidden_size,max_depth*xpath_unit_hidden_size] b[hidden_size]
  xpath_unitseq2_inner w[4*hidden_size,max_depth*xpath_unit_hidden_size] b[4*hidden_size]
  inner2emb w[hidden_size,4*hidden_size] b[hidden_size]
embeddings.xpath_embeddings.xpath_tag_sub_embeddings.{max_depth}.
  . w[max_xpath_tag_unit_embeddings,xpath_unit_hidden_size]
embeddings.xpath_embeddings.xpath_subs_sub_embeddings.{max_depth}.
  . w[max_xpath_subs_unit_embeddings,xpath_unit_hidden_size]
${ibertLayers('encoder.layer.{num_hidden_layers}.')}
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`);
