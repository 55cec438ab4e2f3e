import { canary } from './canary';
import { cohereAsr } from './cohereAsr';
import { dia } from './dia';
import { funAsrNano } from './funAsrNano';
import { kyutaiSpeechToText } from './kyutaiSpeechToText';
import { moonshine } from './moonshine';
import { pop2piano } from './pop2piano';
import { speechToText } from './speechToText';
import { speecht5 } from './speecht5';
import { vibevoice } from './vibevoice';

/** Families by model type. */
export const speechFamilies = {
  canary,
  cohere_asr: cohereAsr,
  dia,
  fun_asr_nano: funAsrNano,
  kyutai_speech_to_text: kyutaiSpeechToText,
  moonshine,
  pop2piano,
  speech_to_text: speechToText,
  speecht5,
  vibevoice,
};
