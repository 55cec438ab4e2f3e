/** Image and text encoders declared with their operators: CLIP, SigLIP, ViT and what shares their shape. */
import { BATCH } from '../../../scenario/symbols';
import type { Dimension } from '../../../model/expression';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { selfAttention, tokenIds } from '../../parts/attention';
import { decoderLayer } from '../../parts/decoder';
import { plainMlp } from '../../parts/mlp';
import type { VisionSpec } from '../../parts/vision';
import { clipNames, visionSizes, visionTower } from '../../parts/vision';
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

/** SigLIP: no class token; a learned probe that attends to all patches makes the summary. */
function siglipVision(b: Builder, images: Dimension = BATCH): number {
  const { c } = b;
  const sizes = visionSizes(c);
  facts(b, sizes.hidden, sizes.layers);
  const x = visionTower(b, { ...sizes, ...clipNames(sizes.hidden, true) }, images);
  if (!c.bool('vision_use_head', true)) return x;
  return b.scope('head', () => pooled(b, x, sizes, images));
}

function pooled(b: Builder, x: number, s: ReturnType<typeof visionSizes>, images: Dimension): number {
  const { hidden, heads } = s;
  const probe = b.op('Expand', [b.param('probe', [1, 1, hidden]), -1], [images, 1, hidden]);
  const y = b.scope('attention', () => {
    const packed = b.weight('in_proj_weight', [3 * hidden, hidden]);
    b.weight('in_proj_bias', [3 * hidden]);
    const part = (from: number, out: number) =>
      b.op('MatMul', [from, b.seen(packed, [hidden, out])], [...b.shapeOf(from).slice(0, -1), out]);
    const [k, v] = b.split(part(x, 2 * hidden), [hidden, hidden]) as [number, number];
    const attributes = { q_num_heads: heads, kv_num_heads: heads, is_causal: 0 };
    const met = b.op('Attention', [part(probe, hidden), k, v], [images, 1, hidden], attributes);
    return b.linear(met, 'out_proj', hidden, { bias: true });
  });
  const n = b.norm(y, 'layernorm', 'layer');
  return b.add(
    y,
    b.scope('mlp', () => plainMlp(b, n, s.inner, s.act, { bias: true }, ['fc1', 'fc2'])),
  );
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
    b.withReader(childConfig(b.c, 'vision_config'), () => summary(b, siglipVision(b))),
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
function vitNames(b: Builder, tokens: readonly string[], hidden: number): Names {
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

export const declaredEncoders: Readonly<Record<string, (b: Builder) => void>> = {
  clip,
  siglip,
  clip_text_model: (b) => void b.output(clipText(b, true)),
  clip_vision_model: (b) => void b.output(clipVision(b)),
  chinese_clip_vision_model: (b) => void b.output(clipVision(b)),
  siglip_vision_model: (b) => void b.output(siglipVision(b)),
  vit: (b) => vit(b, ['cls_token'], true),
  vit_msn: (b) => vit(b, ['cls_token'], false),
  deit: (b) => vit(b, ['cls_token', 'distillation_token'], true),
  dinov2,
};
