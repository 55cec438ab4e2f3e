import { albert } from './albert';
import { convbert } from './convbert';
import { deberta } from './deberta';
import { debertaV2 } from './debertaV2';
import { distilbert } from './distilbert';
import { esmc } from './esmc';
import { eurobert } from './eurobert';
import { flaubert } from './flaubert';
import { fnet } from './fnet';
import { funnel } from './funnel';
import { gte } from './gte';
import { ibert } from './ibert';
import { jinaEmbeddingsV3 } from './jinaEmbeddingsV3';
import { layoutlm } from './layoutlm';
import { longformer } from './longformer';
import { luke } from './luke';
import { mobilebert } from './mobilebert';
import { modernbert } from './modernbert';
import { modernvbert } from './modernvbert';
import { mpnet } from './mpnet';
import { mra } from './mra';
import { neomme } from './neomme';
import { nomicBert } from './nomicBert';
import { nystromformer } from './nystromformer';
import { perceiver } from './perceiver';
import { squeezebert } from './squeezebert';
import { tapas } from './tapas';
import { yoso } from './yoso';

/** Families by model type. */
export const maskedFamilies = {
  albert,
  convbert,
  deberta,
  'deberta-v2': debertaV2,
  distilbert,
  esmc,
  eurobert,
  flaubert,
  fnet,
  funnel,
  gte,
  ibert,
  jina_embeddings_v3: jinaEmbeddingsV3,
  layoutlm,
  longformer,
  luke,
  mobilebert,
  modernbert,
  modernvbert,
  mpnet,
  mra,
  neomme,
  nomic_bert: nomicBert,
  nystromformer,
  perceiver,
  squeezebert,
  tapas,
  yoso,
};
