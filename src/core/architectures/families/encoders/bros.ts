import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `BrosModel`. */
export const bros = layoutFamily(`
embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
bbox_embeddings.
  bbox_projection w[dim_bbox_projection,dim_bbox_sinusoid_emb_2d]
${ibertLayers('encoder.layer.{num_hidden_layers}.')}
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`);
