import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Nemotron3DiarizationModel`. */
export const nemotron3Diarization = layoutFamily(`
use audio_config: . > audio_tower.
.
  proj w[head_config.hidden_size,audio_config.hidden_size] b[head_config.hidden_size]
upsampler.
  conv w[8*head_config.hidden_size,head_config.hidden_size,3] b[8*head_config.hidden_size]
`);
