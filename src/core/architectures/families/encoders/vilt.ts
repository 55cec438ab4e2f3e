import { layoutFamily } from '../../layout/declareLayout';
import { dptLayers } from '../../layout/layers';

/** The tensors of `ViltModel`. */
export const vilt = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
  token_type_embeddings w[modality_type_vocab_size,hidden_size]
embeddings.text_embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${dptLayers('encoder.layer.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`);
