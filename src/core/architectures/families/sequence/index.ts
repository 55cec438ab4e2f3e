import { heardFamilies } from './heard';
import { nllbMoe } from './nllbMoe';
import { fsmt } from './fsmt';
import { graniteSpeech } from './graniteSpeech';
import { led } from './led';
import { longt5 } from './longt5';
import { m2m100 } from './m2m100';
import { pegasusX } from './pegasusX';
import { qwen3Asr } from './qwen3Asr';
import { seamlessM4t } from './seamlessM4t';
import { switchTransformers } from './switchTransformers';
import { t5gemma } from './t5gemma';
import { t5gemma2 } from './t5gemma2';
import { vibevoiceAsr } from './vibevoiceAsr';
import { voxtralRealtime } from './voxtralRealtime';

/** Families by model type. */
export const sequenceFamilies = {
  ...heardFamilies,
  'nllb-moe': nllbMoe,
  fsmt,
  granite_speech: graniteSpeech,
  granite_speech_plus: graniteSpeech,
  led,
  longt5,
  m2m_100: m2m100,
  pegasus_x: pegasusX,
  qwen3_asr: qwen3Asr,
  seamless_m4t: seamlessM4t,
  seamless_m4t_v2: seamlessM4t,
  switch_transformers: switchTransformers,
  t5gemma,
  t5gemma2,
  vibevoice_asr: vibevoiceAsr,
  voxtral_realtime: voxtralRealtime,
};
