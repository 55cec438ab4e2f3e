import { layoutFamily } from '../../layout/declareLayout';
import { chineseClipVisionModelLayers } from '../../layout/layers';

/** The tensors of `CLIPTextModel`. */
export const clipTextModel = layoutFamily(`
embeddings.
  token_embedding w[vocab_size,hidden_size]
  position_embedding w[max_position_embeddings,hidden_size]
${chineseClipVisionModelLayers('encoder.layers.{num_hidden_layers}.')}
.
  final_layer_norm w[hidden_size] b[hidden_size]
`);
