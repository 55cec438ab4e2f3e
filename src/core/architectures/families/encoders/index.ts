import { convolutionalFamilies } from './convolutional';
import { declaredEncoders } from './declared';
import { detrFamilies } from './detr';
import { detrBackbones } from './detrBackbones';
import { gridTowers } from './gridTowers';
import { levitFamilies } from './levit';
import { listeningFamilies } from './listening';
import { llamaTowers } from './llamaTowers';
import { maskTransformers } from './maskTransformers';
import { otherEncoders } from './others';
import { soundEncoders } from './sound';
import { swinFamilies } from './swinLike';
import { vitFamilies } from './vitLike';
import { waveFamilies } from './waves';

/** Families by model type; what is declared with its operators wins. */
export const encodersFamilies = {
  ...otherEncoders,
  ...soundEncoders,
  ...declaredEncoders,
  ...gridTowers,
  ...llamaTowers,
  ...convolutionalFamilies,
  ...swinFamilies,
  ...levitFamilies,
  ...waveFamilies,
  ...vitFamilies,
  ...detrFamilies,
  ...detrBackbones,
  ...listeningFamilies,
  ...maskTransformers,
};
