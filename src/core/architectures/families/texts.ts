/**
 * The text parts of models that read images too, by the type of their nested config. Alone, such a type is the class
 * without a head; inside another model it is built with that model's head.
 */
import type { Builder } from '../builder';
import type { DecoderSpec } from '../parts/decoder';
import { denseFirst } from '../parts/mixture';
import { gatedMlp } from '../parts/mlp';
import { headsOf, windowsOf } from '../parts/sizes';
import { activationOf, llama, packed, plain, qwenWindows } from './llama';
import { glm5NextText } from './glm5Next';
import { moeLlama, qwenSparse } from './mixtures';

type Frame = Partial<Omit<DecoderSpec, 'layer'>>;
type TextPart = (b: Builder, frame: Frame) => void;

/** Positions of time, height and width. */
const AXES = { axes: 3 };

const qwen2: TextPart = (b, frame) =>
  llama(b, { attention: { bias: true, outBias: false, ...AXES }, windowOf: qwenWindows(b.c), ...frame });

/** GLM-4 with positions of three axes. */
const glm4 =
  (bias: boolean | undefined): TextPart =>
  (b, frame) =>
    llama(b, {
      attention: { bias: bias ?? b.c.bool('attention_bias'), outBias: false, ...AXES },
      mlp: packed(b),
      after: ['post_self_attn_layernorm', 'post_mlp_layernorm'],
      ...frame,
    });

const qwen3: TextPart = (b, frame) => llama(b, { attention: { qkNorm: 'head', ...AXES }, ...frame });

const qwen3Moe: TextPart = (b, frame) =>
  moeLlama(b, {}, { attention: { qkNorm: 'head', ...AXES }, ...frame }, qwenSparse(b.c));

const glm4Moe: TextPart = (b, frame) => {
  const { c } = b;
  const shared = c.int('n_shared_experts') * c.int('moe_intermediate_size');
  const options = { shared: ['shared_experts', shared] as const };
  const attention = { outBias: false, ...AXES };
  moeLlama(b, options, { attention, ...frame }, denseFirst(c, c.int('first_k_dense_replace')));
};

const ernie: TextPart = (b, frame) => {
  const { c } = b;
  const bias = c.bool('use_bias');
  llama(b, {
    // Its head is the embedding's whatever the outer config says.
    tied: true,
    attention: { bias, outBias: bias, ...AXES },
    mlp: (x) => gatedMlp(b, x, c.int('intermediate_size'), activationOf(c), { bias }),
    ...frame,
  });
};

/** Muse Glimmer: norms around, a gate on the result of attention, no rotation where `layer_rope_theta` is 0. */
const museGlimmer: TextPart = (b, frame) => {
  const { c } = b;
  const { heads, headDim } = headsOf(c);
  llama(b, {
    before: ['input_layernorm', 'pre_feedforward_layernorm'],
    after: ['post_attention_layernorm', 'post_feedforward_layernorm'],
    windowOf: windowsOf(c, () => 'full_attention'),
    attention: {
      qkNorm: 'head',
      qkNormKind: 'none',
      beforeOut: (y, x) =>
        b.mul(y, b.op('Sigmoid', [b.linear(x, 'gate_proj', heads * headDim)], b.shapeOf(y))),
    },
    ...frame,
  });
};

/** MLPs without a gate. */
const cosmos3Edge: TextPart = (b, frame) =>
  llama(b, { tied: false, attention: AXES, mlp: plain(b, ['fc1', 'fc2']), ...frame });

export const TEXT_PARTS: Readonly<Record<string, TextPart>> = {
  qwen2_vl_text: qwen2,
  qwen2_5_vl_text: qwen2,
  qwen2_5_omni_text: qwen2,
  qwen3_vl_text: qwen3,
  qwen3_vl_moe_text: qwen3Moe,
  qwen3_omni_moe_text: qwen3Moe,
  glm4v_text: glm4(true),
  glm_ocr_text: glm4(false),
  glm_image_text: glm4(undefined),
  glm4v_moe_text: glm4Moe,
  paddleocr_vl_text: ernie,
  muse_glimmer_text: museGlimmer,
  cosmos3_edge_text: cosmos3Edge,
  glm5_next_text: glm5NextText,
};

/** The types as classes of their own: no prefix before the names and no head. */
export const textFamilies: Readonly<Record<string, (b: Builder) => void>> = Object.fromEntries(
  Object.entries(TEXT_PARTS).map(([type, part]) => [type, (b: Builder) => part(b, { trunk: '', head: '' })]),
);

/** The same with the usual names and head, for the model around it. */
export function textPartOf(modelType: string): ((b: Builder) => void) | undefined {
  const part = Object.hasOwn(TEXT_PARTS, modelType) ? TEXT_PARTS[modelType] : undefined;
  return part && ((b) => part(b, {}));
}
