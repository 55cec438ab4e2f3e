/** Vision towers over images of open size: those of Qwen-VL, GLM-V, Kimi-VL and Pixtral. */
import { multiply } from '../../../model/arithmetic';
import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import type { Grid } from '../../parts/grid';
import { openGrid, patchKernel } from '../../parts/grid';
import type { GridTower } from '../../parts/gridTower';
import { gridTower, sideBySide } from '../../parts/gridTower';
import { gatedMlp, plainMlp } from '../../parts/mlp';
import { probed } from '../../parts/vision';

interface Sizes {
  readonly hidden: number;
  readonly heads: number;
  readonly layers: number;
  readonly merge: number;
  readonly out: number;
  readonly act: string;
}

function sizesOf(b: Builder, hiddenKey = 'hidden_size', outKey = 'out_hidden_size'): Sizes {
  const { c } = b;
  return {
    hidden: c.int(hiddenKey),
    heads: c.int('num_heads'),
    layers: c.int('depth'),
    merge: c.int('spatial_merge_size', 2),
    out: c.int(outKey),
    act: c.string('hidden_act', 'silu'),
  };
}

/** The grid and its patches, each of `temporal_patch_size` frames. */
function framed(b: Builder, s: Sizes, bias: boolean): [grid: Grid, x: number] {
  const { c } = b;
  const patch = c.int('patch_size');
  const grid = openGrid(b, patch, s.merge);
  const kernel = [s.hidden, c.int('in_channels'), c.int('temporal_patch_size'), patch, patch];
  return [grid, b.scope('patch_embed', () => patchKernel(b, grid, 'proj', kernel, bias))];
}

/** A norm of each patch, then two products over `merge²` patches side by side. */
function merger(
  b: Builder,
  x: number,
  grid: Grid,
  s: Sizes,
  names: readonly [norm: string, up: string, down: string],
  how: { readonly norm?: 'layer' | 'rms'; readonly after?: boolean } = {},
): number {
  const normed = how.after ? x : b.norm(x, names[0], how.norm ?? 'layer');
  const wide = sideBySide(b, normed, grid, s.merge);
  const h = how.after ? b.norm(wide, names[0], how.norm ?? 'layer') : wide;
  const up = b.activate(b.linear(h, names[1], b.widthOf(h), { bias: true }), 'gelu');
  return b.linear(up, names[2], s.out, { bias: true });
}

/** Qwen2-VL. */
function qwen2(b: Builder): void {
  const s = sizesOf(b, 'embed_dim', 'hidden_size');
  const inner = Math.trunc(s.hidden * b.c.number('mlp_ratio', 4));
  const [grid, patches] = framed(b, s, false);
  const mlp = (x: number) =>
    plainMlp(b, x, inner, b.c.string('hidden_act', 'gelu'), { bias: true }, ['fc1', 'fc2']);
  const x = gridTower(b, patches, grid, { ...s, mlp });
  b.output(b.scope('merger', () => merger(b, x, grid, s, ['ln_q', 'mlp.0', 'mlp.2'])));
}

/** Qwen2.5-VL: gated MLPs, and windows in all but a few layers; EXAONE 4.5 shares keys among heads. */
function qwen25(b: Builder): void {
  const { c } = b;
  const s = sizesOf(b);
  const inner = c.int('intermediate_size');
  const full = new Set(c.ints('fullatt_block_indexes') ?? []);
  const side = Math.floor(c.int('window_size') / Math.max(1, c.int('patch_size') * s.merge)) * s.merge;
  const [grid, patches] = framed(b, s, false);
  const x = gridTower(b, patches, grid, {
    ...s,
    kvHeads: c.int('num_key_value_heads', s.heads),
    norm: 'rms',
    mlp: (h) => gatedMlp(b, h, inner, s.act, { bias: true }),
    windowOf: (i) => (full.has(i) || side <= 0 ? undefined : side),
  });
  const names = ['ln_q', 'mlp.0', 'mlp.2'] as const;
  b.output(b.scope('merger', () => merger(b, x, grid, s, names, { norm: 'rms' })));
}

/** Qwen3-VL: learned positions too, and mergers after some layers, whose results are added to the text's first layers. */
function qwen3(b: Builder, deep: boolean): void {
  const { c } = b;
  const s = sizesOf(b);
  const inner = c.int('intermediate_size');
  const [grid, patches] = framed(b, s, true);
  const at = b.param('pos_embed.weight', [c.int('num_position_embeddings'), s.hidden]);
  const placed = b.add(patches, b.op('Resize', [at], [grid.patches, s.hidden]));
  const names = ['linear_fc1', 'linear_fc2'] as const;
  const x = gridTower(b, placed, grid, {
    ...s,
    mlp: (h) => plainMlp(b, h, inner, c.string('hidden_act', 'gelu'), { bias: true }, names),
  });
  b.output(b.scope('merger', () => merger(b, x, grid, s, ['norm', ...names])));
  const taken = deep ? (c.ints('deepstack_visual_indexes') ?? []).length : 0;
  b.repeat('deepstack_merger_list', taken, () => merger(b, x, grid, s, ['norm', ...names], { after: true }));
}

/** How GLM's towers differ. */
interface GlmTower {
  /** Width of the MLP in the layers, and of the merger's. */
  readonly inner: number;
  readonly mergerInner: number;
  /** Biases in attention and MLP, and in the output projection. */
  readonly bias: boolean;
  readonly qkvBias: boolean;
  readonly qkNorm?: boolean;
  /** A norm after the patches and positions from a table. */
  readonly placed?: boolean;
}

/** GLM-4V and its relatives: `merge²` patches by one kernel, then a gated MLP. */
function glm(b: Builder, g: GlmTower): void {
  const { c } = b;
  const s = sizesOf(b);
  const [grid, patches] = framed(b, s, true);
  let x = patches;
  if (g.placed) {
    x = b.norm(x, 'post_conv_layernorm');
    const rows = Math.floor(c.int('image_size') / Math.max(1, c.int('patch_size'))) ** 2;
    const table = b.param('embeddings.position_embedding.weight', [rows, s.hidden]);
    x = b.add(x, b.op('Resize', [table], [grid.patches, s.hidden]));
  }
  const tower: GridTower = {
    ...s,
    norm: 'rms',
    bias: g.qkvBias,
    outBias: g.bias,
    qkNorm: g.qkNorm ?? false,
    mlp: (h) => gatedMlp(b, h, g.inner, s.act, { bias: g.bias }),
  };
  x = b.norm(gridTower(b, x, grid, tower), 'post_layernorm');
  const merged = multiply(BATCH, grid.merged);
  const sides = [s.merge, s.merge];
  const cut = b.reshape(x, [merged, s.hidden, ...sides]);
  const kernel = b.param('downsample.weight', [s.out, s.hidden, ...sides]);
  const inputs = [cut, kernel, b.param('downsample.bias', [s.out])];
  const down = b.op('Conv', inputs, [merged, s.out, 1, 1], { kernel_shape: sides, strides: sides });
  const rows = b.reshape(down, [BATCH, grid.merged, s.out]);
  const out = b.scope('merger', () => {
    const normed = b.norm(b.linear(rows, 'proj', s.out), 'post_projection_norm', 'layer');
    return gatedMlp(b, b.activate(normed, 'gelu'), g.mergerInner, s.act);
  });
  b.output(out);
}

function glm4v(b: Builder): void {
  const { c } = b;
  const [inner, mergerInner] = [c.int('out_hidden_size'), c.int('intermediate_size')];
  glm(b, { inner, mergerInner, bias: false, qkvBias: c.bool('attention_bias'), placed: true });
}

/** GLM-OCR, and GLM-5 Next with a width of its own in the merger. */
function glmOcr(b: Builder, mergerInner: number): void {
  const { c } = b;
  const bias = c.bool('attention_bias', true);
  glm(b, { inner: c.int('intermediate_size'), mergerInner, bias, qkvBias: bias, qkNorm: true });
}

/** Pixtral: norms without biases, rotation by rows and columns, nothing merged. */
function pixtral(b: Builder): void {
  const { c } = b;
  const [hidden, patch, inner] = [c.int('hidden_size'), c.int('patch_size'), c.int('intermediate_size')];
  const grid = openGrid(b, patch);
  const kernel = [hidden, c.int('num_channels', 3), patch, patch];
  const x = b.norm(patchKernel(b, grid, 'patch_conv', kernel, false), 'ln_pre');
  const y = gridTower(b, x, grid, {
    hidden,
    heads: c.int('num_attention_heads'),
    layers: c.int('num_hidden_layers'),
    path: 'transformer.layers',
    norm: 'rms',
    norms: ['attention_norm', 'ffn_norm'],
    scopes: ['attention', 'feed_forward'],
    names: ['q_proj', 'k_proj', 'v_proj', 'o_proj'],
    bias: false,
    rotary: 'product',
    mlp: (h) => gatedMlp(b, h, inner, c.string('hidden_act', 'silu')),
  });
  b.output(y);
}

/** Kimi-VL's tower: learned positions and rotation; `merge_kernel_size` patches become one token after it. */
function kimi(b: Builder): void {
  const { c } = b;
  const [hidden, patch, inner] = [c.int('hidden_size'), c.int('patch_size'), c.int('intermediate_size')];
  const merge = c.ints('merge_kernel_size')?.[0] ?? 2;
  const grid = openGrid(b, patch, merge);
  const x = b.scope('patch_embed', () => {
    const patches = patchKernel(b, grid, 'proj', [hidden, 3, patch, patch], true);
    const sides = [c.int('pos_emb_height'), c.int('pos_emb_width')];
    const table = b.param('pos_emb.position_embeddings', [...sides, hidden]);
    return b.add(patches, b.op('Resize', [table], [grid.patches, hidden]));
  });
  const y = gridTower(b, x, grid, {
    hidden,
    heads: c.int('num_attention_heads'),
    layers: c.int('num_hidden_layers'),
    path: 'layers',
    names: ['q_proj', 'k_proj', 'v_proj', 'proj'],
    mlp: (h) => plainMlp(b, h, inner, c.string('hidden_act', 'gelu'), { bias: true }, ['fc1', 'fc2']),
  });
  b.output(b.reshape(b.norm(y, 'final_layernorm', 'layer'), [BATCH, grid.merged, merge * merge, hidden]));
}

/** VideoLLaMA 3's tower: SigLIP's layers with rotation and no learned positions. */
function videoLlama3(b: Builder): void {
  const { c } = b;
  const [hidden, patch, inner] = [c.int('hidden_size'), c.int('patch_size'), c.int('intermediate_size')];
  const grid = openGrid(b, patch);
  const kernel = [hidden, c.int('num_channels', 3), patch, patch];
  const x = b.scope('embeddings', () => patchKernel(b, grid, 'patch_embedding', kernel, true));
  const y = gridTower(b, x, grid, {
    hidden,
    heads: c.int('num_attention_heads'),
    layers: c.int('num_hidden_layers'),
    path: 'encoder.layers',
    norms: ['layer_norm1', 'layer_norm2'],
    scopes: ['self_attn', 'mlp'],
    names: ['q_proj', 'k_proj', 'v_proj', 'out_proj'],
    mlp: (h) => plainMlp(b, h, inner, c.string('hidden_act', 'gelu'), { bias: true }, ['fc1', 'fc2']),
  });
  b.output(b.norm(y, 'post_layernorm', 'layer'));
}

/** SigLIP 2 with images of open size: rows of patches through a matrix, learned positions fitted to the grid. */
function siglip2(b: Builder): void {
  const { c } = b;
  const [hidden, patch, inner] = [c.int('hidden_size'), c.int('patch_size'), c.int('intermediate_size')];
  const grid = openGrid(b, patch);
  const heads = c.int('num_attention_heads');
  const act = c.string('hidden_act', 'gelu');
  const x = b.scope('embeddings', () => {
    const pixels = b.input('pixel_values', [BATCH, grid.patches, c.int('num_channels', 3) * patch * patch]);
    const patches = b.linear(pixels, 'patch_embedding', hidden, { bias: true });
    const table = b.param('position_embedding.weight', [c.int('num_patches'), hidden]);
    return b.add(patches, b.op('Resize', [table], [grid.patches, hidden]));
  });
  const y = gridTower(b, x, grid, {
    hidden,
    heads,
    layers: c.int('num_hidden_layers'),
    path: 'encoder.layers',
    norms: ['layer_norm1', 'layer_norm2'],
    scopes: ['self_attn', 'mlp'],
    names: ['q_proj', 'k_proj', 'v_proj', 'out_proj'],
    rotary: false,
    mlp: (h) => plainMlp(b, h, inner, act, { bias: true }, ['fc1', 'fc2']),
  });
  const states = b.output(b.norm(y, 'post_layernorm', 'layer'));
  if (c.bool('vision_use_head', true))
    b.output(b.scope('head', () => probed(b, states, { hidden, heads, inner, act }, BATCH)));
}

export const gridTowers: Readonly<Record<string, (b: Builder) => void>> = {
  qwen2_vl_vision: qwen2,
  qwen2_5_vl_vision: qwen25,
  exaone4_5_vision: qwen25,
  qwen3_vl_vision: (b) => qwen3(b, true),
  qwen3_vl_moe_vision: (b) => qwen3(b, true),
  cohere_compass_vision: (b) => qwen3(b, true),
  qwen3_5_vision: (b) => qwen3(b, false),
  qwen3_5_moe_vision: (b) => qwen3(b, false),
  qwen4_exp_vision: (b) => qwen3(b, false),
  glm4v_vision: glm4v,
  glm4v_moe_vision: glm4v,
  glm_ocr_vision: (b) => glmOcr(b, b.c.int('in_channels') * b.c.int('out_hidden_size')),
  glm5_next_vision: (b) => glmOcr(b, b.c.int('projection_intermediate_size')),
  pixtral,
  kimi_k25_vision: kimi,
  video_llama_3_vision: videoLlama3,
  siglip2_vision_model: siglip2,
};
