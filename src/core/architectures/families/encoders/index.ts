import { aimv2 } from './aimv2';
import { aimv2VisionModel } from './aimv2VisionModel';
import { align } from './align';
import { altclip } from './altclip';
import { audioSpectrogramTransformer } from './audioSpectrogramTransformer';
import { audioflamingo3Encoder } from './audioflamingo3Encoder';
import { bark } from './bark';
import { beit } from './beit';
import { bit } from './bit';
import { blip2Qformer } from './blip2Qformer';
import { bridgetower } from './bridgetower';
import { bros } from './bros';
import { canine } from './canine';
import { chineseClip } from './chineseClip';
import { clap } from './clap';
import { clipseg } from './clipseg';
import { clvp } from './clvp';
import { cohereCompassVision } from './cohereCompassVision';
import { convnext } from './convnext';
import { convnextv2 } from './convnextv2';
import { cosmos3EdgeVision } from './cosmos3EdgeVision';
import { csm } from './csm';
import { cvt } from './cvt';
import { dac } from './dac';
import { data2vecAudio } from './data2vecAudio';
import { data2vecVision } from './data2vecVision';
import { decisionTransformer } from './decisionTransformer';
import { deimv2 } from './deimv2';
import { depthPro } from './depthPro';
import { dinov2WithRegisters } from './dinov2WithRegisters';
import { dinov3Convnext } from './dinov3Convnext';
import { dinov3Vit } from './dinov3Vit';
import { donutSwin } from './donutSwin';
import { dpr } from './dpr';
import { dpt } from './dpt';
import { edgetamVideo } from './edgetamVideo';
import { efficientloftr } from './efficientloftr';
import { efficientnet } from './efficientnet';
import { encodec } from './encodec';
import { exaone45Vision } from './exaone45Vision';
import { fastspeech2Conformer } from './fastspeech2Conformer';
import { fastspeech2ConformerWithHifigan } from './fastspeech2ConformerWithHifigan';
import { focalnet } from './focalnet';
import { funAsrNanoEncoder } from './funAsrNanoEncoder';
import { gemma3nAudio } from './gemma3nAudio';
import { gemma4Audio } from './gemma4Audio';
import { gemma4Vision } from './gemma4Vision';
import { glm4vMoeVision } from './glm4vMoeVision';
import { glm5NextVision } from './glm5NextVision';
import { glmImage } from './glmImage';
import { glmImageVision } from './glmImageVision';
import { glmImageVqmodel } from './glmImageVqmodel';
import { glmOcrVision } from './glmOcrVision';
import { glmasrEncoder } from './glmasrEncoder';
import { glpn } from './glpn';
import { graniteSpeech5Ctc } from './graniteSpeech5Ctc';
import { graniteSpeech5Encoder } from './graniteSpeech5Encoder';
import { groundingDino } from './groundingDino';
import { groupvit } from './groupvit';
import { hgnetV2 } from './hgnetV2';
import { higgsAudioV2 } from './higgsAudioV2';
import { hubert } from './hubert';
import { hunyuanVlVision } from './hunyuanVlVision';
import { idefics3Vision } from './idefics3Vision';
import { ijepa } from './ijepa';
import { imagegpt } from './imagegpt';
import { internvlVision } from './internvlVision';
import { kimiK25Vision } from './kimiK25Vision';
import { lasrCtc } from './lasrCtc';
import { lasrEncoder } from './lasrEncoder';
import { layoutlmv3 } from './layoutlmv3';
import { lightglue } from './lightglue';
import { lilt } from './lilt';
import { lwDetr } from './lwDetr';
import { markuplm } from './markuplm';
import { maskformer } from './maskformer';
import { maskformerSwin } from './maskformerSwin';
import { mgpStr } from './mgpStr';
import { mimi } from './mimi';
import { minicpmv47Vision } from './minicpmv47Vision';
import { mlcd } from './mlcd';
import { mmGroundingDino } from './mmGroundingDino';
import { mobilenetV1 } from './mobilenetV1';
import { mobilenetV2 } from './mobilenetV2';
import { mobilevit } from './mobilevit';
import { mobilevitv2 } from './mobilevitv2';
import { museGlimmerAssistant } from './museGlimmerAssistant';
import { museGlimmerVision } from './museGlimmerVision';
import { nemotron35Asr } from './nemotron35Asr';
import { nemotron3Diarization } from './nemotron3Diarization';
import { nemotron3DiarizationAudio } from './nemotron3DiarizationAudio';
import { nemotronAsrStreaming } from './nemotronAsrStreaming';
import { nemotronAsrStreamingEncoder } from './nemotronAsrStreamingEncoder';
import { neucodec } from './neucodec';
import { openaiPrivacyFilter } from './openaiPrivacyFilter';
import { owlv2 } from './owlv2';
import { parakeetCtc } from './parakeetCtc';
import { parakeetEncoder } from './parakeetEncoder';
import { parakeetRnnt } from './parakeetRnnt';
import { parakeetTdt } from './parakeetTdt';
import { patchtsmixer } from './patchtsmixer';
import { patchtst } from './patchtst';
import { peAudio } from './peAudio';
import { peAudioEncoder } from './peAudioEncoder';
import { pixio } from './pixio';
import { pixtral } from './pixtral';
import { poolformer } from './poolformer';
import { ppDoclayoutV3 } from './ppDoclayoutV3';
import { ppOcrv5MobileRec } from './ppOcrv5MobileRec';
import { ppOcrv5ServerRec } from './ppOcrv5ServerRec';
import { ppOcrv6SmallDet } from './ppOcrv6SmallDet';
import { ppOcrv6SmallRec } from './ppOcrv6SmallRec';
import { pvt } from './pvt';
import { pvtV2 } from './pvtV2';
import { qianfanOcrVision } from './qianfanOcrVision';
import { qwen25VlVision } from './qwen25VlVision';
import { qwen2AudioEncoder } from './qwen2AudioEncoder';
import { qwen35MoeVision } from './qwen35MoeVision';
import { qwen3AsrEncoder } from './qwen3AsrEncoder';
import { radio } from './radio';
import { resnet } from './resnet';
import { rfDetr } from './rfDetr';
import { rtDetr } from './rtDetr';
import { rtDetrV2 } from './rtDetrV2';
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
import { sew } from './sew';
import { sewD } from './sewD';
import { siglip } from './siglip';
import { siglip2VisionModel } from './siglip2VisionModel';
import { swiftformer } from './swiftformer';
import { swin } from './swin';
import { swin2sr } from './swin2sr';
import { swinv2 } from './swinv2';
import { textnet } from './textnet';
import { timesfm } from './timesfm';
import { timesfm25 } from './timesfm25';
import { timesformer } from './timesformer';
import { tipsv2 } from './tipsv2';
import { tipsv2TextModel } from './tipsv2TextModel';
import { tvp } from './tvp';
import { univnet } from './univnet';
import { uvdoc } from './uvdoc';
import { vibevoiceAcousticTokenizer } from './vibevoiceAcousticTokenizer';
import { vibevoiceAcousticTokenizerDecoder } from './vibevoiceAcousticTokenizerDecoder';
import { vibevoiceAcousticTokenizerEncoder } from './vibevoiceAcousticTokenizerEncoder';
import { videoLlama3Vision } from './videoLlama3Vision';
import { videoprism } from './videoprism';
import { videoprismVisionModel } from './videoprismVisionModel';
import { vilt } from './vilt';
import { vitdet } from './vitdet';
import { vits } from './vits';
import { vivit } from './vivit';
import { vjepa2 } from './vjepa2';
import { voxtralRealtimeEncoder } from './voxtralRealtimeEncoder';
import { wav2vec2Bert } from './wav2vec2Bert';
import { wavlm } from './wavlm';
import { xclip } from './xclip';
import { xcodec } from './xcodec';
import { xcodec2 } from './xcodec2';
import { yolos } from './yolos';

/** Families by model type. */
export const encodersFamilies = {
  aimv2,
  aimv2_vision_model: aimv2VisionModel,
  align,
  altclip,
  'audio-spectrogram-transformer': audioSpectrogramTransformer,
  audioflamingo3_encoder: audioflamingo3Encoder,
  bark,
  beit,
  bit,
  blip_2_qformer: blip2Qformer,
  bridgetower,
  bros,
  canine,
  chinese_clip: chineseClip,
  clap,
  clipseg,
  clvp,
  cohere_compass_vision: cohereCompassVision,
  convnext,
  convnextv2,
  cosmos3_edge_vision: cosmos3EdgeVision,
  csm,
  cvt,
  dac,
  'data2vec-audio': data2vecAudio,
  'data2vec-vision': data2vecVision,
  decision_transformer: decisionTransformer,
  deimv2,
  depth_pro: depthPro,
  dinov2_with_registers: dinov2WithRegisters,
  dinov3_convnext: dinov3Convnext,
  dinov3_vit: dinov3Vit,
  'donut-swin': donutSwin,
  dpr,
  dpt,
  edgetam_video: edgetamVideo,
  efficientloftr,
  efficientnet,
  encodec,
  exaone4_5_vision: exaone45Vision,
  fastspeech2_conformer: fastspeech2Conformer,
  fastspeech2_conformer_with_hifigan: fastspeech2ConformerWithHifigan,
  focalnet,
  fun_asr_nano_encoder: funAsrNanoEncoder,
  gemma3n_audio: gemma3nAudio,
  gemma4_audio: gemma4Audio,
  gemma4_vision: gemma4Vision,
  glm4v_moe_vision: glm4vMoeVision,
  glm4v_vision: glm4vMoeVision,
  glm5_next_vision: glm5NextVision,
  glm_image: glmImage,
  glm_image_vision: glmImageVision,
  glm_image_vqmodel: glmImageVqmodel,
  glm_ocr_vision: glmOcrVision,
  glmasr_encoder: glmasrEncoder,
  glpn,
  granite_speech5_ctc: graniteSpeech5Ctc,
  granite_speech5_encoder: graniteSpeech5Encoder,
  'grounding-dino': groundingDino,
  groupvit,
  hgnet_v2: hgnetV2,
  higgs_audio_v2: higgsAudioV2,
  hubert,
  hunyuan_vl_vision: hunyuanVlVision,
  idefics3_vision: idefics3Vision,
  ijepa,
  imagegpt,
  internvl_vision: internvlVision,
  kimi_k25_vision: kimiK25Vision,
  lasr_ctc: lasrCtc,
  lasr_encoder: lasrEncoder,
  layoutlmv3,
  lightglue,
  lilt,
  lw_detr: lwDetr,
  markuplm,
  maskformer,
  'maskformer-swin': maskformerSwin,
  metaclip_2: clipseg,
  'mgp-str': mgpStr,
  mimi,
  minicpmv4_7_vision: minicpmv47Vision,
  mlcd,
  mlcd_vision_model: mlcd,
  'mm-grounding-dino': mmGroundingDino,
  mobilenet_v1: mobilenetV1,
  mobilenet_v2: mobilenetV2,
  mobilevit,
  mobilevitv2,
  muse_glimmer_assistant: museGlimmerAssistant,
  muse_glimmer_vision: museGlimmerVision,
  nemotron3_5_asr: nemotron35Asr,
  nemotron3_diarization: nemotron3Diarization,
  nemotron3_diarization_audio: nemotron3DiarizationAudio,
  nemotron_asr_streaming: nemotronAsrStreaming,
  nemotron_asr_streaming_encoder: nemotronAsrStreamingEncoder,
  neucodec,
  openai_privacy_filter: openaiPrivacyFilter,
  owlv2,
  owlvit: owlv2,
  parakeet_ctc: parakeetCtc,
  parakeet_encoder: parakeetEncoder,
  parakeet_rnnt: parakeetRnnt,
  parakeet_tdt: parakeetTdt,
  patchtsmixer,
  patchtst,
  pe_audio: peAudio,
  pe_audio_encoder: peAudioEncoder,
  pixio,
  pixtral,
  poolformer,
  pp_doclayout_v3: ppDoclayoutV3,
  pp_ocrv5_mobile_rec: ppOcrv5MobileRec,
  pp_ocrv5_server_rec: ppOcrv5ServerRec,
  pp_ocrv6_small_det: ppOcrv6SmallDet,
  pp_ocrv6_small_rec: ppOcrv6SmallRec,
  pp_ocrv6_tiny_rec: ppOcrv6SmallRec,
  pvt,
  pvt_v2: pvtV2,
  qianfan_ocr_vision: qianfanOcrVision,
  qwen2_5_vl_vision: qwen25VlVision,
  qwen2_audio_encoder: qwen2AudioEncoder,
  qwen3_5_moe_vision: qwen35MoeVision,
  qwen3_5_vision: qwen35MoeVision,
  qwen3_asr_encoder: qwen3AsrEncoder,
  qwen3_vl_moe_vision: cohereCompassVision,
  qwen3_vl_vision: cohereCompassVision,
  qwen4_exp_vision: qwen35MoeVision,
  radio,
  resnet,
  rf_detr: rfDetr,
  rt_detr: rtDetr,
  rt_detr_v2: rtDetrV2,
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
  sew,
  'sew-d': sewD,
  siglip2: siglip,
  siglip2_vision_model: siglip2VisionModel,
  smolvlm_vision: idefics3Vision,
  swiftformer,
  swin,
  swin2sr,
  swinv2,
  textnet,
  timesfm,
  timesfm2_5: timesfm25,
  timesformer,
  tipsv2,
  tipsv2_text_model: tipsv2TextModel,
  tipsv2_vision_model: dinov2WithRegisters,
  tvp,
  univnet,
  uvdoc,
  vibevoice_acoustic_tokenizer: vibevoiceAcousticTokenizer,
  vibevoice_acoustic_tokenizer_decoder: vibevoiceAcousticTokenizerDecoder,
  vibevoice_acoustic_tokenizer_encoder: vibevoiceAcousticTokenizerEncoder,
  video_llama_3_vision: videoLlama3Vision,
  videoprism,
  videoprism_vision_model: videoprismVisionModel,
  vilt,
  vitdet,
  vits,
  vivit,
  vjepa2,
  voxtral_encoder: audioflamingo3Encoder,
  voxtral_realtime_encoder: voxtralRealtimeEncoder,
  'wav2vec2-bert': wav2vec2Bert,
  wavlm,
  xclip,
  xcodec,
  xcodec2,
  yolos,
};
