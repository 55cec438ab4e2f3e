/**
 * The operators that follow from stored tensors alone: a matrix multiplies the tokens, a kernel is convolved over them,
 * a vector normalises, a table is looked up, and queries, keys and values make attention. It is an outline: parameters
 * are exact, compute is estimated, and the model says so.
 */
import type { Dimension } from '../../model/expression';
import { multiply } from '../../model/arithmetic';
import { BATCH, IMAGES, SEQUENCE, SOUNDS, SOURCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { HOUSE } from '../builder';
import type { ConfigReader } from '../configReader';
import { defaultsOf } from '../defaults';
import { attend } from '../parts/attention';
import { childConfig } from './childConfig';

export interface Outline {
  /** Tells under which path the next tensors stand. */
  enter(path: string): void;
  /** Makes the operators of the tensors of one name. */
  use(name: string, weights: readonly number[]): void;
  finish(): void;
}

const QUERY = /^(q|query|q_proj|q_lin|query_proj|q_head|wq)$/;
const KEY = /^(k|key|k_proj|k_lin|key_proj|k_head|wk)$/;
const VALUE = /^(v|value|v_proj|v_lin|value_proj|v_head|wv)$/;
const PACKED = /^(qkv|Wqkv|in_proj|qkv_proj|query_key_value|in_proj_weight)$/;

/** The outline of one layout in a builder. */
export function outlineOf(b: Builder): Outline {
  return new OutlineOf(b);
}

class OutlineOf implements Outline {
  /** The last value of each width. */
  private last = new Map<number, number>();
  private tokens: Dimension = SEQUENCE;
  private batch: Dimension = BATCH;
  private path = '';
  /** Anything but the head was outlined that runs for text. */
  private forText = false;
  private readonly parts: { q?: number; k?: number; v?: number } = {};
  private result = -1;

  constructor(private readonly b: Builder) {}

  enter(path: string): void {
    const tokens = tokensAt(this.b.c, path);
    if (tokens !== this.tokens) this.last = new Map();
    this.tokens = tokens;
    this.path = path;
  }

  use(name: string, weights: readonly number[]): void {
    const { b } = this;
    const [first] = weights;
    if (first === undefined) return;
    const shape = b.weights[first]!.shape;
    const batch = batchAt(b.c, `${this.path}.${name}`);
    if (batch !== this.batch) this.last = new Map();
    this.batch = batch;
    if (this.batch === BATCH && !/^(lm_head|bias)$/.test(name)) this.forText = true;
    const active = b.weights[first]!.activeFraction;
    if (active) this.route(first, shape, active);
    else if (
      /embed|position|token|queries|latents|table|bias_table/i.test(name) &&
      !/proj|dense|patch/.test(name)
    )
      this.lookUp(weights, shape);
    else if (shape.length === 2 && shape[0]! > 1) this.multiply(name, weights, shape);
    else if (shape.length >= 3 && shape.length <= 5) this.convolve(weights, shape);
    else if (shape.length === 1) this.normalise(weights, shape[0]!);
  }

  finish(): void {
    const { b } = this;
    if (this.result >= 0) b.output(this.result);
    // One kernel cuts an image or a sound into tokens; more of them run over places that tensors do not tell.
    b.outline = b.outline === 'kernels' || kernelsOf(b) > 1 ? 'kernels' : 'tokens';
    if (this.forText) b.outlineOfMedia = false;
    const generates = b.caches.length > 0;
    b.facts.task ??= !generates ? 'encoder' : b.c.bool('is_encoder_decoder') ? 'encoder-decoder' : 'causal';
    b.c.report(
      'assumption',
      'config.outline',
      'model_type',
      `The tensors of \`${b.c.modelType}\` are declared exactly; its compute is an outline made from them: ${b.outline === 'kernels' ? 'where its convolutions run is not known, so FLOPs and activations are unknown' : 'FLOPs and activations are estimates'}.`,
    );
  }

  private lookUp(weights: readonly number[], shape: readonly number[]): void {
    if (shape.length !== 2) return;
    const width = shape[1]!;
    const ids = this.b.input('ids', [this.batch, this.tokens], 'int64');
    for (const w of weights)
      this.keep(this.b.op('Gather', [this.b.seen(w), ids], [this.batch, this.tokens, width]));
  }

  /** Experts in one tensor [E, out, in]; of experts in tensors of their own only as many run as a token meets. */
  private route(weight: number, shape: readonly number[], [used, of]: readonly [number, number]): void {
    const { b } = this;
    if (shape.length === 3 && shape[0] === of) {
      const x = this.of(shape[2]!);
      const out: Dimension[] = [this.batch, this.tokens, used, shape[1]!];
      const attributes = { experts_per_token: used, rows_per_token: 1 };
      const y = b.op('ExpertMatMul', [x, b.seen(weight)], out, attributes, HOUSE);
      this.keep(b.op('ReduceSum', [y, -1], [this.batch, this.tokens, shape[1]!], { keepdims: 0 }));
    } else if (shape.length === 2 && this.expert() < used) {
      const x = this.of(shape[1]!);
      const out: Dimension[] = [this.batch, this.tokens, shape[0]!];
      this.keep(b.op('MatMul', [x, b.seen(weight, [shape[1]!, shape[0]!])], out));
    }
  }

  /** Which of the experts the present path is in. */
  private expert(): number {
    return Number(/experts\.(?:expert_)?(\d+)/.exec(this.path)?.[1] ?? 0);
  }

  private multiply(name: string, weights: readonly number[], shape: readonly number[]): void {
    const [out, width] = [shape[0]!, shape[1]!];
    // Keys and values of cross-attention are made from the encoder's tokens.
    const across =
      CROSS.test(this.path) && (KEY.test(name) || VALUE.test(name)) && isDecoder(this.b.c, this.path);
    const tokens = across ? SOURCE : this.tokens;
    const x = across ? this.b.input('encoder_hidden_states', [BATCH, SOURCE, width]) : this.of(width);
    let y = this.b.op('MatMul', [x, this.b.seen(weights[0]!, [width, out])], [this.batch, tokens, out]);
    if (weights.length > 1 && this.b.weights[weights[1]!]!.shape.length === 1)
      y = this.b.add(y, this.b.seen(weights[1]!));
    if (!across) this.keep(y);
    this.attention(name, y, out);
  }

  /** Attention once all of queries, keys and values are there. */
  private attention(name: string, y: number, out: number): void {
    const { parts, b } = this;
    if (QUERY.test(name)) parts.q = y;
    else if (KEY.test(name)) parts.k = y;
    else if (VALUE.test(name)) parts.v = y;
    else if (PACKED.test(name) && out % 3 === 0)
      [parts.q, parts.k, parts.v] = b.split(y, [out / 3, out / 3, out / 3]) as [number, number, number];
    const { q, k, v } = parts;
    if (q === undefined || k === undefined || v === undefined) return;
    const [width, kvWidth] = [b.widthOf(q), b.widthOf(k)];
    const headDim = headDimOf(b.c, this.path, width);
    const heads = Math.max(1, Math.round(width / headDim));
    const kvHeads = Math.max(1, Math.round(kvWidth / headDim));
    const decoder = isDecoder(b.c, this.path);
    const cross = decoder && CROSS.test(this.path);
    this.keep(attend(b, q, k, v, { heads, kvHeads, headDim, causal: decoder && !cross }));
    if (cross)
      for (const kind of ['cross_key', 'cross_value'] as const)
        b.cache({ name: kind, kind, shape: [BATCH, kvHeads, SOURCE, headDim] });
    delete parts.q;
    delete parts.k;
    delete parts.v;
  }

  /** A kernel [out, in per group, ...] over the tokens, counted as one product per token. */
  private convolve(weights: readonly number[], shape: readonly number[]): void {
    const out = shape[0]!;
    const reach = shape.slice(1).reduce((a, n) => a * n, 1);
    if (out <= 1 || reach <= 0) return;
    const x = this.of(reach);
    this.keep(
      this.b.op('MatMul', [x, this.b.seen(weights[0]!, [reach, out])], [this.batch, this.tokens, out]),
    );
  }

  private normalise(weights: readonly number[], width: number): void {
    const x = this.last.get(width);
    if (x === undefined) return;
    const type = weights.length > 1 ? 'LayerNormalization' : 'RMSNormalization';
    const inputs = [x, ...weights.map((w) => this.b.seen(w))];
    this.keep(this.b.op(type, inputs, this.b.shapeOf(x), { axis: -1 }));
  }

  /** The last value of the width, or a new one where the layout does not tell what makes it. */
  private of(width: number): number {
    const known = this.last.get(width);
    if (known !== undefined) return known;
    const made = this.b.input('features', [this.batch, this.tokens, width]);
    this.last.set(width, made);
    return made;
  }

  private keep(value: number): void {
    this.last.set(this.b.widthOf(value), value);
    this.result = value;
  }
}

/** Convolutions with more than one tap among the declared weights; tables of one row (class tokens) are none. */
function kernelsOf(b: Builder): number {
  return b.weights.filter(
    (w) => w.shape.length >= 3 && w.shape[0]! > 1 && w.shape.slice(2).some((n) => n > 1),
  ).length;
}

/** Each image or sound where the path is of a part that reads these beside a text, else each sequence. */
function batchAt(c: ConfigReader, path: string): Dimension {
  if (/language_model|text_model|\.decoder(\.|$)/.test(path)) return BATCH;
  const images = hasPart(c, 'vision_config');
  // A speech model's encoder beside a text model may stand under its own key.
  const encoder = hasPart(c, 'encoder_config') && hasPart(c, 'text_config');
  if (encoder && /^\.?(model\.)?(encoder|projector)\b/.test(path)) return PER_SOUND;
  const sounds = hasPart(c, 'audio_config');
  if (sounds && (SOUND.test(path) || (!images && PROJECTOR.test(path)))) return PER_SOUND;
  return images && (IMAGE.test(path) || PROJECTOR.test(path)) ? PER_IMAGE : BATCH;
}

/** A nested config that the file has, or that the class fills in. */
function hasPart(c: ConfigReader, key: string): boolean {
  return isObject(c.raw(key)) || Object.hasOwn(defaultsOf(c.modelType).keys, key);
}

const [PER_IMAGE, PER_SOUND] = [multiply(BATCH, IMAGES), multiply(BATCH, SOUNDS)];

/** The first dimension of what a nested config's part computes: its images or sounds, else the sequences. */
export function batchOfPart(key: string): Dimension {
  if (/audio|speech|sound/.test(key)) return PER_SOUND;
  return /vision|image|qformer|resampler|projector/.test(key) ? PER_IMAGE : BATCH;
}

const SOUND = /audio|speech|sound/;
const IMAGE = /vision|visual|image|img_|video|vit\b|high_res|vqmodel|generation_|gen_/;
const PROJECTOR =
  /multi_modal|mm_|project|merger|resampler|connector|perceiver|qformer|aligner|abstractor|adapter/;

/** Patches of an image where the path is a vision part's, frames where it is an encoder's, else tokens of text. */
function tokensAt(c: ConfigReader, path: string): Dimension {
  const inner = /vision|visual/.test(path) && isObject(c.raw('vision_config')) ? c.child('vision_config') : c;
  const image = sideOf(inner.raw('image_size'));
  const patch = sideOf(inner.raw('patch_size'));
  if (image > 0 && patch > 0 && !/text|language/.test(path)) return Math.floor(image / patch) ** 2;
  return /(^|\.)(encoder|audio_tower|speech_encoder)(\.|$)/.test(path) && c.bool('is_encoder_decoder')
    ? SOURCE
    : SEQUENCE;
}

function sideOf(value: unknown): number {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'number' && first > 0 ? first : 0;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const CROSS = /(encoder_attn|EncDecAttention|cross_attn|crossattention|cross_attention)(\.|$)/;

/** True for layers that generate token by token and so keep a cache. */
function isDecoder(c: ConfigReader, path: string): boolean {
  if (/vision|visual|audio/.test(path)) return false;
  if (c.bool('is_encoder_decoder')) return /(^|\.)decoder(\.|$)/.test(path);
  return /(^|\.)language_model(\.|$)/.test(path) || /_text$/.test(c.modelType);
}

/** Width of a head by the usual keys of the part, where it divides the projection; else 64. */
function headDimOf(c: ConfigReader, path: string, width: number): number {
  const part = /vision|visual/.test(path)
    ? 'vision_config'
    : /audio/.test(path)
      ? 'audio_config'
      : 'text_config';
  const inner = isObject(c.raw(part)) ? childConfig(c, part) : c;
  for (const key of ['head_dim', 'd_kv']) {
    const dim = inner.raw(key);
    if (typeof dim === 'number' && dim > 0 && width % dim === 0) return dim;
  }
  const side = /decoder/.test(path) ? 'decoder_attention_heads' : 'encoder_attention_heads';
  for (const key of [side, 'num_attention_heads', 'num_heads', 'n_heads', 'n_head']) {
    const heads = inner.raw(key);
    if (typeof heads === 'number' && heads > 0 && width % heads === 0) return width / heads;
  }
  return width % 64 === 0 ? 64 : width;
}
