import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `CanineModel`. */
export const canine = layoutFamily(`
char_embeddings.
  HashBucketCodepointEmbedder_0|HashBucketCodepointEmbedder_1|HashBucketCodepointEmbedder_2|HashBucketCodepointEmbedder_3|HashBucketCodepointEmbedder_4|HashBucketCodepointEmbedder_5|HashBucketCodepointEmbedder_6|HashBucketCodepointEmbedder_7 w[num_hash_buckets,hidden_size//num_hash_functions]
  char_position_embeddings w[num_hash_buckets,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
  HashBucketCodepointEmbedder_8|HashBucketCodepointEmbedder_9|HashBucketCodepointEmbedder_10|HashBucketCodepointEmbedder_11|HashBucketCodepointEmbedder_12|HashBucketCodepointEmbedder_13|HashBucketCodepointEmbedder_14|HashBucketCodepointEmbedder_15 w?num_hash_functions==type_vocab_size[num_hash_buckets,hidden_size//16]
initial_char_encoder.layer.0.attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
initial_char_encoder.layer.0.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
initial_char_encoder.layer.0.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
initial_char_encoder.layer.0.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
chars_to_molecules.
  conv w[hidden_size,hidden_size,4] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('encoder.layer.{num_hidden_layers}.')}
projection.
  conv w[hidden_size,2*hidden_size,4] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
final_char_encoder.layer.0.attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
final_char_encoder.layer.0.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
final_char_encoder.layer.0.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
final_char_encoder.layer.0.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`);
