/** Image and text encoders declared with their operators: CLIP, SigLIP, ViT and what shares their shape. */
import { BATCH } from '../../../scenario/symbols';
import type { Dimension } from '../../../model/expression';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { selfAttention, tokenIds } from '../../parts/attention';
import { decoderLayer } from '../../parts/decoder';
import { plainMlp } from '../../parts/mlp';
import type { VisionSpec } from '../../parts/vision';
import { clipNames, probed, visionSizes, visionTower } from '../../parts/vision';
import { positions } from '../gpt2';
import { multiHead } from '../gptLike';
import { activationOf } from '../llama';

function facts(b: Builder, hidden: number, layers: number): void {
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers });
}

function clipVision(b: Builder, images: Dimension = BATCH): number {
  const sizes = visionSizes(b.c);
  facts(b, sizes.hidden, sizes.layers);
  return visionTower(b, { ...sizes, ...clipNames(sizes.hidden) }, images);
}

/** SigLIP: no class token; a learned probe that attends to all patches makes the summary. Hidden states, summary. */
function siglipVision(b: Builder, images: Dimension = BATCH): readonly number[] {
  const { c } = b;
  const sizes = visionSizes(c);
  facts(b, sizes.hidden, sizes.layers);
  const x = visionTower(b, { ...sizes, ...clipNames(sizes.hidden, true) }, images);
  return c.bool('vision_use_head', true) ? [x, b.scope('head', () => probed(b, x, sizes, images))] : [x];
}

/** CLIP's and SigLIP's text encoders over learned positions; CLIP's is causal, neither keeps a cache. */
function clipText(b: Builder, causal: boolean): number {
  const { c } = b;
  const [hidden, layers] = [c.int('hidden_size'), c.int('num_hidden_layers')];
  const names = ['q_proj', 'k_proj', 'v_proj', 'out_proj'] as const;
  const how = causal ? { causal, cached: false, expanded: true } : { causal };
  const spec = { ...multiHead(c), ...how, names, bias: true, outBias: true, rotary: 0 };
  let x = b.scope('embeddings', () => {
    const words = b.embedding(tokenIds(b), 'token_embedding', c.int('vocab_size'), hidden);
    return b.add(words, positions(b, 'position_embedding', c.int('max_position_embeddings'), hidden));
  });
  b.repeat('encoder.layers', layers, () => {
    x = decoderLayer(b, x, 0, {
      before: ['layer_norm1', 'layer_norm2'],
      kind: 'layer',
      attention: (n) => selfAttention(b, n, spec),
      mlp: (n) =>
        plainMlp(b, n, c.int('intermediate_size'), activationOf(c, 'gelu'), { bias: true }, ['fc1', 'fc2']),
    });
  });
  facts(b, hidden, layers);
  b.facts.vocabularySize = c.int('vocab_size');
  return b.norm(x, 'final_layer_norm', 'layer');
}

/** The row that stands for the whole: [batch, width]. */
function summary(b: Builder, x: number): number {
  return b.op('Slice', [x], [b.shapeOf(x)[0]!, b.widthOf(x)]);
}

/** CLIP: both encoders and a projection of each summary; similarities of all pairs. */
function clip(b: Builder): void {
  const width = b.c.int('projection_dim');
  const parts = [
    ['text_model', 'text_config', 'text_projection', (): number => clipText(b, true)],
    ['vision_model', 'vision_config', 'visual_projection', (): number => clipVision(b)],
  ] as const;
  const [text, image] = parts.map(([scope, key, projection, build]) => {
    const x = b.scope(scope, () => b.withReader(childConfig(b.c, key), build));
    return b.linear(summary(b, x), projection, width);
  }) as [number, number];
  similarity(b, text, image, width);
  b.weight('logit_scale', []);
}

function siglip(b: Builder): void {
  const text = b.scope('text_model', () =>
    b.withReader(childConfig(b.c, 'text_config'), () => {
      const x = clipText(b, false);
      const width = b.c.int('projection_size', b.c.int('hidden_size'));
      return b.linear(summary(b, x), 'head', width, { bias: true });
    }),
  );
  const image = b.scope('vision_model', () =>
    b.withReader(childConfig(b.c, 'vision_config'), () => summary(b, siglipVision(b).at(-1)!)),
  );
  similarity(b, text, image, b.widthOf(text));
  for (const name of ['logit_scale', 'logit_bias']) b.weight(name, [1]);
}

function similarity(b: Builder, text: number, image: number, width: number): void {
  const turned = b.op('Transpose', [image], [width, BATCH]);
  b.output(b.op('MatMul', [text, turned], [BATCH, BATCH]));
}

type Names = Omit<VisionSpec, keyof ReturnType<typeof visionSizes>>;

/** ViT's names. */
export function vitNames(b: Builder, tokens: readonly string[], hidden: number): Names {
  const biased = b.c.bool('qkv_bias', true);
  return {
    kernel: ['embeddings.patch_embeddings.projection', true],
    tokens: tokens.map((name) => [`embeddings.${name}`, [1, 1, hidden]] as const),
    positions: ['embeddings.position_embeddings', 'tensor'],
    postNorm: 'layernorm',
    path: 'layers',
    scopes: ['attention', 'mlp'],
    norms: ['layernorm_before', 'layernorm_after'],
    names: ['q_proj', 'k_proj', 'v_proj', 'o_proj'],
    bias: biased,
  };
}

/** ViT and DeiT; the pooler reads the first token. */
function vit(b: Builder, tokens: readonly string[], pooler: boolean): void {
  const sizes = visionSizes(b.c);
  const x = visionTower(b, { ...sizes, ...vitNames(b, tokens, sizes.hidden) }, BATCH);
  facts(b, sizes.hidden, sizes.layers);
  const width = b.c.int('pooler_output_size', sizes.hidden);
  b.output(pooler ? b.linear(summary(b, x), 'pooler.dense', width, { bias: true }) : x);
}

/** DINOv2: factors on what attention and MLP add; `mlp_ratio` instead of a width. */
function dinov2(b: Builder): void {
  const { c } = b;
  const sizes = { ...visionSizes(c), inner: Math.trunc(c.int('hidden_size') * c.number('mlp_ratio', 4)) };
  if (c.bool('use_mask_token', true)) b.weight('embeddings.mask_token', [1, sizes.hidden]);
  const names: Names = {
    ...vitNames(b, ['cls_token'], sizes.hidden),
    path: 'encoder.layer',
    norms: ['norm1', 'norm2'],
    scales: ['layer_scale1.lambda1', 'layer_scale2.lambda1'],
    swiglu: c.bool('use_swiglu_ffn'),
  };
  facts(b, sizes.hidden, sizes.layers);
  b.output(visionTower(b, { ...sizes, ...names }, BATCH));
}

/** SigLIP's tower without a summary. */
function siglipTower(b: Builder): void {
  const sizes = visionSizes(b.c);
  facts(b, sizes.hidden, sizes.layers);
  b.output(visionTower(b, { ...sizes, ...clipNames(sizes.hidden, true) }, BATCH));
}

/** InternViT: factors on what attention and MLP add, norms of queries and keys where they are asked for. */
export function internvl(b: Builder, path = 'encoder.layer'): void {
  const { c } = b;
  const sizes = visionSizes(c);
  const { hidden } = sizes;
  if (c.bool('use_mask_token')) b.weight('embeddings.mask_token', [1, 1, hidden]);
  facts(b, hidden, sizes.layers);
  const placed = c.bool('use_absolute_position_embeddings', true);
  const spec: VisionSpec = {
    ...sizes,
    ...vitNames(b, ['cls_token'], hidden),
    ...(placed ? {} : { positions: undefined }),
    ...(c.bool('use_mean_pooling') ? { postNorm: undefined } : {}),
    path,
    scales: ['lambda_1', 'lambda_2'],
    names: ['q_proj', 'k_proj', 'v_proj', 'projection_layer'],
    bias: c.bool('attention_bias'),
    qkNorm: c.bool('use_qk_norm'),
  };
  b.output(visionTower(b, spec, BATCH));
}

/** Ovis 2's: RMS norms, gated MLPs, and a head that spreads each token over a vocabulary of images. */
function ovis2(b: Builder): void {
  const { c } = b;
  const sizes = visionSizes(c);
  const biased = c.bool('qkv_bias');
  const x = b.scope('transformer', () =>
    visionTower(
      b,
      {
        ...sizes,
        ...clipNames(sizes.hidden, true),
        kernelNorm: 'embeddings.rms_norm',
        norm: 'rms',
        postNorm: 'rms_norm',
        scopes: ['attention', 'ffn'],
        norms: ['rms_norm1', 'rms_norm2'],
        bias: biased,
        outBias: biased,
        gated: { bias: c.bool('mlp_bias') },
      },
      BATCH,
    ),
  );
  const stride = Math.max(1, c.int('hidden_stride', 1));
  const side = Math.ceil(sizes.image[0] / Math.max(1, sizes.patch[0]) / stride);
  const wide = b.reshape(x, [BATCH, side * side, sizes.hidden * stride * stride]);
  const words = c.int('vocab_size') - c.int('num_visual_indicator_tokens');
  const logits = b.norm(b.linear(wide, 'head_linear', words), 'head_norm', 'layer');
  facts(b, sizes.hidden, sizes.layers);
  b.output(b.op('Softmax', [logits], b.shapeOf(logits), { axis: -1 }));
}

/** BLIP-2's: queries, keys and values in one tensor. */
function blip2(b: Builder): void {
  const sizes = visionSizes(b.c);
  const { hidden } = sizes;
  facts(b, hidden, sizes.layers);
  const spec: VisionSpec = {
    ...sizes,
    ...clipNames(hidden, true),
    tokens: [['embeddings.class_embedding', [1, 1, hidden]]],
    positions: ['embeddings.position_embedding', 'tensor'],
    names: ['', '', '', 'projection'],
    packed: 'qkv',
    bias: b.c.bool('qkv_bias', true),
  };
  b.output(visionTower(b, spec, BATCH));
}

export const declaredEncoders: Readonly<Record<string, (b: Builder) => void>> = {
  clip,
  siglip,
  clip_text_model: (b) => void b.output(clipText(b, true)),
  clip_vision_model: (b) => void b.output(clipVision(b)),
  chinese_clip_vision_model: (b) => void b.output(clipVision(b)),
  siglip_vision_model: (b) => siglipVision(b).forEach((x) => b.output(x)),
  idefics2_vision: siglipTower,
  idefics3_vision: siglipTower,
  smolvlm_vision: siglipTower,
  internvl_vision: (b) => internvl(b),
  ovis2_vision_model: ovis2,
  blip_2_vision_model: blip2,
  vit: (b) => vit(b, ['cls_token'], true),
  vit_msn: (b) => vit(b, ['cls_token'], false),
  deit: (b) => vit(b, ['cls_token', 'distillation_token'], true),
  dinov2,
};
