import { aimv2 } from './aimv2';
import { aimv2VisionModel } from './aimv2VisionModel';
import { align } from './align';
import { altclip } from './altclip';
import { bit } from './bit';
import { blip2Qformer } from '../imageText/blip2';
import { bridgetower } from './bridgetower';
import { bros } from './bros';
import { canine } from './canine';
import { chineseClip } from './chineseClip';
import { clipseg } from './clipseg';
import { cosmos3EdgeVision } from './cosmos3EdgeVision';
import { cvt } from './cvt';
import { decisionTransformer } from './decisionTransformer';
import { deimv2 } from './deimv2';
import { depthPro } from './depthPro';
import { dpr } from './dpr';
import { dpt } from './dpt';
import { edgetamVideo } from './edgetamVideo';
import { efficientloftr } from './efficientloftr';
import { efficientnet } from './efficientnet';
import { focalnet } from './focalnet';
import { gemma4Vision } from './gemma4Vision';
import { glmImage } from './glmImage';
import { glmImageVision } from './glmImageVision';
import { glmImageVqmodel } from './glmImageVqmodel';
import { glpn } from './glpn';
import { groundingDino } from './groundingDino';
import { groupvit } from './groupvit';
import { hunyuanVlVision } from './hunyuanVlVision';
import { imagegpt } from './imagegpt';
import { layoutlmv3 } from './layoutlmv3';
import { lightglue } from './lightglue';
import { lilt } from './lilt';
import { lwDetr } from './lwDetr';
import { markuplm } from './markuplm';
import { maskformer } from './maskformer';
import { mgpStr } from './mgpStr';
import { minicpmv47Vision } from './minicpmv47Vision';
import { mmGroundingDino } from './mmGroundingDino';
import { mobilenetV1 } from './mobilenetV1';
import { mobilenetV2 } from './mobilenetV2';
import { mobilevit } from './mobilevit';
import { mobilevitv2 } from './mobilevitv2';
import { museGlimmerAssistant } from './museGlimmerAssistant';
import { museGlimmerVision } from './museGlimmerVision';
import { openaiPrivacyFilter } from './openaiPrivacyFilter';
import { owlv2 } from './owlv2';
import { patchtsmixer } from './patchtsmixer';
import { patchtst } from './patchtst';
import { poolformer } from './poolformer';
import { ppDoclayoutV3 } from './ppDoclayoutV3';
import { ppOcrv5MobileRec } from './ppOcrv5MobileRec';
import { ppOcrv5ServerRec } from './ppOcrv5ServerRec';
import { ppOcrv6SmallDet } from './ppOcrv6SmallDet';
import { ppOcrv6SmallRec } from './ppOcrv6SmallRec';
import { pvt } from './pvt';
import { pvtV2 } from './pvtV2';
import { radio } from './radio';
import { rfDetr } from './rfDetr';
import { sam } from './sam';
import { sam2 } from './sam2';
import { sam2HieraDetModel } from './sam2HieraDetModel';
import { sam2Video } from './sam2Video';
import { sam2VisionModel } from './sam2VisionModel';
import { sam3 } from './sam3';
import { sam3LiteText } from './sam3LiteText';
import { sam3LiteTextTextModel } from './sam3LiteTextTextModel';
import { sam3Tracker } from './sam3Tracker';
import { sam3TrackerVideo } from './sam3TrackerVideo';
import { sam3Video } from './sam3Video';
import { sam3VisionModel } from './sam3VisionModel';
import { sam3VitModel } from './sam3VitModel';
import { samHq } from './samHq';
import { samHqVisionModel } from './samHqVisionModel';
import { sapiens2 } from './sapiens2';
import { segformer } from './segformer';
import { seggpt } from './seggpt';
import { siglip } from './siglip';
import { swiftformer } from './swiftformer';
import { swin2sr } from './swin2sr';
import { textnet } from './textnet';
import { timesfm } from './timesfm';
import { timesfm25 } from './timesfm25';
import { timesformer } from './timesformer';
import { tipsv2 } from './tipsv2';
import { tipsv2TextModel } from './tipsv2TextModel';
import { tvp } from './tvp';
import { uvdoc } from './uvdoc';
import { videoprism } from './videoprism';
import { videoprismVisionModel } from './videoprismVisionModel';
import { vilt } from './vilt';
import { vitdet } from './vitdet';
import { vivit } from './vivit';
import { vjepa2 } from './vjepa2';
import { xclip } from './xclip';
import { yolos } from './yolos';

/** Encoders of images, text and series, by model type. */
export const otherEncoders = {
  aimv2,
  aimv2_vision_model: aimv2VisionModel,
  align,
  altclip,
  bit,
  blip_2_qformer: blip2Qformer,
  bridgetower,
  bros,
  canine,
  chinese_clip: chineseClip,
  clipseg,
  cosmos3_edge_vision: cosmos3EdgeVision,
  cvt,
  decision_transformer: decisionTransformer,
  deimv2,
  depth_pro: depthPro,
  dpr,
  dpt,
  edgetam_video: edgetamVideo,
  efficientloftr,
  efficientnet,
  focalnet,
  gemma4_vision: gemma4Vision,
  glm_image: glmImage,
  glm_image_vision: glmImageVision,
  glm_image_vqmodel: glmImageVqmodel,
  glpn,
  'grounding-dino': groundingDino,
  groupvit,
  hunyuan_vl_vision: hunyuanVlVision,
  imagegpt,
  layoutlmv3,
  lightglue,
  lilt,
  lw_detr: lwDetr,
  markuplm,
  maskformer,
  metaclip_2: clipseg,
  'mgp-str': mgpStr,
  minicpmv4_7_vision: minicpmv47Vision,
  'mm-grounding-dino': mmGroundingDino,
  mobilenet_v1: mobilenetV1,
  mobilenet_v2: mobilenetV2,
  mobilevit,
  mobilevitv2,
  muse_glimmer_assistant: museGlimmerAssistant,
  muse_glimmer_vision: museGlimmerVision,
  openai_privacy_filter: openaiPrivacyFilter,
  owlv2,
  owlvit: owlv2,
  patchtsmixer,
  patchtst,
  poolformer,
  pp_doclayout_v3: ppDoclayoutV3,
  pp_ocrv5_mobile_rec: ppOcrv5MobileRec,
  pp_ocrv5_server_rec: ppOcrv5ServerRec,
  pp_ocrv6_small_det: ppOcrv6SmallDet,
  pp_ocrv6_small_rec: ppOcrv6SmallRec,
  pp_ocrv6_tiny_rec: ppOcrv6SmallRec,
  pvt,
  pvt_v2: pvtV2,
  radio,
  rf_detr: rfDetr,
  sam,
  sam2,
  sam2_hiera_det_model: sam2HieraDetModel,
  sam2_video: sam2Video,
  sam2_vision_model: sam2VisionModel,
  sam3,
  sam3_lite_text: sam3LiteText,
  sam3_lite_text_text_model: sam3LiteTextTextModel,
  sam3_tracker: sam3Tracker,
  sam3_tracker_video: sam3TrackerVideo,
  sam3_video: sam3Video,
  sam3_vision_model: sam3VisionModel,
  sam3_vit_model: sam3VitModel,
  sam_hq: samHq,
  sam_hq_vision_model: samHqVisionModel,
  sam_vision_model: samHqVisionModel,
  sapiens2,
  segformer,
  seggpt,
  siglip2: siglip,
  swiftformer,
  swin2sr,
  textnet,
  timesfm,
  timesfm2_5: timesfm25,
  timesformer,
  tipsv2,
  tipsv2_text_model: tipsv2TextModel,
  tvp,
  uvdoc,
  videoprism,
  videoprism_vision_model: videoprismVisionModel,
  vilt,
  vitdet,
  vivit,
  vjepa2,
  xclip,
  yolos,
};
