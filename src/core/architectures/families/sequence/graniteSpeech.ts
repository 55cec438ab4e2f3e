import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GraniteSpeechForConditionalGeneration`. Also granite_speech_plus. */
export const graniteSpeech = layoutFamily(`
use projector_config: . > model.projector.qformer.
use text_config: model. > model.language_model.
model.encoder.
  input_linear w[encoder_config.hidden_dim,encoder_config.input_dim] b[encoder_config.hidden_dim]
  out w[encoder_config.output_dim,encoder_config.hidden_dim] b[encoder_config.output_dim]
  out_mid w[encoder_config.hidden_dim,encoder_config.output_dim] b[encoder_config.hidden_dim]
model.encoder.layers.{encoder_config.num_layers}.ff1.
  pre_norm w[encoder_config.hidden_dim] b[encoder_config.hidden_dim]
  up_proj w[encoder_config.feedforward_mult*encoder_config.hidden_dim,encoder_config.hidden_dim] b[encoder_config.feedforward_mult*encoder_config.hidden_dim]
  down_proj w[encoder_config.hidden_dim,encoder_config.feedforward_mult*encoder_config.hidden_dim] b[encoder_config.hidden_dim]
model.encoder.layers.{encoder_config.num_layers}.attn.
  pre_norm w[encoder_config.hidden_dim] b[encoder_config.hidden_dim]
  to_q w[encoder_config.dim_head*encoder_config.num_heads,encoder_config.hidden_dim]
  to_kv w[2*encoder_config.dim_head*encoder_config.num_heads,encoder_config.hidden_dim]
  to_out w[encoder_config.hidden_dim,encoder_config.dim_head*encoder_config.num_heads] b[encoder_config.hidden_dim]
  rel_pos_emb w[encoder_config.max_pos_emb+encoder_config.max_pos_emb+1,encoder_config.dim_head]
model.encoder.layers.{encoder_config.num_layers}.conv.
  norm w[encoder_config.hidden_dim] b[encoder_config.hidden_dim]
  up_conv w[2*encoder_config.conv_expansion_factor*encoder_config.hidden_dim,encoder_config.hidden_dim,1] b[2*encoder_config.conv_expansion_factor*encoder_config.hidden_dim]
  batch_norm w[encoder_config.conv_expansion_factor*encoder_config.hidden_dim] b[encoder_config.conv_expansion_factor*encoder_config.hidden_dim]
  down_conv w[encoder_config.hidden_dim,encoder_config.conv_expansion_factor*encoder_config.hidden_dim,1] b[encoder_config.hidden_dim]
model.encoder.layers.{encoder_config.num_layers}.conv.depth_conv.
  conv w[encoder_config.conv_expansion_factor*encoder_config.hidden_dim,1,encoder_config.conv_kernel_size]
model.encoder.layers.{encoder_config.num_layers}.ff2.
  pre_norm w[encoder_config.hidden_dim] b[encoder_config.hidden_dim]
  up_proj w[encoder_config.feedforward_mult*encoder_config.hidden_dim,encoder_config.hidden_dim] b[encoder_config.feedforward_mult*encoder_config.hidden_dim]
  down_proj w[encoder_config.hidden_dim,encoder_config.feedforward_mult*encoder_config.hidden_dim] b[encoder_config.hidden_dim]
model.encoder.layers.{encoder_config.num_layers}.
  post_norm w[encoder_config.hidden_dim] b[encoder_config.hidden_dim]
model.projector.
  query [1,3,projector_config.hidden_size]
  linear w[text_config.hidden_size,projector_config.hidden_size] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
