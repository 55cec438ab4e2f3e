import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `LayoutLMv3Model`. */
export const layoutlmv3 = layoutFamily(`
.
  cls_token ?visual_embed[1,1,hidden_size]
  pos_embed ?visual_embed[1,(input_size//patch_size)**2+1,hidden_size]
  LayerNorm|norm w?visual_embed[hidden_size] b?visual_embed[hidden_size]
embeddings.
  word_embeddings w?text_embed[vocab_size,hidden_size]
  token_type_embeddings w?text_embed[type_vocab_size,hidden_size]
  LayerNorm w?text_embed[hidden_size] b?text_embed[hidden_size]
  position_embeddings w?text_embed[max_position_embeddings,hidden_size]
  x_position_embeddings|y_position_embeddings w?text_embed[max_2d_position_embeddings,coordinate_size]
  h_position_embeddings|w_position_embeddings w?text_embed[max_2d_position_embeddings,shape_size]
patch_embed.
  proj w?visual_embed[hidden_size,num_channels,patch_size,patch_size] b?visual_embed[hidden_size]
${ibertLayers('encoder.layer.{num_hidden_layers}.')}
encoder.
  rel_pos_bias w?has_relative_attention_bias[num_attention_heads,rel_pos_bins]
  rel_pos_x_bias|rel_pos_y_bias w?has_spatial_attention_bias[num_attention_heads,rel_2d_pos_bins]
`);
