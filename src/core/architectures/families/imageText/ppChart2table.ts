import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GotOcr2ForConditionalGeneration`. */
export const ppChart2table = layoutFamily(`
use text_config: model. > model.language_model.
model.vision_tower.
  pos_embed ?vision_config.use_abs_pos[1,vision_config.image_size//vision_config.patch_size,vision_config.image_size//vision_config.patch_size,vision_config.hidden_size]
model.vision_tower.patch_embed.
  projection w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
model.vision_tower.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_tower.layers.0.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.vision_tower.layers.1.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.vision_tower.layers.4.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.vision_tower.layers.2.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[127,vision_config.hidden_size//vision_config.num_attention_heads]
model.vision_tower.layers.3.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[9*vision_config.num_channels,vision_config.hidden_size//vision_config.num_attention_heads]
model.vision_tower.layers.5.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[127,vision_config.output_channels//4]
model.vision_tower.layers.8.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[127,vision_config.output_channels//4]
model.vision_tower.layers.11.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[127,vision_config.output_channels//4]
model.vision_tower.layers.6.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[9*vision_config.num_channels,vision_config.output_channels//4]
model.vision_tower.layers.7.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[9*vision_config.num_channels,vision_config.output_channels//4]
model.vision_tower.layers.9.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[9*vision_config.num_channels,vision_config.output_channels//4]
model.vision_tower.layers.10.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[9*vision_config.num_channels,vision_config.output_channels//4]
model.vision_tower.layers.{vision_config.num_hidden_layers}.attn.
  qkv w[3*vision_config.hidden_size,vision_config.hidden_size] b?vision_config.qkv_bias[3*vision_config.hidden_size]
  proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_tower.layers.{vision_config.num_hidden_layers}.mlp.
  lin1 w[vision_config.mlp_dim,vision_config.hidden_size] b[vision_config.mlp_dim]
  lin2 w[vision_config.hidden_size,vision_config.mlp_dim] b[vision_config.hidden_size]
model.vision_tower.neck.
  conv1 w[vision_config.output_channels,vision_config.hidden_size,1,1]
  layer_norm1|layer_norm2 w[vision_config.output_channels] b[vision_config.output_channels]
  conv2 w[vision_config.output_channels,vision_config.output_channels,3,3]
model.multi_modal_projector.
  conv_upsampler1 w[2*vision_config.output_channels,vision_config.output_channels,3,3]
  conv_upsampler2 w[text_config.hidden_size,2*vision_config.output_channels,3,3]
  multimodal_projector w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
