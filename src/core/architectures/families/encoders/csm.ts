import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `CsmForConditionalGeneration`. */
export const csm = layoutFamily(`
use codec_config: . > codec_model.
.
  lm_head w[vocab_size,hidden_size]
  embed_text_tokens w[text_vocab_size,hidden_size]
backbone_model.embed_tokens.
  embed_audio_tokens w[num_codebooks*vocab_size,hidden_size]
backbone_model.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[num_key_value_heads*head_dim,hidden_size] b?attention_bias[num_key_value_heads*head_dim]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
backbone_model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
backbone_model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
backbone_model.
  norm w[hidden_size]
depth_decoder.model.
  embed_tokens w[depth_decoder_config.num_codebooks*depth_decoder_config.vocab_size,depth_decoder_config.backbone_hidden_size]
  norm w[depth_decoder_config.hidden_size]
  inputs_embeds_projector w[depth_decoder_config.hidden_size,depth_decoder_config.backbone_hidden_size]
depth_decoder.model.layers.{depth_decoder_config.num_hidden_layers}.self_attn.
  q_proj w[depth_decoder_config.head_dim*depth_decoder_config.num_attention_heads,depth_decoder_config.hidden_size] b?depth_decoder_config.attention_bias[depth_decoder_config.head_dim*depth_decoder_config.num_attention_heads]
  k_proj|v_proj w[depth_decoder_config.num_key_value_heads*depth_decoder_config.head_dim,depth_decoder_config.hidden_size] b?depth_decoder_config.attention_bias[depth_decoder_config.num_key_value_heads*depth_decoder_config.head_dim]
  o_proj w[depth_decoder_config.hidden_size,depth_decoder_config.head_dim*depth_decoder_config.num_attention_heads] b?depth_decoder_config.attention_bias[depth_decoder_config.hidden_size]
depth_decoder.model.layers.{depth_decoder_config.num_hidden_layers}.mlp.
  gate_proj|up_proj w[depth_decoder_config.intermediate_size,depth_decoder_config.hidden_size] b?depth_decoder_config.mlp_bias[depth_decoder_config.intermediate_size]
  down_proj w[depth_decoder_config.hidden_size,depth_decoder_config.intermediate_size] b?depth_decoder_config.mlp_bias[depth_decoder_config.hidden_size]
depth_decoder.model.layers.{depth_decoder_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[depth_decoder_config.hidden_size]
depth_decoder.
  codebooks_head w[depth_decoder_config.num_codebooks-1,depth_decoder_config.hidden_size,depth_decoder_config.vocab_size]
`);
