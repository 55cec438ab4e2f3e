/** Whisper's encoder as the ear of a language model: sounds of a fixed length, 30 s at the usual sizes. */
import { minimum } from '../../../model/arithmetic';
import { BATCH } from '../../../scenario/symbols';
import type { Dimension } from '../../../model/expression';
import type { Builder } from '../../builder';
import { selfAttention } from '../../parts/attention';
import { decoderLayer } from '../../parts/decoder';
import { plainMlp } from '../../parts/mlp';
import { headWidth } from '../../parts/sizes';

interface EarSpec {
  readonly hidden: number;
  readonly inner: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads?: number;
  readonly act: string;
  readonly places: number;
  readonly norms: readonly [attention: string, mlp: string];
  /** Scope of the MLP; '' for none. */
  readonly mlp: string;
  readonly out: string;
  readonly last: string;
  /** A table of positions, or rotation of a part of each head. */
  readonly rotated?: number;
  /** States after the layers are averaged in pairs before the last norm. */
  readonly paired?: boolean;
}

/** States of each sound: [sounds, places, hidden], half as many places where they are paired. */
function ear(b: Builder, s: EarSpec): void {
  const { c } = b;
  const { hidden, heads, kvHeads = heads } = s;
  const frames = 2 * s.places;
  const mel = b.input('input_features', [BATCH, c.int('num_mel_bins'), frames]);
  const conv = (x: number, name: string, stride: number) => {
    const from = b.shapeOf(x)[1] as number;
    const inputs = [x, b.param(`${name}.weight`, [hidden, from, 3]), b.param(`${name}.bias`, [hidden])];
    const shape: Dimension[] = [BATCH, hidden, frames / stride];
    const attributes = { kernel_shape: [3], strides: [stride], pads: [1, 1] };
    return b.activate(b.op('Conv', inputs, shape, attributes), 'gelu');
  };
  const heard = conv(conv(mel, 'conv1', 1), 'conv2', 2);
  let x = b.op('Transpose', [heard], [BATCH, s.places, hidden], { perm: [0, 2, 1] });
  if (s.rotated === undefined) x = b.add(x, b.param('embed_positions.weight', [s.places, hidden]));
  else angles(b, s.places, s.rotated);
  const turn = (y: number, n: number) =>
    b.op('RotaryEmbedding', [y], b.shapeOf(y), { num_heads: n, rotary_embedding_dim: s.rotated ?? 0 });
  const rotation =
    s.rotated === undefined
      ? {}
      : { normQk: (q: number, k: number): [number, number] => [turn(q, heads), turn(k, kvHeads)] };
  const attention = {
    heads,
    kvHeads,
    headDim: headWidth(c, heads, hidden),
    causal: false,
    rotary: 0,
    names: ['q_proj', 'k_proj', 'v_proj', s.out],
    bias: [true, false, true],
    outBias: true,
    ...rotation,
  } as const;
  b.repeat('layers', s.layers, () => {
    x = decoderLayer(b, x, 0, {
      before: s.norms,
      kind: 'layer',
      scopes: ['self_attn', s.mlp],
      attention: (n) => selfAttention(b, n, attention),
      mlp: (n) => plainMlp(b, n, s.inner, s.act, { bias: true }, ['fc1', 'fc2']),
    });
  });
  if (s.paired) x = b.op('AveragePool', [x], [BATCH, Math.floor(s.places / 2), hidden]);
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers: s.layers });
  b.output(b.norm(x, s.last, 'layer'));
}

/** Angles as a product of places and frequencies, once for all sounds. */
function angles(b: Builder, places: number, width: number): void {
  const half = Math.ceil(width / 2);
  const any = minimum(1, BATCH);
  const at = b.values.push({ name: 'places', kind: 'tensor', shape: [any, places, 1] }) - 1;
  const frequencies = b.values.push({ name: 'inv_freq', kind: 'tensor', shape: [1, half] }) - 1;
  b.op('MatMul', [at, frequencies], [any, places, half]);
}

function whisperLike(
  b: Builder,
  keys: readonly [hidden: string, inner: string, layers: string, heads: string],
  paired: boolean,
): void {
  const { c } = b;
  const [hidden, inner, layers, heads] = keys.map((key) => c.int(key)) as [number, number, number, number];
  ear(b, {
    hidden,
    inner,
    layers,
    heads,
    act: c.string('activation_function', 'gelu'),
    places: c.int('max_source_positions', 1500),
    norms: ['self_attn_layer_norm', 'final_layer_norm'],
    mlp: '',
    out: 'out_proj',
    last: 'layer_norm',
    paired,
  });
}

const USUAL = ['hidden_size', 'intermediate_size', 'num_hidden_layers', 'num_attention_heads'] as const;
const WHISPER = ['d_model', 'encoder_ffn_dim', 'encoder_layers', 'encoder_attention_heads'] as const;

/** GLM-ASR: half of each head rotated instead of a table of positions. */
function glmAsr(b: Builder): void {
  const { c } = b;
  const [hidden, inner, layers, heads] = USUAL.map((key) => c.int(key)) as [number, number, number, number];
  const headDim = c.int('head_dim', headWidth(c, heads, hidden));
  const rope = c.raw('rope_parameters');
  const given = typeof rope === 'object' && rope !== null ? (rope as Record<string, unknown>) : {};
  const part = given['partial_rotary_factor'];
  ear(b, {
    hidden,
    inner,
    layers,
    heads,
    kvHeads: c.int('num_key_value_heads', heads),
    act: c.string('hidden_act', 'gelu'),
    places: c.int('max_position_embeddings', 1500),
    norms: ['input_layernorm', 'post_attention_layernorm'],
    mlp: 'mlp',
    out: 'o_proj',
    last: 'norm',
    rotated: Math.trunc(headDim * (typeof part === 'number' ? part : 0.5)),
  });
}

export const listeningFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  qwen2_audio_encoder: (b) => whisperLike(b, WHISPER, true),
  audioflamingo3_encoder: (b) => whisperLike(b, USUAL, true),
  voxtral_encoder: (b) => whisperLike(b, USUAL, false),
  glmasr_encoder: glmAsr,
};
