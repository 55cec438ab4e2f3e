import { convbert } from './convbert';
import { declaredMasked } from './declared';
import { deberta } from './deberta';
import { debertaV2 } from './debertaV2';
import { esmc } from './esmc';
import { flaubert } from './flaubert';
import { fnet } from './fnet';
import { funnel } from './funnel';
import { ibert } from './ibert';
import { layoutlm } from './layoutlm';
import { longformer } from './longformer';
import { luke } from './luke';
import { mobilebert } from './mobilebert';
import { modernvbert } from './modernvbert';
import { mpnet } from './mpnet';
import { mra } from './mra';
import { neomme } from './neomme';
import { nystromformer } from './nystromformer';
import { perceiver } from './perceiver';
import { squeezebert } from './squeezebert';
import { tapas } from './tapas';
import { yoso } from './yoso';

/** Families by model type. */
export const maskedFamilies = {
  convbert,
  deberta,
  'deberta-v2': debertaV2,
  esmc,
  flaubert,
  fnet,
  funnel,
  ibert,
  layoutlm,
  longformer,
  luke,
  mobilebert,
  modernvbert,
  mpnet,
  mra,
  neomme,
  nystromformer,
  perceiver,
  squeezebert,
  tapas,
  yoso,
  ...declaredMasked,
};
