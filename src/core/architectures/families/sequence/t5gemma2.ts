import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `T5Gemma2ForConditionalGeneration`. */
export const t5gemma2 = layoutFamily(`
model.encoder.text_model.
  embed_tokens w[262208,2304]
  norm w[2304]
model.encoder.text_model.embed_tokens.
  eoi_embedding [2304]
model.encoder.text_model.layers.{26}.self_attn.
  q_proj w[2048,2304]
  k_proj|v_proj w[1024,2304]
  o_proj w[2304,2048]
  q_norm|k_norm w[256]
model.encoder.text_model.layers.{26}.
  pre_self_attn_layernorm|post_self_attn_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm w[2304]
model.encoder.text_model.layers.{26}.mlp.
  gate_proj|up_proj w[9216,2304]
  down_proj w[2304,9216]
model.encoder.vision_tower.embeddings.
  patch_embedding w[768,3,16,16] b[768]
  position_embedding w[196,768]
model.encoder.vision_tower.encoder.layers.{12}.
  layer_norm1|layer_norm2 w[768] b[768]
model.encoder.vision_tower.encoder.layers.{12}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[768,768] b[768]
model.encoder.vision_tower.encoder.layers.{12}.mlp.
  fc1 w[3072,768] b[3072]
  fc2 w[768,3072] b[768]
model.encoder.vision_tower.
  post_layernorm w[768] b[768]
model.encoder.vision_tower.head.
  probe [1,1,768]
  layernorm w[768] b[768]
model.encoder.vision_tower.head.attention.
  in_proj_weight [2304,768]
  in_proj_bias [2304]
  out_proj w[768,768] b[768]
model.encoder.vision_tower.head.mlp.
  fc1 w[3072,768] b[3072]
  fc2 w[768,3072] b[768]
model.encoder.multi_modal_projector.
  mm_input_projection_weight [768,2304]
  mm_soft_emb_norm w[768]
model.decoder.
  norm w[2304]
  embed_tokens w?!tie_word_embeddings[vocab_size,2304]
model.decoder.layers.{26}.self_attn.
  q_proj w[2048,2304]
  k_proj|v_proj w[1024,2304]
  o_proj w[2304,2048]
  q_norm|k_norm w[256]
model.decoder.layers.{26}.
  pre_self_attn_layernorm|post_self_attn_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm w[2304]
model.decoder.layers.{26}.mlp.
  gate_proj|up_proj w[9216,2304]
  down_proj w[2304,9216]
model.decoder.embed_tokens.
  eoi_embedding ?!tie_word_embeddings[2304]
lm_head.
  out_proj w?!tie_word_embeddings[vocab_size,2304]
`);
