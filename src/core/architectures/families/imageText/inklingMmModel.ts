import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `InklingForConditionalGeneration`. */
export const inklingMmModel = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
model.audio_tower.embed_audio_tokens.
  embed_audio_tokens w[audio_config.n_mel_bins*audio_config.mel_vocab_size,audio_config.text_hidden_size]
model.audio_tower.
  norm w[audio_config.text_hidden_size]
model.vision_tower.encoder_layers.{4}.
  projection w[vision_config.num_channels,vision_config.num_channels]
  layer_norm w[vision_config.num_channels]
model.vision_tower.encoder_layers.4.
  projection w[vision_config.hidden_size//8,75]
model.vision_tower.encoder_layers.{5..10}.
  projection w[vision_config.hidden_size//8,vision_config.hidden_size//8]
model.vision_tower.encoder_layers.10.
  projection w[320,vision_config.hidden_size//2]
model.vision_tower.encoder_layers.11.
  projection w[320,320]
model.vision_tower.encoder_layers.12.
  projection w[320,320]
model.vision_tower.encoder_layers.13.
  projection w[1216,1280]
model.vision_tower.encoder_layers.{14..17}.
  projection w[1216,1216]
model.vision_tower.encoder_layers.17.
  projection w[vision_config.num_channels*vision_config.patch_size**2,4864]
model.vision_tower.encoder_layers.18.
  projection w[vision_config.num_channels*vision_config.patch_size**2,vision_config.num_channels*vision_config.patch_size**2]
model.vision_tower.encoder_layers.19.
  projection w[vision_config.num_channels*vision_config.patch_size**2,vision_config.num_channels*vision_config.patch_size**2]
model.vision_tower.encoder_layers.20.
  projection w[614400,vision_config.num_channels*vision_config.temporal_patch_size*vision_config.patch_size**2]
model.vision_tower.encoder_layers.21.
  projection w[614400,614400]
model.vision_tower.encoder_layers.22.
  projection w[614400,614400]
model.vision_tower.encoder_layers.23.
  projection w[vision_config.text_hidden_size,614400]
model.vision_tower.encoder_layers.{4..10}.
  layer_norm w[vision_config.hidden_size//8]
model.vision_tower.encoder_layers.{10..13}.
  layer_norm w[320]
model.vision_tower.encoder_layers.{13..17}.
  layer_norm w[1216]
model.vision_tower.encoder_layers.{17..20}.
  layer_norm w[vision_config.num_channels*vision_config.patch_size**2]
model.vision_tower.encoder_layers.{20..vision_config.n_layers-1}.
  layer_norm w[614400]
model.vision_tower.
  final_norm w[vision_config.text_hidden_size]
`);
