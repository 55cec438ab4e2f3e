import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `EvollaForProteinText2Text`. */
export const evolla = layoutFamily(`
model.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
model.protein_encoder.model.embeddings.
  word_embeddings w[protein_encoder_config.vocab_size,protein_encoder_config.hidden_size]
  layer_norm w?protein_encoder_config.emb_layer_norm_before[protein_encoder_config.hidden_size] b?protein_encoder_config.emb_layer_norm_before[protein_encoder_config.hidden_size]
model.protein_encoder.model.encoder.layer.{protein_encoder_config.num_hidden_layers}.attention.self.
  query|key|value w[protein_encoder_config.hidden_size,protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
model.protein_encoder.model.encoder.layer.{protein_encoder_config.num_hidden_layers}.attention.output.
  dense w[protein_encoder_config.hidden_size,protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
model.protein_encoder.model.encoder.layer.{protein_encoder_config.num_hidden_layers}.attention.
  LayerNorm w[protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
model.protein_encoder.model.encoder.layer.{protein_encoder_config.num_hidden_layers}.intermediate.
  dense w[protein_encoder_config.intermediate_size,protein_encoder_config.hidden_size] b[protein_encoder_config.intermediate_size]
model.protein_encoder.model.encoder.layer.{protein_encoder_config.num_hidden_layers}.output.
  dense w[protein_encoder_config.hidden_size,protein_encoder_config.intermediate_size] b[protein_encoder_config.hidden_size]
model.protein_encoder.model.encoder.layer.{protein_encoder_config.num_hidden_layers}.
  LayerNorm w[protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
model.protein_encoder.model.encoder.
  emb_layer_norm_after w[protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
model.protein_encoder.sequence_compressor_resampler.
  latents [resampler_num_latents,protein_encoder_config.hidden_size]
  norm w[hidden_size] b[hidden_size]
  protein_projector w[hidden_size,protein_encoder_config.hidden_size] b[hidden_size]
model.protein_encoder.sequence_compressor_resampler.layers.{resampler_depth}.0.
  norm_media|norm_latents w[protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
  to_q w[resampler_dim_head*resampler_heads,protein_encoder_config.hidden_size]
  to_kv w[2*resampler_dim_head*resampler_heads,protein_encoder_config.hidden_size]
  to_out w[protein_encoder_config.hidden_size,resampler_dim_head*resampler_heads]
model.protein_encoder.sequence_compressor_resampler.layers.{resampler_depth}.1.
  norm w[protein_encoder_config.hidden_size] b[protein_encoder_config.hidden_size]
  fc1 w[protein_encoder_config.hidden_size*resampler_ff_mult,protein_encoder_config.hidden_size]
  fc2 w[protein_encoder_config.hidden_size,protein_encoder_config.hidden_size*resampler_ff_mult]
model.layers.{num_hidden_layers}.self_attn.
  q_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b?attention_bias[hidden_size//num_attention_heads*num_key_value_heads]
model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
model.layers.3.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.7.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.11.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.15.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.19.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.23.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.27.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.31.adapter.
  gate_attention|gate_ffw [1]
  query|key_protein|value_protein w[hidden_size,hidden_size] b[hidden_size]
  attention_norm w[hidden_size]
  out_proj w[hidden_size,hidden_size] b?aligner_enable_bias[hidden_size]
model.layers.3.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[aligner_ffn_mult*hidden_size,hidden_size]
  fc2 w[hidden_size,aligner_ffn_mult*hidden_size]
model.layers.7.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
model.layers.11.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
model.layers.15.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
model.layers.19.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
model.layers.23.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
model.layers.27.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
model.layers.31.adapter.ff.
  norm w[hidden_size] b[hidden_size]
  fc1 w[4*hidden_size,hidden_size]
  fc2 w[hidden_size,4*hidden_size]
.
  lm_head w[vocab_size,hidden_size]
`);
