import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { HOUSE } from '../builder';
import { selfAttention } from '../parts/attention';
import { causalConv } from '../parts/convolution';
import { causalDecoder, decoderLayer } from '../parts/decoder';
import { gatedMlp } from '../parts/mlp';
import { headWidth, rotaryFactor } from '../parts/sizes';
import { activationOf } from './llama';

/** RWKV-4: time mixing by a decayed sum, channel mixing by a squared ReLU; no attention, a constant state. */
function rwkv(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const width = c.int('attention_hidden_size', hidden);
  const inner = c.int('intermediate_size', 4 * hidden);
  const shifted = (x: number, name: string) => b.mul(x, b.param(name, [1, 1, hidden]));
  const state = (name: string, size: number) =>
    b.cache({ name, kind: 'recurrent', shape: [BATCH, size], dtype: 'float32' });
  const time = (x: number) => {
    const decay = b.param('time_decay', [width]);
    const first = b.param('time_first', [width]);
    const k = b.linear(shifted(x, 'time_mix_key'), 'key', width);
    const v = b.linear(shifted(x, 'time_mix_value'), 'value', width);
    const r = b.activate(b.linear(shifted(x, 'time_mix_receptance'), 'receptance', width), 'sigmoid');
    const y = b.op('WkvState', [k, v, decay, first], b.shapeOf(v), {}, HOUSE);
    state('shift', hidden);
    for (const name of ['numerator', 'denominator', 'maximum']) state(name, width);
    return b.linear(b.mul(r, y), 'output', hidden);
  };
  const channels = (x: number) => {
    const key = shifted(x, 'time_mix_key');
    const receptance = shifted(x, 'time_mix_receptance');
    const k = b.activate(b.linear(key, 'key', inner), 'relu');
    const r = b.activate(b.linear(receptance, 'receptance', hidden), 'sigmoid');
    state('shift', hidden);
    return b.mul(r, b.linear(k, 'value', hidden));
  };
  causalDecoder(b, {
    trunk: 'rwkv',
    embed: 'embeddings',
    layers: 'blocks',
    norm: 'ln_out',
    normKind: 'layer',
    head: 'head',
    kindOf: (i) => (i === 0 ? 'first' : ''),
    layer: (x, i) =>
      decoderLayer(b, i === 0 ? b.norm(x, 'pre_ln', 'layer') : x, i, {
        scopes: ['attention', 'feed_forward'],
        before: ['ln1', 'ln2'],
        kind: 'layer',
        attention: time,
        mlp: channels,
      }),
  });
  b.facts.attention = [{ kind: 'linear', layers: c.int('num_hidden_layers'), heads: 1 }];
  b.facts.maximumPositions ??= c.optionalInt('context_length');
}

/** RecurrentGemma: two gated linear recurrences to one windowed attention. */
function recurrentGemma(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const lru = c.int('lru_width', hidden);
  const heads = c.int('num_attention_heads');
  const kvHeads = c.int('num_key_value_heads', heads);
  const types = (c.list('block_types') ?? ['recurrent', 'recurrent', 'attention']).map(String);
  const kindOf = (i: number) => types[i % Math.max(1, types.length)] ?? 'recurrent';
  const act = activationOf(c, 'gelu_pytorch_tanh');
  const block = heads > 0 ? Math.floor(lru / heads) : 0;
  const headDim = c.has('head_dim') ? c.int('head_dim') : headWidth(c, heads, hidden);
  const width = Math.trunc(headDim * rotaryFactor(c));
  // Every attention layer makes angles of its own.
  const normQk = (q: number, k: number): [number, number] => {
    const at = b.values.push({ name: 'positions', kind: 'tensor', shape: [BATCH, SEQUENCE, 1] }) - 1;
    const frequencies =
      b.values.push({ name: 'inv_freq', kind: 'tensor', shape: [1, Math.ceil(width / 2)] }) - 1;
    const angles = b.op('MatMul', [at, frequencies], [BATCH, SEQUENCE, Math.ceil(width / 2)]);
    const turn = (x: number, n: number) =>
      b.op('RotaryEmbedding', [x, angles, angles], b.shapeOf(x), {
        num_heads: n,
        rotary_embedding_dim: width,
      });
    return [turn(q, heads), turn(k, kvHeads)];
  };
  const shape = { heads, kvHeads, headDim, rotary: 0, normQk };
  const gate = (x: number, name: string) => {
    const parts = b.reshape(x, [heads, BATCH, SEQUENCE, block]);
    const w = b.param(`${name}_weight`, [heads, block, block], {}, [heads, 1, block, block]);
    const y = b.op('MatMul', [parts, w], b.shapeOf(parts));
    const biased = b.add(y, b.param(`${name}_bias`, [heads, block], {}, [heads, 1, 1, block]));
    return b.reshape(b.op('Sigmoid', [biased], b.shapeOf(biased)), [BATCH, SEQUENCE, lru]);
  };
  const recurrent = (x: number) => {
    const y = b.activate(b.linear(x, 'linear_y', lru, { bias: true }), act);
    const u = b.linear(x, 'linear_x', lru, { bias: true });
    const width = c.int('conv1d_width');
    const conv = causalConv(b, u, 'conv_1d', width, true, { kept: width - 1 });
    const h = b.scope('rg_lru', () => {
      const inputs = [
        conv,
        b.param('recurrent_param', [lru]),
        gate(conv, 'input_gate'),
        gate(conv, 'recurrent_gate'),
      ];
      b.cache({ name: 'recurrent', kind: 'recurrent', shape: [BATCH, lru], dtype: 'float32' });
      return b.op('GatedRecurrence', inputs, b.shapeOf(conv), {}, HOUSE);
    });
    return b.linear(b.mul(h, y), 'linear_out', hidden, { bias: true });
  };
  const window = c.int('attention_window_size');
  const spec = { ...shape, bias: c.bool('attention_bias'), outBias: true, window };
  causalDecoder(b, {
    norm: 'final_norm',
    tied: c.bool('tie_word_embeddings', true),
    kindOf,
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        scopes: ['temporal_block', 'mlp_block'],
        before: ['temporal_pre_norm', 'channel_pre_norm'],
        attention: (n) => (kindOf(i) === 'attention' ? selfAttention(b, n, spec) : recurrent(n)),
        mlp: (n) => gatedMlp(b, n, Math.floor(c.int('intermediate_size') / 2), act, { bias: true }),
      }),
  });
}

export const recurrentUnitFamilies = { rwkv, recurrent_gemma: recurrentGemma };
