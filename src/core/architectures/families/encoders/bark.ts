import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `BarkModel`. */
export const bark = layoutFamily(`
use codec_config: . > codec_model.
semantic.
  input_embeds_layer w[semantic_config.input_vocab_size,semantic_config.hidden_size]
  position_embeds_layer w[semantic_config.block_size,semantic_config.hidden_size]
  layernorm_final w[semantic_config.hidden_size] b?semantic_config.bias[semantic_config.hidden_size]
  lm_head w[semantic_config.output_vocab_size,semantic_config.hidden_size]
semantic.layers.{semantic_config.num_layers}.
  layernorm_1|layernorm_2 w[semantic_config.hidden_size] b?semantic_config.bias[semantic_config.hidden_size]
semantic.layers.{semantic_config.num_layers}.attn.
  att_proj w[3*semantic_config.hidden_size,semantic_config.hidden_size] b?semantic_config.bias[3*semantic_config.hidden_size]
  out_proj w[semantic_config.hidden_size,semantic_config.hidden_size] b?semantic_config.bias[semantic_config.hidden_size]
semantic.layers.{semantic_config.num_layers}.mlp.
  in_proj w[4*semantic_config.hidden_size,semantic_config.hidden_size] b?semantic_config.bias[4*semantic_config.hidden_size]
  out_proj w[semantic_config.hidden_size,4*semantic_config.hidden_size] b?semantic_config.bias[semantic_config.hidden_size]
coarse_acoustics.
  input_embeds_layer w[coarse_acoustics_config.input_vocab_size,coarse_acoustics_config.hidden_size]
  position_embeds_layer w[coarse_acoustics_config.block_size,coarse_acoustics_config.hidden_size]
  layernorm_final w[coarse_acoustics_config.hidden_size] b?coarse_acoustics_config.bias[coarse_acoustics_config.hidden_size]
  lm_head w[coarse_acoustics_config.output_vocab_size,coarse_acoustics_config.hidden_size]
coarse_acoustics.layers.{coarse_acoustics_config.num_layers}.
  layernorm_1|layernorm_2 w[coarse_acoustics_config.hidden_size] b?coarse_acoustics_config.bias[coarse_acoustics_config.hidden_size]
coarse_acoustics.layers.{coarse_acoustics_config.num_layers}.attn.
  att_proj w[3*coarse_acoustics_config.hidden_size,coarse_acoustics_config.hidden_size] b?coarse_acoustics_config.bias[3*coarse_acoustics_config.hidden_size]
  out_proj w[coarse_acoustics_config.hidden_size,coarse_acoustics_config.hidden_size] b?coarse_acoustics_config.bias[coarse_acoustics_config.hidden_size]
coarse_acoustics.layers.{coarse_acoustics_config.num_layers}.mlp.
  in_proj w[4*coarse_acoustics_config.hidden_size,coarse_acoustics_config.hidden_size] b?coarse_acoustics_config.bias[4*coarse_acoustics_config.hidden_size]
  out_proj w[coarse_acoustics_config.hidden_size,4*coarse_acoustics_config.hidden_size] b?coarse_acoustics_config.bias[coarse_acoustics_config.hidden_size]
fine_acoustics.input_embeds_layers.{fine_acoustics_config.n_codes_total}.
  . w[fine_acoustics_config.input_vocab_size,fine_acoustics_config.hidden_size]
fine_acoustics.
  position_embeds_layer w[fine_acoustics_config.block_size,fine_acoustics_config.hidden_size]
  layernorm_final w[fine_acoustics_config.hidden_size] b[fine_acoustics_config.hidden_size]
fine_acoustics.layers.{fine_acoustics_config.num_layers}.
  layernorm_1|layernorm_2 w[fine_acoustics_config.hidden_size] b[fine_acoustics_config.hidden_size]
fine_acoustics.layers.{fine_acoustics_config.num_layers}.attn.
  att_proj w[3*fine_acoustics_config.hidden_size,fine_acoustics_config.hidden_size] b?fine_acoustics_config.bias[3*fine_acoustics_config.hidden_size]
  out_proj w[fine_acoustics_config.hidden_size,fine_acoustics_config.hidden_size] b?fine_acoustics_config.bias[fine_acoustics_config.hidden_size]
fine_acoustics.layers.{fine_acoustics_config.num_layers}.mlp.
  in_proj w[4*fine_acoustics_config.hidden_size,fine_acoustics_config.hidden_size] b?fine_acoustics_config.bias[4*fine_acoustics_config.hidden_size]
  out_proj w[fine_acoustics_config.hidden_size,4*fine_acoustics_config.hidden_size] b?fine_acoustics_config.bias[fine_acoustics_config.hidden_size]
fine_acoustics.lm_heads.{codec_config.kernel_size}.
  . w?!fine_acoustics_config.tie_word_embeddings[semantic_config.input_vocab_size,semantic_config.hidden_size]
`);
