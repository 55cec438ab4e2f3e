import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `T5GemmaForConditionalGeneration`. */
export const t5gemma = layoutFamily(`
model.encoder.
  embed_tokens w[256000,2304]
  norm w[2304]
model.encoder.layers.{26}.self_attn.
  q_proj w[2048,2304]
  k_proj|v_proj w[1024,2304]
  o_proj w[2304,2048]
model.encoder.layers.{26}.
  pre_self_attn_layernorm|post_self_attn_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm w[2304]
model.encoder.layers.{26}.mlp.
  gate_proj|up_proj w[9216,2304]
  down_proj w[2304,9216]
model.decoder.
  embed_tokens w[256000,2304]
  norm w[2304]
model.decoder.layers.{26}.self_attn.
  q_proj w[2048,2304]
  k_proj|v_proj w[1024,2304]
  o_proj w[2304,2048]
model.decoder.layers.{26}.
  pre_self_attn_layernorm|post_self_attn_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm|pre_cross_attn_layernorm|post_cross_attn_layernorm w[2304]
model.decoder.layers.{26}.mlp.
  gate_proj|up_proj w[9216,2304]
  down_proj w[2304,9216]
model.decoder.layers.{26}.cross_attn.
  q_proj w[2048,2304]
  k_proj|v_proj w[1024,2304]
  o_proj w[2304,2048]
lm_head.
  out_proj w?!tie_word_embeddings[vocab_size,2304]
`);
