import { colmodernvbert } from './colmodernvbert';
import { colpali } from './colpali';
import { colqwen2 } from './colqwen2';
import { flava } from './flava';
import { lxmert } from './lxmert';
import { splinter } from './splinter';
import { unispeechSat } from './unispeechSat';
import { videomae } from './videomae';
import { visualBert } from './visualBert';
import { vitMae } from './vitMae';
import { wav2vec2Conformer } from './wav2vec2Conformer';

/** Families by model type. */
export const pretrainingFamilies = {
  colmodernvbert,
  colpali,
  colqwen2,
  flava,
  lxmert,
  splinter,
  'unispeech-sat': unispeechSat,
  videomae,
  visual_bert: visualBert,
  vit_mae: vitMae,
  'wav2vec2-conformer': wav2vec2Conformer,
};
