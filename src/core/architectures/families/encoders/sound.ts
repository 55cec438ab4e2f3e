import { audioSpectrogramTransformer } from './audioSpectrogramTransformer';
import { bark } from './bark';
import { clap } from './clap';
import { clvp } from './clvp';
import { csm } from './csm';
import { dac } from './dac';
import { encodec } from './encodec';
import { fastspeech2Conformer } from './fastspeech2Conformer';
import { fastspeech2ConformerWithHifigan } from './fastspeech2ConformerWithHifigan';
import { funAsrNanoEncoder } from './funAsrNanoEncoder';
import { gemma3nAudio } from './gemma3nAudio';
import { gemma4Audio } from './gemma4Audio';
import { graniteSpeech5Ctc } from './graniteSpeech5Ctc';
import { graniteSpeech5Encoder } from './graniteSpeech5Encoder';
import { higgsAudioV2 } from './higgsAudioV2';
import { lasrCtc } from './lasrCtc';
import { lasrEncoder } from './lasrEncoder';
import { mimi } from './mimi';
import { nemotron35Asr } from './nemotron35Asr';
import { nemotron3Diarization } from './nemotron3Diarization';
import { nemotron3DiarizationAudio } from './nemotron3DiarizationAudio';
import { nemotronAsrStreaming } from './nemotronAsrStreaming';
import { nemotronAsrStreamingEncoder } from './nemotronAsrStreamingEncoder';
import { neucodec } from './neucodec';
import { parakeetCtc } from './parakeetCtc';
import { parakeetEncoder } from './parakeetEncoder';
import { parakeetRnnt } from './parakeetRnnt';
import { parakeetTdt } from './parakeetTdt';
import { peAudio } from './peAudio';
import { peAudioEncoder } from './peAudioEncoder';
import { qwen3AsrEncoder } from './qwen3AsrEncoder';
import { sew } from './sew';
import { sewD } from './sewD';
import { univnet } from './univnet';
import { vibevoiceAcousticTokenizer } from './vibevoiceAcousticTokenizer';
import { vibevoiceAcousticTokenizerDecoder } from './vibevoiceAcousticTokenizerDecoder';
import { vibevoiceAcousticTokenizerEncoder } from './vibevoiceAcousticTokenizerEncoder';
import { vits } from './vits';
import { voxtralRealtimeEncoder } from './voxtralRealtimeEncoder';
import { wav2vec2Bert } from './wav2vec2Bert';
import { xcodec } from './xcodec';
import { xcodec2 } from './xcodec2';

/** Encoders and codecs of sound, by model type. */
export const soundEncoders = {
  'audio-spectrogram-transformer': audioSpectrogramTransformer,
  bark,
  clap,
  clvp,
  csm,
  dac,
  encodec,
  fastspeech2_conformer: fastspeech2Conformer,
  fastspeech2_conformer_with_hifigan: fastspeech2ConformerWithHifigan,
  fun_asr_nano_encoder: funAsrNanoEncoder,
  gemma3n_audio: gemma3nAudio,
  gemma4_audio: gemma4Audio,
  granite_speech5_ctc: graniteSpeech5Ctc,
  granite_speech5_encoder: graniteSpeech5Encoder,
  higgs_audio_v2: higgsAudioV2,
  lasr_ctc: lasrCtc,
  lasr_encoder: lasrEncoder,
  mimi,
  nemotron3_5_asr: nemotron35Asr,
  nemotron3_diarization: nemotron3Diarization,
  nemotron3_diarization_audio: nemotron3DiarizationAudio,
  nemotron_asr_streaming: nemotronAsrStreaming,
  nemotron_asr_streaming_encoder: nemotronAsrStreamingEncoder,
  neucodec,
  parakeet_ctc: parakeetCtc,
  parakeet_encoder: parakeetEncoder,
  parakeet_rnnt: parakeetRnnt,
  parakeet_tdt: parakeetTdt,
  pe_audio: peAudio,
  pe_audio_encoder: peAudioEncoder,
  qwen3_asr_encoder: qwen3AsrEncoder,
  sew,
  'sew-d': sewD,
  univnet,
  vibevoice_acoustic_tokenizer: vibevoiceAcousticTokenizer,
  vibevoice_acoustic_tokenizer_decoder: vibevoiceAcousticTokenizerDecoder,
  vibevoice_acoustic_tokenizer_encoder: vibevoiceAcousticTokenizerEncoder,
  vits,
  voxtral_realtime_encoder: voxtralRealtimeEncoder,
  'wav2vec2-bert': wav2vec2Bert,
  xcodec,
  xcodec2,
};
