import { multiply } from '../../model/arithmetic';
import type { Dimension } from '../../model/expression';
import type { Builder } from '../builder';
import { plainMlp } from './mlp';
import { layersByKind } from './layers';
import { pairOf, patchesOf } from './vision';

/**
 * SAM's image encoder: most layers attend within windows (the image padded to whole ones), some to all patches, with
 * learned positions for rows and columns; a neck of two convolutions. Gives [images, channels, side, side].
 */
export function samVision(b: Builder, images: Dimension): number {
  const { c } = b;
  const [hidden, channels, heads] = [
    c.int('hidden_size'),
    c.int('num_channels', 3),
    c.int('num_attention_heads'),
  ];
  const [image, patch] = [pairOf(c.raw('image_size')), pairOf(c.raw('patch_size'))];
  const side = Math.floor(image[0] / Math.max(1, patch[0]));
  const patches = patchesOf({ image, patch });
  const all = new Set(c.ints('global_attn_indexes') ?? [2, 5, 8, 11]);
  const window = c.int('window_size', 14);
  const pixels = b.input('pixel_values', [images, channels, ...image]);
  const kernel = [
    b.param('patch_embed.projection.weight', [hidden, channels, ...patch]),
    b.param('patch_embed.projection.bias', [hidden]),
  ];
  const conv = b.op('Conv', [pixels, ...kernel], [images, hidden, side, side], { strides: patch });
  let x = b.op('Transpose', [conv], [images, patches, hidden]);
  if (c.bool('use_abs_pos', true)) x = b.add(x, b.param('pos_embed', [1, side, side, hidden]));
  const inner = c.int('mlp_dim', Math.trunc(hidden * c.number('mlp_ratio', 4)));
  layersByKind(
    b,
    'layers',
    c.int('num_hidden_layers'),
    (i) => String(all.has(i)),
    (i) => {
      const n = b.norm(x, 'layer_norm1', 'layer');
      const reach = all.has(i) ? 0 : window;
      const y = b.scope('attn', () => windowed(b, n, { images, side, reach, heads }));
      const h = b.add(x, y);
      const m = b.norm(h, 'layer_norm2', 'layer');
      const act = c.string('hidden_act', 'gelu');
      x = b.add(
        h,
        b.scope('mlp', () => plainMlp(b, m, inner, act, { bias: true }, ['lin1', 'lin2'])),
      );
    },
  );
  return neck(b, x, images, side);
}

interface Windows {
  readonly images: Dimension;
  readonly side: number;
  /** Side of a window; 0 for none. */
  readonly reach: number;
  readonly heads: number;
}

function windowed(b: Builder, x: number, s: Windows): number {
  const hidden = b.widthOf(x);
  const side = s.reach > 0 ? s.reach : s.side;
  const count = s.reach > 0 ? Math.ceil(s.side / s.reach) ** 2 : 1;
  const rows = multiply(s.images, count);
  const cut = count === 1 ? x : b.op('Pad', [x], [rows, side * side, hidden]);
  const qkv = b.linear(cut, 'qkv', 3 * hidden, { bias: b.c.bool('qkv_bias', true) });
  const [q, k, v] = b.split(qkv, [hidden, hidden, hidden]) as [number, number, number];
  const dim = s.heads > 0 ? Math.floor(hidden / s.heads) : 0;
  if (b.c.bool('use_rel_pos', true)) {
    const split = b.reshape(q, [rows, s.heads, side, side, dim]);
    for (const name of ['rel_pos_h', 'rel_pos_w']) {
      const table = b.op('Gather', [b.param(name, [2 * side - 1, dim])], [side, dim, side]);
      b.op('MatMul', [split, table], [rows, s.heads, side, side, side]);
    }
  }
  const attributes = { q_num_heads: s.heads, kv_num_heads: s.heads, is_causal: 0 };
  const y = b.op('Attention', [q, k, v], [rows, side * side, hidden], attributes);
  const out = b.linear(y, 'proj', hidden, { bias: true });
  return count === 1 ? out : b.op('Slice', [out], b.shapeOf(x));
}

function neck(b: Builder, x: number, images: Dimension, side: number): number {
  const [hidden, out] = [b.widthOf(x), b.c.int('output_channels', 256)];
  const shape = [images, out, side, side];
  return b.scope('neck', () => {
    let y = b.op('Transpose', [x], [images, hidden, side, side]);
    for (const [i, kernel] of [1, 3].entries()) {
      const from = i === 0 ? hidden : out;
      y = b.op('Conv', [y, b.param(`conv${i + 1}.weight`, [out, from, kernel, kernel])], shape);
      const scale = ['weight', 'bias'].map((leaf) => b.param(`layer_norm${i + 1}.${leaf}`, [out]));
      y = b.op('LayerNormalization', [y, ...scale], shape, { axis: 1 });
    }
    return y;
  });
}
