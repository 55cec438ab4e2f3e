import type { Builder } from './builder';
import { classFamilies } from './families/classes';
import { causalFamilies } from './families/causal';
import { diffusersFamilies } from './families/diffusers';
import { maskedFamilies } from './families/masked';
import { sequenceFamilies } from './families/sequence';
import { imageTextFamilies } from './families/imageText';
import { speechFamilies } from './families/speech';
import { pretrainingFamilies } from './families/pretraining';
import { encodersFamilies } from './families/encoders';
import { bartFamilies } from './families/bart';
import { bertFamilies } from './families/bert';
import { bertHeadFamilies } from './families/bertHeads';
import { bertRelatives } from './families/bertRelatives';
import { deltaNetFamilies } from './families/deltaNet';
import { gemmaFamilies } from './families/gemma';
import { gpt2Families } from './families/gpt2';
import { gptFamilies } from './families/gptLike';
import { gemmaNanoFamilies } from './families/gemmaNano';
import { hybridFamilies } from './families/hybrids';
import { moreMixtureFamilies } from './families/moreMixtures';
import { latentFamilies } from './families/latent';
import { llamaFamilies } from './families/llama';
import { mixtureFamilies } from './families/mixtures';
import { parallelFamilies } from './families/parallel';
import { recurrentFamilies } from './families/recurrent';
import { recurrentUnitFamilies } from './families/recurrentUnits';
import { streamedFamilies } from './families/streamed';
import { t5Families } from './families/t5';
import { textFamilies } from './families/texts';
import { zambaFamilies } from './families/zamba';
import { remoteCodeFamilies } from './families/remoteCode';
import { decoderVariantFamilies } from './families/decoderVariants';
import { nestedTextFamilies } from './families/nestedText';
import { variantFamilies } from './families/variants';

/** Declares a model into the builder, from the config the builder holds. */
export type Family = (b: Builder) => void;

/** By model type; where classes of one type differ in shape, also by the name of the class (`BartForCausalLM`). */
const FAMILIES: Readonly<Record<string, Family>> = {
  ...classFamilies,
  ...causalFamilies,
  ...diffusersFamilies,
  ...encodersFamilies,
  ...pretrainingFamilies,
  ...speechFamilies,
  ...imageTextFamilies,
  ...sequenceFamilies,
  ...maskedFamilies,
  ...llamaFamilies,
  ...gemmaFamilies,
  ...mixtureFamilies,
  ...parallelFamilies,
  ...variantFamilies,
  ...gptFamilies,
  ...gemmaNanoFamilies,
  ...hybridFamilies,
  ...moreMixtureFamilies,
  ...latentFamilies,
  ...recurrentFamilies,
  ...deltaNetFamilies,
  ...recurrentUnitFamilies,
  ...zambaFamilies,
  ...streamedFamilies,
  ...textFamilies,
  ...t5Families,
  ...remoteCodeFamilies,
  ...decoderVariantFamilies,
  ...nestedTextFamilies,
  ...gpt2Families,
  ...bartFamilies,
  ...bertFamilies,
  ...bertHeadFamilies,
  ...bertRelatives,
};

/** The family of a model type, or of the class that the file names; undefined when nobody declared it. */
export function familyOf(modelType: string, architecture = ''): Family | undefined {
  if (Object.hasOwn(FAMILIES, architecture)) return FAMILIES[architecture];
  return Object.hasOwn(FAMILIES, modelType) ? FAMILIES[modelType] : undefined;
}

/** All declared model types, sorted. */
export function declaredTypes(): readonly string[] {
  return Object.keys(FAMILIES).sort();
}
