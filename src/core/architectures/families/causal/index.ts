import type { Builder } from '../../builder';
import type { ConfigReader } from '../../configReader';
import { blt } from './blt';
import { cpmAnt } from './cpmant';
import { git } from './git';
import { gotOcr2 } from './gotOcr2';
import { hrmText } from './hrmText';
import { inkling } from './inkling';
import { jetMoe } from './jetmoe';
import { mllamaText } from './mllama';
import { moshi } from './moshi';
import { phi4Multimodal } from './phi4Multimodal';
import { prophetNetDecoder } from './prophetnet';
import { xlm } from './xlm';
import { xlnet } from './xlnet';
import { xlstm } from './xlstm';
import { zaya } from './zaya';

/** The nested text config, or the config itself where it is one. */
function textOf(c: ConfigReader): ConfigReader {
  return c.modelType === 'mllama' ? c.child('text_config') : c;
}

/** Causal families that share no frame with another, by model type. */
export const causalFamilies = {
  blt,
  cpmant: cpmAnt,
  git,
  got_ocr2: gotOcr2,
  hrm_text: hrmText,
  inkling_text: inkling,
  jetmoe: jetMoe,
  MllamaForCausalLM: (b: Builder) => b.withReader(textOf(b.c), () => mllamaText(b)),
  moshi,
  phi4_multimodal: phi4Multimodal,
  prophetnet: prophetNetDecoder,
  ProphetNetForCausalLM: prophetNetDecoder,
  xlm,
  xlnet,
  xlstm,
  zaya,
};
