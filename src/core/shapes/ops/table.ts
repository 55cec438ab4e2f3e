import type { ShapeTable } from '../context';
import { attentions } from './attention';
import { constants } from './constants';
import { controlFlow } from './controlFlow';
import { convolutions } from './convolution';
import { elementwise } from './elementwise';
import { gathers } from './gatherScatter';
import { images } from './image';
import { losses } from './loss';
import { matrices } from './matrix';
import { normalisations } from './normalisation';
import { quantisations } from './quantisation';
import { randoms } from './random';
import { recurrents } from './recurrent';
import { reductions } from './reduction';
import { reshapes } from './reshape';
import { sequences } from './sequence';
import { signals } from './signal';
import { slices } from './slice';
import { texts } from './text';

/** Shape functions of the standard's own domain by operator type. */
export const standard: ShapeTable = {
  ...attentions,
  ...constants,
  ...controlFlow,
  ...convolutions,
  ...elementwise,
  ...gathers,
  ...images,
  ...losses,
  ...matrices,
  ...normalisations,
  ...quantisations,
  ...randoms,
  ...recurrents,
  ...reductions,
  ...reshapes,
  ...sequences,
  ...signals,
  ...slices,
  ...texts,
};
