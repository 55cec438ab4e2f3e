/** ViT's relatives: DINO with registers, DINOv3, BEiT, I-JEPA, Pixio, MLCD and Qianfan's tower. */
import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import type { VisionSpec } from '../../parts/vision';
import { clipNames, visionSizes, visionTower } from '../../parts/vision';
import { internvl, vitNames } from './declared';

function tower(b: Builder, s: VisionSpec): number {
  Object.assign(b.facts, { task: 'encoder', hiddenSize: s.hidden, layers: s.layers });
  return visionTower(b, s, BATCH);
}

const SCALES = ['layer_scale1.lambda1', 'layer_scale2.lambda1'] as const;

/** DINOv2 with tokens that stand for nothing, added after the positions. */
function withRegisters(b: Builder): void {
  const { c } = b;
  const sizes = { ...visionSizes(c), inner: Math.trunc(c.int('hidden_size') * c.number('mlp_ratio', 4)) };
  if (c.bool('use_mask_token', true)) b.weight('embeddings.mask_token', [1, sizes.hidden]);
  b.output(
    tower(b, {
      ...sizes,
      ...vitNames(b, ['cls_token'], sizes.hidden),
      registers: ['embeddings.register_tokens', c.int('num_register_tokens', 4)],
      path: 'encoder.layer',
      norms: ['norm1', 'norm2'],
      scales: SCALES,
      swiglu: c.bool('use_swiglu_ffn'),
    }),
  );
}

/** DINOv3: rotation instead of positions, registers, an MLP that may be gated. */
function dinov3(b: Builder): void {
  const { c } = b;
  const sizes = visionSizes(c);
  const { hidden } = sizes;
  b.weight('embeddings.mask_token', [1, 1, hidden]);
  const bias = c.bool('mlp_bias', true);
  b.output(
    tower(b, {
      ...sizes,
      kernel: ['embeddings.patch_embeddings', true],
      tokens: [['embeddings.cls_token', [1, 1, hidden]]],
      registers: ['embeddings.register_tokens', c.int('num_register_tokens', 0)],
      rotated: true,
      path: 'model.layer',
      scopes: ['attention', 'mlp'],
      norms: ['norm1', 'norm2'],
      names: ['q_proj', 'k_proj', 'v_proj', 'o_proj'],
      bias: [c.bool('query_bias', true), c.bool('key_bias'), c.bool('value_bias', true)],
      outBias: c.bool('proj_bias', true),
      mlp: ['up_proj', 'down_proj'],
      mlpBias: bias,
      ...(c.bool('use_gated_mlp') ? { gated: { bias } } : {}),
      scales: SCALES,
      postNorm: 'norm',
    }),
  );
}

/** Names by which BEiT's relatives call what they share. */
interface BeitNames {
  readonly path: string;
  readonly names: readonly [q: string, k: string, v: string, o: string];
  readonly mlp: readonly [up: string, down: string];
  readonly table: string;
  readonly sharedTable: string;
}

/** BEiT: no bias in the keys, factors on what is added, biases of distance in tables. */
function beit(b: Builder, n: BeitNames): void {
  const { c } = b;
  const sizes = visionSizes(c);
  const { hidden, heads } = sizes;
  const [rows, columns] = [0, 1].map((i) => Math.floor(sizes.image[i]! / Math.max(1, sizes.patch[i]!)));
  const places = (2 * rows! - 1) * (2 * columns! - 1) + 3;
  if (c.bool('use_mask_token')) b.weight('embeddings.mask_token', [1, 1, hidden]);
  if (c.bool('use_shared_relative_position_bias')) b.weight(n.sharedTable, [places, heads]);
  if (c.bool('use_relative_position_bias'))
    b.repeat(n.path, sizes.layers, () => b.weight(n.table, [places, heads]));
  const pooled = c.bool('use_mean_pooling', true);
  const { positions, postNorm, ...names } = vitNames(b, ['cls_token'], hidden);
  const x = tower(b, {
    ...sizes,
    ...names,
    ...(c.bool('use_absolute_position_embeddings') ? { positions } : {}),
    ...(pooled ? {} : { postNorm }),
    path: n.path,
    names: n.names,
    scopes: n.mlp[0] === 'fc1' ? ['attention', 'mlp'] : ['attention', ''],
    mlp: n.mlp,
    bias: [true, false, true],
    ...(c.number('layer_scale_init_value', 0.1) > 0 ? { scales: ['lambda_1', 'lambda_2'] as const } : {}),
  });
  b.output(x);
  if (!pooled || n.mlp[0] !== 'fc1') return;
  const mean = b.op('ReduceMean', [x, -1], [BATCH, hidden], { keepdims: 0 });
  b.output(b.norm(mean, 'pooler.layernorm', 'layer'));
}

const BEIT: BeitNames = {
  path: 'layers',
  names: ['q_proj', 'k_proj', 'v_proj', 'o_proj'],
  mlp: ['fc1', 'fc2'],
  table: 'relative_position_bias.relative_position_bias_table',
  sharedTable: 'shared_position_bias.relative_position_bias_table',
};

const DATA2VEC: BeitNames = {
  path: 'encoder.layer',
  names: ['attention.query', 'attention.key', 'attention.value', 'output.dense'],
  mlp: ['intermediate.dense', 'output.dense'],
  table: 'attention.attention.relative_position_bias.relative_position_bias_table',
  sharedTable: 'encoder.relative_position_bias.relative_position_bias_table',
};

/** I-JEPA: no class token. */
function ijepa(b: Builder): void {
  const sizes = visionSizes(b.c);
  b.output(tower(b, { ...sizes, ...vitNames(b, [], sizes.hidden) }));
}

/** Pixio: several class tokens. */
function pixio(b: Builder): void {
  const { c } = b;
  const sizes = { ...visionSizes(c), inner: Math.trunc(c.int('hidden_size') * c.number('mlp_ratio', 4)) };
  const tokens = [['embeddings.cls_token', [1, c.int('n_cls_tokens', 8), sizes.hidden]]] as const;
  b.output(tower(b, { ...sizes, ...vitNames(b, [], sizes.hidden), tokens }));
}

/** MLCD: CLIP's tower with rotation instead of positions. */
function mlcd(b: Builder): void {
  const sizes = visionSizes(b.c);
  const { hidden, heads } = sizes;
  const { positions: _, postNorm: __, ...names } = clipNames(hidden);
  const half = Math.floor(Math.floor(hidden / Math.max(1, heads)) / 2);
  b.weight('class_pos_emb', [1, half]);
  const x = tower(b, { ...sizes, ...names, rotated: true });
  b.output(x);
  b.output(b.norm(b.op('Slice', [x], [BATCH, hidden]), 'post_layernorm', 'layer'));
}

export const vitFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  dinov2_with_registers: withRegisters,
  tipsv2_vision_model: withRegisters,
  dinov3_vit: dinov3,
  beit: (b) => beit(b, BEIT),
  'data2vec-vision': (b) => beit(b, DATA2VEC),
  ijepa,
  pixio,
  mlcd,
  mlcd_vision_model: mlcd,
  qianfan_ocr_vision: (b) => internvl(b, 'layers'),
};
