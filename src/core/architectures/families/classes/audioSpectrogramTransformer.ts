import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `audio-spectrogram-transformer` beside the one of its own task, by name. */
export const audioSpectrogramTransformerClasses = {
  ASTForAudioClassification: layoutFamily(`
use as audio-spectrogram-transformer: . > audio_spectrogram_transformer.
classifier.
  layernorm w[hidden_size] b[hidden_size]
  dense w[num_labels,hidden_size] b[num_labels]
`),
};
