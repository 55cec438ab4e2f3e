import { aria } from './aria';
import { blip } from './blip';
import { blip2 } from './blip2';
import { cosmos3Edge } from './cosmos3Edge';
import { cosmos3Omni } from './cosmos3Omni';
import { deepseekVlHybrid } from './deepseekVlHybrid';
import { ernie45VlMoe } from './ernie45VlMoe';
import { evolla } from './evolla';
import { exaone45 } from './exaone45';
import { florence2 } from './florence2';
import { hyperclovaxVisionV2 } from './hyperclovaxVisionV2';
import { idefics } from './idefics';
import { idefics2 } from './idefics2';
import { inklingMmModel } from './inklingMmModel';
import { instructblip } from './instructblip';
import { janus } from './janus';
import { kosmos2 } from './kosmos2';
import { kosmos25 } from './kosmos25';
import { minicpmv46 } from './minicpmv46';
import { minicpmv47 } from './minicpmv47';
import { minimaxM3Vl } from './minimaxM3Vl';
import { mistral4 } from './mistral4';
import { museGlimmer } from './museGlimmer';
import { nemotronHOmni } from './nemotronHOmni';
import { paddleocrVl } from './paddleocrVl';
import { mllama } from './mllama';
import { pi0 } from './pi0';
import { pix2struct } from './pix2struct';
import { ppChart2table } from './ppChart2table';
import { projectedFamilies } from './projected';
import { ppFormulanet } from './ppFormulanet';
import { qianfanOcr } from './qianfanOcr';
import { qwen25OmniThinker } from './qwen25OmniThinker';
import { qwen3OmniMoeThinker } from './qwen3OmniMoeThinker';
import { step3p7 } from './step3p7';
import { udop } from './udop';
import { videoLlama3 } from './videoLlama3';
import { videoLlava } from './videoLlava';

/** Families by model type. */
export const imageTextFamilies = {
  aria,
  blip,
  'blip-2': blip2,
  cosmos3_edge: cosmos3Edge,
  cosmos3_omni: cosmos3Omni,
  deepseek_vl_hybrid: deepseekVlHybrid,
  ernie4_5_vl_moe: ernie45VlMoe,
  evolla,
  exaone4_5: exaone45,
  florence2,
  glm46v: cosmos3Omni,
  glm4v: cosmos3Omni,
  glm4v_moe: cosmos3Omni,
  glm5_next: cosmos3Omni,
  glm_ocr: cosmos3Omni,
  glmga: cosmos3Omni,
  hyperclovax_vision_v2: hyperclovaxVisionV2,
  idefics,
  idefics2,
  inkling_mm_model: inklingMmModel,
  instructblip,
  instructblipvideo: instructblip,
  janus,
  'kosmos-2': kosmos2,
  'kosmos-2.5': kosmos25,
  minicpmv4_6: minicpmv46,
  minicpmv4_7: minicpmv47,
  minimax_m3_vl: minimaxM3Vl,
  mistral4,
  muse_glimmer: museGlimmer,
  nemotron_h_omni: nemotronHOmni,
  paddleocr_vl: paddleocrVl,
  pi0,
  pix2struct,
  pp_chart2table: ppChart2table,
  pp_formulanet: ppFormulanet,
  qianfan_ocr: qianfanOcr,
  qwen2_5_omni_thinker: qwen25OmniThinker,
  qwen2_5_vl: cosmos3Omni,
  qwen2_vl: cosmos3Omni,
  qwen3_omni_moe_thinker: qwen3OmniMoeThinker,
  qwen3_5: cosmos3Omni,
  qwen3_5_moe: cosmos3Omni,
  qwen3_vl: cosmos3Omni,
  mllama,
  MllamaForConditionalGeneration: mllama,
  ...projectedFamilies,
  qwen3_vl_moe: cosmos3Omni,
  step3p7,
  udop,
  video_llama_3: videoLlama3,
  video_llava: videoLlava,
};
