import type { Dimension } from '../../model/expression';
import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { attend } from '../parts/attention';

/**
 * Image models of the diffusers library, by `_class_name`: the U-Net that denoises latents, and the autoencoder. Block
 * types other than those of Stable Diffusion 1 and 2 are said to be left out.
 */
interface Place {
  readonly channels: number;
  readonly side: number;
}

const KNOWN =
  /^(CrossAttnDownBlock2D|DownBlock2D|CrossAttnUpBlock2D|UpBlock2D|DownEncoderBlock2D|UpDecoderBlock2D)$/;

/** A convolution over [batch, in, side, side]. */
function conv(b: Builder, x: number, name: string, to: number, kernel: number, stride = 1): number {
  const [, from, side] = b.shapeOf(x) as readonly [Dimension, number, number];
  const w = b.param(`${name}.weight`, [to, from, kernel, kernel]);
  const bias = b.param(`${name}.bias`, [to]);
  const out = Math.ceil(side / stride);
  const pad = Math.floor(kernel / 2);
  return b.op('Conv', [x, w, bias], [BATCH, to, out, out], {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [pad, pad, pad, pad],
  });
}

function groupNorm(b: Builder, x: number, name: string): number {
  const channels = b.shapeOf(x)[1] as number;
  const inputs = [x, b.param(`${name}.weight`, [channels]), b.param(`${name}.bias`, [channels])];
  return b.op('GroupNormalization', inputs, b.shapeOf(x), { num_groups: b.c.int('norm_num_groups', 32) });
}

/** Two convolutions with a shortcut; `time` is the embedding of the time step, which the autoencoder has not. */
function residual(b: Builder, x: number, name: string, to: number, time?: number): number {
  return b.scope(name, () => {
    const from = b.shapeOf(x)[1] as number;
    let h = conv(b, b.activate(groupNorm(b, x, 'norm1'), 'silu'), 'conv1', to, 3);
    if (time !== undefined) {
      const shift = b.linear(b.activate(time, 'silu'), 'time_emb_proj', to, { bias: true });
      h = b.add(h, b.reshape(shift, [BATCH, to, 1, 1]));
    }
    h = conv(b, b.activate(groupNorm(b, h, 'norm2'), 'silu'), 'conv2', to, 3);
    return b.add(h, from === to ? x : conv(b, x, 'conv_shortcut', to, 1));
  });
}

interface Transformer {
  readonly heads: number;
  /** Hidden states of the text, given from outside. */
  readonly text: number;
  readonly linear: boolean;
  readonly depth: number;
}

/** A transformer over the pixels: self-attention, cross-attention to the text, gated feed-forward. */
function transformer(b: Builder, x: number, name: string, t: Transformer): number {
  const [, channels, side] = b.shapeOf(x) as readonly [Dimension, number, number];
  const tokens = [BATCH, side * side, channels];
  return b.scope(name, () => {
    const normal = groupNorm(b, x, 'norm');
    const project = (v: number, at: string): number =>
      t.linear
        ? b.linear(b.reshape(v, tokens), at, channels, { bias: true })
        : b.reshape(conv(b, b.reshape(v, b.shapeOf(x)), at, channels, 1), tokens);
    let h = project(normal, 'proj_in');
    b.repeat('transformer_blocks', t.depth, () => {
      for (const [norm, attn, source] of [
        ['norm1', 'attn1', undefined],
        ['norm2', 'attn2', t.text],
      ] as const) {
        const n = b.norm(h, norm, 'layer');
        const y = b.scope(attn, () =>
          attention(b, n, source ?? n, t.heads, ['to_q', 'to_k', 'to_v', 'to_out.0'], false),
        );
        h = b.add(h, y);
      }
      const n = b.norm(h, 'norm3', 'layer');
      const both = b.linear(n, 'ff.net.0.proj', 8 * channels, { bias: true });
      const [value, gate] = b.split(both, [4 * channels, 4 * channels]) as [number, number];
      h = b.add(h, b.linear(b.mul(value, b.activate(gate, 'gelu')), 'ff.net.2', channels, { bias: true }));
    });
    return b.add(b.reshape(project(h, 'proj_out'), b.shapeOf(x)), x);
  });
}

function attention(
  b: Builder,
  x: number,
  source: number,
  heads: number,
  names: readonly [string, string, string, string],
  bias: boolean,
): number {
  const width = b.widthOf(x);
  const q = b.linear(x, names[0], width, { bias });
  const k = b.linear(source, names[1], width, { bias });
  const v = b.linear(source, names[2], width, { bias });
  const headDim = heads > 0 ? Math.floor(width / heads) : width;
  const y = attend(b, q, k, v, { heads, kvHeads: heads, headDim, causal: false });
  return b.linear(y, names[3], width, { bias: true });
}

/** An entry of a list, or the one number for all. */
function each(b: Builder, key: string, i: number, fallback: number): number {
  const list = b.c.ints(key);
  return list ? (list[i] ?? fallback) : b.c.int(key, fallback);
}

function sayUnknown(b: Builder, types: readonly string[]): void {
  const unknown = types.filter((t) => !KNOWN.test(t));
  if (unknown.length === 0) return;
  b.estimated = true;
  const message = `The blocks ${[...new Set(unknown)].join(', ')} are not known and are counted as plain ones.`;
  b.c.report('warning', 'config.unknown-blocks', 'down_block_types', message);
}

function texts(b: Builder, key: string, fallback: readonly string[]): readonly string[] {
  return b.c.list(key)?.filter((v): v is string => typeof v === 'string') ?? fallback;
}

/** `UNet2DConditionModel`. */
export function unet(b: Builder): void {
  const { c } = b;
  const channels = c.ints('block_out_channels') ?? [320, 640, 1280, 1280];
  const down = texts(b, 'down_block_types', [
    'CrossAttnDownBlock2D',
    'CrossAttnDownBlock2D',
    'CrossAttnDownBlock2D',
    'DownBlock2D',
  ]);
  const up = texts(b, 'up_block_types', [
    'UpBlock2D',
    'CrossAttnUpBlock2D',
    'CrossAttnUpBlock2D',
    'CrossAttnUpBlock2D',
  ]);
  sayUnknown(b, [...down, ...up]);
  const width = 4 * (channels[0] ?? 0);
  const last = channels.length - 1;
  const texted = new Map<number, number>();
  const text = (context: number): number => {
    const known = texted.get(context);
    if (known !== undefined) return known;
    const made = b.input('encoder_hidden_states', [BATCH, SEQUENCE, context]);
    texted.set(context, made);
    return made;
  };
  const at = (i: number): Transformer => ({
    // The key is named after the head's width and holds the number of heads.
    heads: each(b, 'attention_head_dim', i, 8),
    text: text(each(b, 'cross_attention_dim', i, 1280)),
    linear: c.bool('use_linear_projection'),
    depth: each(b, 'transformer_layers_per_block', i, 1),
  });
  const time = b.scope('time_embedding', () => {
    const t = b.linear(b.input('timestep', [BATCH, channels[0] ?? 0]), 'linear_1', width, { bias: true });
    return b.linear(b.activate(t, 'silu'), 'linear_2', width, { bias: true });
  });
  const side = c.int('sample_size', 64);
  let x = conv(
    b,
    b.input('sample', [BATCH, c.int('in_channels', 4), side, side]),
    'conv_in',
    channels[0] ?? 0,
    3,
  );
  const skips = [x];
  channels.forEach((to, i) =>
    b.scope(`down_blocks.${i}`, () => {
      for (let j = 0; j < each(b, 'layers_per_block', i, 2); j++) {
        x = residual(b, x, `resnets.${j}`, to, time);
        if (down[i]?.startsWith('CrossAttn')) x = transformer(b, x, `attentions.${j}`, at(i));
        skips.push(x);
      }
      if (i === last) return;
      x = conv(b, x, 'downsamplers.0.conv', to, 3, 2);
      skips.push(x);
    }),
  );
  b.scope('mid_block', () => {
    x = residual(b, x, 'resnets.0', channels[last] ?? 0, time);
    x = transformer(b, x, 'attentions.0', at(last));
    x = residual(b, x, 'resnets.1', channels[last] ?? 0, time);
  });
  channels.forEach((_, i) =>
    b.scope(`up_blocks.${i}`, () => {
      const to = channels[last - i] ?? 0;
      for (let j = 0; j <= each(b, 'layers_per_block', last - i, 2); j++) {
        const skip = skips.pop();
        const here = placeOf(b, x);
        const more = skip === undefined ? 0 : placeOf(b, skip).channels;
        const both = skip === undefined ? [x] : [x, skip];
        const joined = b.op('Concat', both, [BATCH, here.channels + more, here.side, here.side], { axis: 1 });
        x = residual(b, joined, `resnets.${j}`, to, time);
        if (up[i]?.startsWith('CrossAttn')) x = transformer(b, x, `attentions.${j}`, at(last - i));
      }
      if (i < last) x = conv(b, enlarge(b, x), 'upsamplers.0.conv', to, 3);
    }),
  );
  b.output(
    conv(b, b.activate(groupNorm(b, x, 'conv_norm_out'), 'silu'), 'conv_out', c.int('out_channels', 4), 3),
  );
  b.facts.task = 'diffusion';
}

function placeOf(b: Builder, x: number): Place {
  const [, channels, side] = b.shapeOf(x) as readonly [Dimension, number, number];
  return { channels, side };
}

function enlarge(b: Builder, x: number): number {
  const { channels, side } = placeOf(b, x);
  return b.op('Resize', [x], [BATCH, channels, 2 * side, 2 * side]);
}

/** `AutoencoderKL`: encoder and decoder, each with one attention in the middle. */
export function autoencoder(b: Builder): void {
  const { c } = b;
  const channels = c.ints('block_out_channels') ?? [64];
  sayUnknown(b, [...texts(b, 'down_block_types', []), ...texts(b, 'up_block_types', [])]);
  const [latent, layers] = [c.int('latent_channels', 4), c.int('layers_per_block', 1)];
  const last = channels.length - 1;
  const side = c.int('sample_size', 32);
  const encoded = b.scope('encoder', () => {
    let x = conv(
      b,
      b.input('sample', [BATCH, c.int('in_channels', 3), side, side]),
      'conv_in',
      channels[0] ?? 0,
      3,
    );
    channels.forEach((to, i) =>
      b.scope(`down_blocks.${i}`, () => {
        for (let j = 0; j < layers; j++) x = residual(b, x, `resnets.${j}`, to);
        if (i < last) x = conv(b, x, 'downsamplers.0.conv', to, 3, 2);
      }),
    );
    x = middle(b, x, channels[last] ?? 0);
    return conv(b, b.activate(groupNorm(b, x, 'conv_norm_out'), 'silu'), 'conv_out', 2 * latent, 3);
  });
  const { side: small } = placeOf(b, encoded);
  if (c.bool('use_quant_conv', true)) conv(b, encoded, 'quant_conv', 2 * latent, 1);
  let z = b.input('latent_sample', [BATCH, latent, small, small]);
  if (c.bool('use_post_quant_conv', true)) z = conv(b, z, 'post_quant_conv', latent, 1);
  b.scope('decoder', () => {
    let x = middle(b, conv(b, z, 'conv_in', channels[last] ?? 0, 3), channels[last] ?? 0);
    channels.forEach((_, i) =>
      b.scope(`up_blocks.${i}`, () => {
        const to = channels[last - i] ?? 0;
        for (let j = 0; j <= layers; j++) x = residual(b, x, `resnets.${j}`, to);
        if (i < last) x = conv(b, enlarge(b, x), 'upsamplers.0.conv', to, 3);
      }),
    );
    b.output(
      conv(b, b.activate(groupNorm(b, x, 'conv_norm_out'), 'silu'), 'conv_out', c.int('out_channels', 3), 3),
    );
  });
  b.facts.task = 'diffusion';
}

function middle(b: Builder, x: number, channels: number): number {
  return b.scope('mid_block', () => {
    let h = residual(b, x, 'resnets.0', channels);
    h = b.scope('attentions.0', () => {
      const shape = b.shapeOf(h);
      const { side } = placeOf(b, h);
      const flat = b.reshape(groupNorm(b, h, 'group_norm'), [BATCH, side * side, channels]);
      return b.reshape(attention(b, flat, flat, 1, ['to_q', 'to_k', 'to_v', 'to_out.0'], true), shape);
    });
    return residual(b, h, 'resnets.1', channels);
  });
}

/** By `_class_name`. */
export const diffusersFamilies = { UNet2DConditionModel: unet, AutoencoderKL: autoencoder };
