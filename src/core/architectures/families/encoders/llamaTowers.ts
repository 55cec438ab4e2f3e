/** The vision towers of Llama 3.2 and Llama 4, over images cut into tiles of one size. */
import { multiply } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { selfAttention } from '../../parts/attention';
import { decoderLayer } from '../../parts/decoder';
import { rotateInGrid } from '../../parts/grid';
import { plainMlp } from '../../parts/mlp';
import { pairOf, patchesOf } from '../../parts/vision';

const NORMS = ['input_layernorm', 'post_attention_layernorm'] as const;

function layer(
  b: Builder,
  x: number,
  heads: number,
  bias: boolean,
  rotated: boolean,
  gates: boolean,
): number {
  const { c } = b;
  const headDim = Math.floor(b.widthOf(x) / Math.max(1, heads));
  const shape = { heads, kvHeads: heads, headDim, causal: false, bias, outBias: bias, rotary: 0 } as const;
  const turn = (y: number) => rotateInGrid(b, y, heads);
  const rotation = rotated ? { normQk: (q: number, k: number): [number, number] => [turn(q), turn(k)] } : {};
  const act = c.string('hidden_act', 'gelu');
  return decoderLayer(b, x, 0, {
    before: NORMS,
    kind: 'layer',
    attention: (n) => selfAttention(b, n, { ...shape, ...rotation }),
    mlp: (n) => plainMlp(b, n, c.int('intermediate_size'), act, { bias: true }, ['fc1', 'fc2']),
    outOf: (y, part) => (gates ? b.mul(y, b.param(part === 0 ? 'gate_attn' : 'gate_ffn', [1])) : y),
  });
}

function sizesOf(b: Builder): {
  hidden: number;
  patch: number;
  patches: number;
  side: readonly [number, number];
} {
  const { c } = b;
  const side = pairOf(c.raw('image_size'));
  const patch = c.int('patch_size');
  return {
    hidden: c.int('hidden_size'),
    patch,
    side,
    patches: patchesOf({ image: side, patch: [patch, patch] }),
  };
}

/** Tiles that one image of Llama 3.2 is padded to, and the tokens of each tile. */
export function mllamaTokens(b: Builder): { readonly tiles: number; readonly each: number } {
  return { tiles: b.c.int('max_num_tiles', 4), each: sizesOf(b).patches + 1 };
}

/**
 * Llama 3.2: tiles apart, tokens of each padded to eights, attention over all tiles of an image; gated layers after them.
 * Final and some earlier states side by side: [images, tiles x tokens, vision_output_dim].
 */
export function mllamaVision(b: Builder, images: Dimension = BATCH): number {
  const { c } = b;
  const { hidden, patch, patches, side } = sizesOf(b);
  const { tiles, each } = mllamaTokens(b);
  const rows = 1 + c.int('max_aspect_ratio_id', (c.list('supported_aspect_ratios') ?? { length: 8 }).length);
  const heads = c.int('attention_heads');
  const pixels = b.input('pixel_values', [images, tiles, c.int('num_channels', 3), ...side]);
  const kernel = b.param('patch_embedding.weight', [hidden, c.int('num_channels', 3), patch, patch]);
  const grid = side.map((n) => Math.floor(n / Math.max(1, patch)));
  const tiled = b.reshape(pixels, [tilesOf(images, tiles), c.int('num_channels', 3), ...side]);
  const strides = { kernel_shape: [patch, patch], strides: [patch, patch] };
  const conv = b.op('Conv', [tiled, kernel], [tilesOf(images, tiles), hidden, ...grid], strides);
  let x = b.reshape(conv, [images, tiles, patches, hidden]);
  const learned = (name: string, width: number) => {
    const table = b.param(`${name}.weight`, [rows, width]);
    return b.op(
      'Gather',
      [table, b.once('aspect_ratio_ids', () => b.input('aspect_ratio_ids', [images]))],
      [images, width],
    );
  };
  const gated = (scope: string) =>
    b.scope(scope, () => b.mul(learned('embedding', tiles * hidden), b.param('gate', [1])));
  const placed = (scope: string, y: number) => b.add(y, b.reshape(gated(scope), [images, tiles, 1, hidden]));
  x = placed('pre_tile_positional_embedding', x);
  const token = b.param('class_embedding', [hidden]);
  x = b.op('Concat', [token, x], [images, tiles, each, hidden], { axis: 2 });
  x = b.scope('gated_positional_embedding', () => {
    const own = b.mul(b.param('embedding', [each, hidden]), b.param('gate', [1]));
    const more = b.reshape(learned('tile_embedding', tiles * each * hidden), [images, tiles, each, hidden]);
    return b.add(b.add(x, own), more);
  });
  x = b.norm(x, 'layernorm_pre', 'layer');
  const padded = 8 * Math.ceil(each / 8);
  x = b.op('Pad', [x, -1], [images, tiles * padded, hidden]);
  // Which tokens may meet which, as a product of two masks.
  const mask = b.input('aspect_ratio_mask', [images, tiles * padded, 1]);
  const turned = b.op('Transpose', [mask], [images, 1, tiles * padded], { perm: [0, 2, 1] });
  b.op('MatMul', [mask, turned], [images, tiles * padded, tiles * padded]);
  b.scope('transformer', () => {
    b.repeat('layers', c.int('num_hidden_layers'), () => (x = layer(b, x, heads, false, false, false)));
  });
  x = b.norm(x, 'layernorm_post', 'layer');
  x = b.reshape(placed('post_tile_positional_embedding', b.reshape(x, [images, tiles, padded, hidden])), [
    images,
    tiles * padded,
    hidden,
  ]);
  b.scope('global_transformer', () => {
    b.repeat('layers', c.int('num_global_layers'), () => (x = layer(b, x, heads, false, false, true)));
  });
  const kept = 1 + (c.list('intermediate_layers_indices') ?? []).length;
  const cut = b.op('Slice', [x], [images, tiles * each, hidden]);
  const states = Array.from({ length: kept }, () => cut);
  return b.op('Concat', states, [images, tiles * each, kept * hidden], { axis: -1 });
}

/** Llama 4: rotation by rows and columns, the class token last; squares of patches through an MLP. */
function llama4(b: Builder): void {
  const { c } = b;
  const { hidden, patch, patches, side } = sizesOf(b);
  const wide = c.int('num_channels', 3) * patch * patch;
  const pixels = b.input('pixel_values', [BATCH, c.int('num_channels', 3), ...side]);
  const cut = b.reshape(pixels, [BATCH, patches, wide]);
  let x = b.linear(cut, 'patch_embedding.linear', hidden);
  const tokens = [BATCH, patches + 1, hidden];
  x = b.op('Concat', [x, b.param('class_embedding', [hidden])], tokens, { axis: 1 });
  x = b.add(x, b.param('positional_embedding_vlm', [patches + 1, hidden]));
  x = b.norm(x, 'layernorm_pre', 'layer');
  b.scope('model', () => {
    const heads = c.int('num_attention_heads');
    b.repeat('layers', c.int('num_hidden_layers'), () => (x = layer(b, x, heads, true, true, false)));
  });
  x = b.norm(x, 'layernorm_post', 'layer');
  const ratio = c.number('pixel_shuffle_ratio', 0.5);
  const squares = Math.round(patches * ratio * ratio);
  const shuffled = b.op('Slice', [x], [BATCH, squares, Math.round(hidden / Math.max(ratio * ratio, 1e-9))]);
  const out = b.scope('vision_adapter.mlp', () => {
    const up = b.activate(b.linear(shuffled, 'fc1', c.int('projector_input_dim')), 'gelu');
    return b.activate(b.linear(up, 'fc2', c.int('projector_output_dim')), 'gelu');
  });
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers: c.int('num_hidden_layers') });
  b.output(out);
}

function tilesOf(images: Dimension, tiles: number): Dimension {
  return multiply(images, tiles);
}

export const llamaTowers: Readonly<Record<string, (b: Builder) => void>> = {
  llama4_vision_model: llama4,
  mllama_vision_model: (b) => {
    const { c } = b;
    b.output(mllamaVision(b));
    Object.assign(b.facts, {
      task: 'encoder',
      hiddenSize: c.int('hidden_size'),
      layers: c.int('num_hidden_layers') + c.int('num_global_layers'),
    });
  },
};
