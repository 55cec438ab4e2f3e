import type { Dimension } from '../../model/expression';
import { BATCH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { selfAttention } from './attention';
import { decoderLayer } from './decoder';
import { gatedMlp, plainMlp } from './mlp';
import { headWidth } from './sizes';

/** A transformer over the patches of an image, with the names that a family gives its tensors. */
export interface VisionSpec {
  readonly hidden: number;
  readonly inner: number;
  readonly layers: number;
  readonly heads: number;
  readonly act: string;
  readonly channels: number;
  /** Height and width of the image and of a patch. */
  readonly image: readonly [number, number];
  readonly patch: readonly [number, number];
  /** The kernel that makes patches, and whether it has a bias. */
  readonly kernel: readonly [name: string, bias: boolean];
  /** Learned tokens before the patches: their names and shapes. */
  readonly tokens?: readonly (readonly [name: string, shape: readonly number[]])[];
  /** Learned tokens that come in after positions were added: name and count. */
  readonly registers?: readonly [name: string, count: number];
  /** Each head is rotated by the patch's row and column. */
  readonly rotated?: boolean;
  /** Learned positions: a table of rows, or one tensor [1, rows, hidden]. */
  readonly positions?: readonly [name: string, form: 'table' | 'tensor'];
  readonly preNorm?: string;
  readonly postNorm?: string;
  /** Where the layers stand. */
  readonly path: string;
  readonly scopes: readonly [attention: string, mlp: string];
  readonly norms: readonly [attention: string, mlp: string];
  readonly names: readonly [q: string, k: string, v: string, o: string];
  readonly bias?: boolean | readonly [q: boolean, k: boolean, v: boolean];
  /** Queries, keys and values in one tensor of this name. */
  readonly packed?: string;
  /** Norms of all queries and of all keys. */
  readonly qkNorm?: boolean;
  /** Kind of all norms; with biases unless `rms`. */
  readonly norm?: 'layer' | 'rms';
  /** A norm of the patches before positions are added. */
  readonly kernelNorm?: string;
  readonly mlp?: readonly [up: string, down: string];
  /** Of the MLP; there unless given. */
  readonly mlpBias?: boolean;
  /** A gated MLP of the whole width, with or without biases. */
  readonly gated?: { readonly bias: boolean };
  readonly outBias?: boolean;
  /** A gated MLP of two thirds of the width, rounded up to eights (DINOv2's giant). */
  readonly swiglu?: boolean;
  /** Learned factors on what attention and MLP add. */
  readonly scales?: readonly [attention: string, mlp: string];
}

/** Height and width of a size that is a number or a pair. */
export function pairOf(value: unknown, fallback = 0): readonly [number, number] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value, value];
  const side = (v: unknown) => (typeof v === 'number' && v > 0 ? Math.floor(v) : fallback);
  return [side(list[0]), side(list[1] ?? list[0])];
}

/** The sizes by the keys that most vision configs share. */
export function visionSizes(
  c: ConfigReader,
): Pick<VisionSpec, 'hidden' | 'inner' | 'layers' | 'heads' | 'act' | 'channels' | 'image' | 'patch'> {
  return {
    hidden: c.int('hidden_size'),
    inner: c.int('intermediate_size', 4 * c.int('hidden_size')),
    layers: c.int('num_hidden_layers'),
    heads: c.int('num_attention_heads'),
    act: c.string('hidden_act', 'gelu'),
    channels: c.int('num_channels', 3),
    image: pairOf(c.raw('image_size')),
    patch: pairOf(c.raw('patch_size')),
  };
}

/** Patches of one image. */
export function patchesOf(s: Pick<VisionSpec, 'image' | 'patch'>): number {
  const [rows, columns] = [0, 1].map((i) => Math.floor(s.image[i]! / Math.max(1, s.patch[i]!))) as [
    number,
    number,
  ];
  return rows * columns;
}

/** Hidden states [images, tokens, hidden] of so many images; names are relative to the current scope. */
export function visionTower(b: Builder, s: VisionSpec, images: Dimension): number {
  const kind = s.norm ?? 'layer';
  let x = embedded(b, s, images);
  if (s.preNorm) x = b.norm(x, s.preNorm, kind);
  const headDim = headWidth(b.c, s.heads, s.hidden);
  const shape = {
    heads: s.heads,
    kvHeads: s.heads,
    headDim,
    causal: false,
    again: images !== BATCH,
  } as const;
  const qkNorm = s.qkNorm ? ({ qkNorm: 'whole' } as const) : {};
  const biases = { bias: s.bias ?? true, outBias: s.outBias ?? true };
  const packed = s.packed === undefined ? {} : { packed: s.packed };
  const turn = (y: number) =>
    b.op('RotaryEmbedding', [y], b.shapeOf(y), { num_heads: s.heads, rotary_embedding_dim: headDim });
  const rotation = s.rotated
    ? { normQk: (q: number, k: number): [number, number] => [turn(q), turn(k)] }
    : {};
  const attention = { ...shape, ...rotation, ...qkNorm, ...biases, ...packed, names: s.names, rotary: 0 };
  const scaled = (y: number, i: 0 | 1) => (s.scales ? b.mul(y, b.param(s.scales[i], [s.hidden])) : y);
  b.repeat(s.path, s.layers, () => {
    x = decoderLayer(b, x, 0, {
      before: s.norms,
      kind,
      scopes: s.scopes,
      attention: (n) => selfAttention(b, n, attention),
      mlp: (n) => mlpOf(b, n, s),
      outOf: scaled,
    });
  });
  return s.postNorm ? b.norm(x, s.postNorm, kind) : x;
}

function mlpOf(b: Builder, x: number, s: VisionSpec): number {
  if (s.gated) return gatedMlp(b, x, s.inner, s.act, s.gated);
  if (!s.swiglu) return plainMlp(b, x, s.inner, s.act, { bias: s.mlpBias ?? true }, s.mlp ?? ['fc1', 'fc2']);
  const inner = 8 * Math.floor((Math.trunc((s.inner * 2) / 3) + 7) / 8);
  return gatedMlp(b, x, inner, s.act, { bias: true });
}

/** Patches by one convolution, learned tokens before them, positions. */
function embedded(b: Builder, s: VisionSpec, images: Dimension): number {
  const pixels = b.input('pixel_values', [images, s.channels, ...s.image]);
  const [name, bias] = s.kernel;
  const inputs = [pixels, b.param(`${name}.weight`, [s.hidden, s.channels, ...s.patch])];
  if (bias) inputs.push(b.param(`${name}.bias`, [s.hidden]));
  const grid = [0, 1].map((i) => Math.floor(s.image[i]! / Math.max(1, s.patch[i]!)));
  const conv = b.op('Conv', inputs, [images, s.hidden, ...grid], { kernel_shape: s.patch, strides: s.patch });
  const patches = patchesOf(s);
  let x = b.op('Transpose', [b.reshape(conv, [images, s.hidden, patches])], [images, patches, s.hidden]);
  if (s.kernelNorm) x = b.norm(x, s.kernelNorm, s.norm ?? 'layer');
  const tokens = s.tokens ?? [];
  const before = tokens.map(([token, shape]) => b.param(token, shape));
  const rows = patches + tokens.reduce((sum, [, shape]) => sum + (shape.length > 1 ? shape.at(-2)! : 1), 0);
  if (before.length > 0) x = b.op('Concat', [...before, x], [images, rows, s.hidden], { axis: 1 });
  if (s.positions) x = b.add(x, placesOf(b, s.positions, rows, s.hidden));
  if (!s.registers || s.registers[1] <= 0) {
    if (s.registers) b.weight(s.registers[0], [1, 0, s.hidden]);
    return x;
  }
  const [registers, count] = s.registers;
  const more = b.param(registers, [1, count, s.hidden]);
  return b.op('Concat', [x, more], [images, rows + count, s.hidden], { axis: 1 });
}

/** Learned positions as a value. */
function placesOf(
  b: Builder,
  [table, form]: NonNullable<VisionSpec['positions']>,
  rows: number,
  hidden: number,
): number {
  return form === 'table' ? b.param(`${table}.weight`, [rows, hidden]) : b.param(table, [1, rows, hidden]);
}

/** The names of CLIP's and SigLIP's towers; SigLIP has no class token, no norm before, and a bias in the kernel. */
export function clipNames(
  hidden: number,
  siglip = false,
): Omit<VisionSpec, keyof ReturnType<typeof visionSizes>> {
  return {
    kernel: ['embeddings.patch_embedding', siglip],
    ...(siglip ? {} : { tokens: [['embeddings.class_embedding', [hidden]]], preNorm: 'pre_layrnorm' }),
    positions: ['embeddings.position_embedding', 'table'],
    postNorm: 'post_layernorm',
    path: 'encoder.layers',
    scopes: ['self_attn', 'mlp'],
    norms: ['layer_norm1', 'layer_norm2'],
    names: ['q_proj', 'k_proj', 'v_proj', 'out_proj'],
  };
}

/** A learned probe that attends to all patches of x, then an MLP: [images, 1, hidden]. */
export function probed(
  b: Builder,
  x: number,
  s: Pick<VisionSpec, 'hidden' | 'heads' | 'inner' | 'act'>,
  images: Dimension,
): number {
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
