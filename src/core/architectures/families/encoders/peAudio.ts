import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PeAudioModel`. */
export const peAudio = layoutFamily(`
use audio_config: . > audio_encoder.
use text_config: model. > text_model.; lm_head > lm_head
.
  text_audio_logit_scale|text_audio_logit_bias [1]
text_audio_head.
  layer_norm w[text_config.hidden_size] b[text_config.hidden_size]
  proj w[text_config.hidden_size,text_config.hidden_size]
audio_head.
  layer_norm w[audio_config.hidden_size] b[audio_config.hidden_size]
  proj w[8*audio_config.head_dim,audio_config.hidden_size]
`);
