import { waveClasses } from './waves';
import { imageClassifiers } from './imageClassifiers';
import { distilbertClasses } from './distilbert';
import { albertClasses } from './albert';
import { debertaV2Classes } from './debertaV2';
import { debertaClasses } from './deberta';
import { mpnetClasses } from './mpnet';
import { modernbertClasses } from './modernbert';
import { squeezebertClasses } from './squeezebert';
import { convbertClasses } from './convbert';
import { mobilebertClasses } from './mobilebert';
import { layoutlmClasses } from './layoutlm';
import { layoutlmv3Classes } from './layoutlmv3';
import { longformerClasses } from './longformer';
import { nomicBertClasses } from './nomicBert';
import { eurobertClasses } from './eurobert';
import { gteClasses } from './gte';
import { wav2vec2ConformerClasses } from './wav2vec2Conformer';
import { wav2vec2BertClasses } from './wav2vec2Bert';
import { vitClasses } from './vit';
import { deitClasses } from './deit';
import { beitClasses } from './beit';
import { dinov2Classes } from './dinov2';
import { mobilenetV2Classes } from './mobilenetV2';
import { mobilevitClasses } from './mobilevit';
import { segformerClasses } from './segformer';
import { efficientnetClasses } from './efficientnet';
import { poolformerClasses } from './poolformer';
import { vitMaeClasses } from './vitMae';
import { ijepaClasses } from './ijepa';
import { t5Classes } from './t5';
import { mt5Classes } from './mt5';
import { umt5Classes } from './umt5';
import { longt5Classes } from './longt5';
import { m2m100Classes } from './m2m100';
import { bartClasses } from './bart';
import { mbartClasses } from './mbart';
import { plbartClasses } from './plbart';
import { mvpClasses } from './mvp';
import { whisperClasses } from './whisper';
import { prophetnetClasses } from './prophetnet';
import { bigbirdPegasusClasses } from './bigbirdPegasus';
import { ledClasses } from './led';
import { speechToTextClasses } from './speechToText';
import { clipClasses } from './clip';
import { siglipClasses } from './siglip';
import { gemma4Classes } from './gemma4';
import { gitClasses } from './git';
import { fuyuClasses } from './fuyu';
import { audioSpectrogramTransformerClasses } from './audioSpectrogramTransformer';
import { yolosClasses } from './yolos';
import { videomaeClasses } from './videomae';
import { vivitClasses } from './vivit';
import { timesformerClasses } from './timesformer';
import { blipClasses } from './blip';

/** Families by the name of the class (`architectures` of a config). */
export const classFamilies = {
  ...imageClassifiers,
  ...waveClasses,
  ...distilbertClasses,
  ...albertClasses,
  ...debertaV2Classes,
  ...debertaClasses,
  ...mpnetClasses,
  ...modernbertClasses,
  ...squeezebertClasses,
  ...convbertClasses,
  ...mobilebertClasses,
  ...layoutlmClasses,
  ...layoutlmv3Classes,
  ...longformerClasses,
  ...nomicBertClasses,
  ...eurobertClasses,
  ...gteClasses,
  ...wav2vec2ConformerClasses,
  ...wav2vec2BertClasses,
  ...vitClasses,
  ...deitClasses,
  ...beitClasses,
  ...dinov2Classes,
  ...mobilenetV2Classes,
  ...mobilevitClasses,
  ...segformerClasses,
  ...efficientnetClasses,
  ...poolformerClasses,
  ...vitMaeClasses,
  ...ijepaClasses,
  ...t5Classes,
  ...mt5Classes,
  ...umt5Classes,
  ...longt5Classes,
  ...m2m100Classes,
  ...bartClasses,
  ...mbartClasses,
  ...plbartClasses,
  ...mvpClasses,
  ...whisperClasses,
  ...prophetnetClasses,
  ...bigbirdPegasusClasses,
  ...ledClasses,
  ...speechToTextClasses,
  ...clipClasses,
  ...siglipClasses,
  ...gemma4Classes,
  ...gitClasses,
  ...fuyuClasses,
  ...audioSpectrogramTransformerClasses,
  ...yolosClasses,
  ...videomaeClasses,
  ...vivitClasses,
  ...timesformerClasses,
  ...blipClasses,
};
