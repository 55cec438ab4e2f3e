import { SEQUENCE, BATCH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { AttentionShape } from '../parts/attention';
import { attend, headNorm, rotate } from '../parts/attention';
import { causalDecoder } from '../parts/decoder';
import { experts } from '../parts/experts';
import { expertsOf } from '../parts/mixture';
import { gatedMlp } from '../parts/mlp';
import { attendShared } from '../parts/sharedCache';
import { everyNth, layerKinds } from '../parts/sizes';
import { activationOf } from './llama';

interface GemmaAttention extends AttentionShape {
  readonly shared: boolean;
  /** Values are the keys: no projection of their own. */
  readonly keysAreValues: boolean;
}

/** Attention with norms of queries, keys and (without weights) values; late layers share an earlier one's cache. */
function attention(b: Builder, x: number, a: GemmaAttention): number {
  const bias = b.c.bool('attention_bias');
  const q0 = b.linear(x, 'q_proj', a.heads * a.headDim, { bias });
  const table = a.window === undefined ? ' full' : ' sliding';
  const q = rotate(b, headNorm(b, q0, 'q_norm', a.headDim), a.heads, undefined, table);
  let y: number;
  if (a.shared) y = attendShared(b, q, a);
  else {
    const k0 = b.linear(x, 'k_proj', a.kvHeads * a.headDim, { bias });
    const v0 = a.keysAreValues ? k0 : b.linear(x, 'v_proj', a.kvHeads * a.headDim, { bias });
    const k = rotate(b, headNorm(b, k0, 'k_norm', a.headDim), a.kvHeads, undefined, table);
    y = attend(b, q, k, headNorm(b, v0, 'v_norm', a.headDim, 'none'), a);
  }
  return b.linear(y, 'o_proj', b.widthOf(x), { bias });
}

/** Whether a layer shares an earlier layer's keys and values. */
function sharing(c: ConfigReader, orZero: boolean): (layer: number) => boolean {
  const first = c.int('num_hidden_layers') - c.int('num_kv_shared_layers', 0);
  return (i) => i >= first && (orZero ? first >= 0 : first > 0);
}

/** Tables and projections that give every layer its own small input; returns its width, 0 for none. */
function perLayerInputs(b: Builder, layers: number, ids: number, x: number): number {
  const { c } = b;
  const width = c.int('hidden_size_per_layer_input', 0);
  if (width <= 0) return 0;
  b.embedding(ids, 'embed_tokens_per_layer', c.int('vocab_size_per_layer_input'), layers * width);
  const projected = b.linear(x, 'per_layer_model_projection', layers * width);
  b.norm(b.reshape(projected, [BATCH, SEQUENCE, layers, width]), 'per_layer_projection_norm');
  return width;
}

function perLayer(b: Builder, x: number, width: number, act: string): number {
  const gate = b.activate(b.linear(x, 'per_layer_input_gate', width), act);
  return b.norm(
    b.linear(b.mul(gate, gate), 'per_layer_projection', b.widthOf(x)),
    'post_per_layer_input_norm',
  );
}

/** Gemma 4's text part. */
export function gemma4(b: Builder, trunk = 'model'): void {
  const { c } = b;
  const layers = c.int('num_hidden_layers');
  const kinds = [...layerKinds(c, 'layer_types', everyNth(6))];
  if (kinds.length > 0) kinds[kinds.length - 1] = 'full_attention';
  const act = activationOf(c, 'gelu_pytorch_tanh');
  const shares = sharing(c, true);
  const window = c.optionalInt('sliding_window');
  const shapeOf = (i: number): GemmaAttention => {
    const full = kinds[i] === 'full_attention';
    const keysAreValues = full && c.bool('attention_k_eq_v');
    return {
      heads: c.int('num_attention_heads'),
      ...layerSizes(c, i, full),
      window: full ? undefined : window,
      shared: shares(i),
      keysAreValues,
    };
  };
  const inner = (i: number) =>
    c.int('intermediate_size') * (c.bool('use_double_wide_mlp') && shares(i) ? 2 : 1);
  let width = 0;
  causalDecoder(b, {
    trunk,
    tied: c.bool('tie_word_embeddings', true),
    kindOf: (i) => JSON.stringify([shapeOf(i), inner(i)]),
    afterEmbedding: (x, ids) => {
      width = perLayerInputs(b, layers, ids, x);
      return x;
    },
    layer: (x, i) => {
      const n = b.norm(x, 'input_layernorm');
      const a = b.scope('self_attn', () => attention(b, n, shapeOf(i)));
      let h = b.add(x, b.norm(a, 'post_attention_layernorm'));
      const m = b.norm(h, 'pre_feedforward_layernorm');
      let f = b.scope('mlp', () => gatedMlp(b, m, inner(i), act));
      if (c.bool('enable_moe_block')) f = b.add(b.norm(f, 'post_feedforward_layernorm_1'), moe(b, h, act));
      h = b.add(h, b.norm(f, 'post_feedforward_layernorm'));
      b.weight('layer_scalar', [1], { role: 'buffer' });
      return width > 0 ? b.add(h, perLayer(b, h, width, act)) : h;
    },
  });
}

/** `per_layer_config` by layer, else the global head width and heads on full layers. */
function layerSizes(c: ConfigReader, layer: number, full: boolean): { headDim: number; kvHeads: number } {
  const usual = { headDim: c.int('head_dim'), kvHeads: c.int('num_key_value_heads') };
  const table = c.raw('per_layer_config');
  if (typeof table === 'object' && table !== null) {
    const own = Object.entries(table).find(([key]) => Number(key) === layer)?.[1] as unknown;
    if (typeof own !== 'object' || own === null) return usual;
    const sizes = own as Record<string, unknown>;
    const pick = (key: string, or: number) => (typeof sizes[key] === 'number' ? sizes[key] : or);
    return { headDim: pick('head_dim', usual.headDim), kvHeads: pick('num_key_value_heads', usual.kvHeads) };
  }
  if (!full) return usual;
  const gates = c.raw('attention_k_eq_v') === undefined || c.bool('attention_k_eq_v');
  const kvHeads = gates ? c.int('num_global_key_value_heads', usual.kvHeads) : usual.kvHeads;
  return { headDim: c.int('global_head_dim', 512), kvHeads };
}

function moe(b: Builder, x: number, act: string): number {
  const { c } = b;
  const count = c.int('num_experts');
  const n = b.norm(x, 'pre_feedforward_layernorm_2');
  const y = experts(b, n, {
    ...expertsOf(c),
    act,
    scores: () =>
      b.scope('router', () => {
        const scaled = b.mul(b.norm(x, 'norm', 'none'), b.param('scale', [b.widthOf(x)]));
        return b.mul(b.linear(scaled, 'proj', count), b.param('per_expert_scale', [count]));
      }),
  });
  return b.norm(y, 'post_feedforward_layernorm_2');
}

/** Gemma 3n's text part: alternating updates, LAuReL, inputs per layer, late layers without their own cache. */
export function gemma3n(b: Builder, trunk = 'model'): void {
  const { c } = b;
  const layers = c.int('num_hidden_layers');
  const kinds = layerKinds(c, 'layer_types', everyNth(5));
  const act = activationOf(c, 'gelu_pytorch_tanh');
  const shares = sharing(c, false);
  const inners = c.ints('intermediate_size');
  const inner = (i: number) => (inners ? (inners[i] ?? 0) : c.int('intermediate_size'));
  const streams = c.int('altup_num_inputs');
  const rank = c.int('laurel_rank');
  const window = c.optionalInt('sliding_window');
  const shapeOf = (i: number): GemmaAttention => ({
    heads: c.int('num_attention_heads'),
    kvHeads: c.int('num_key_value_heads'),
    headDim: c.int('head_dim'),
    window: kinds[i] === 'full_attention' ? undefined : window,
    shared: shares(i),
    keysAreValues: false,
  });
  let width = 0;
  const projections = (x: number, name: string) => {
    let sum = x;
    b.repeat(name, streams - 1, () => {
      const shape = b.shapeOf(x);
      const w = b.param('weight', [b.widthOf(x), b.widthOf(x)]);
      sum = b.op('MatMul', [x, w], shape);
    });
    return b.add(x, sum);
  };
  causalDecoder(b, {
    trunk,
    tied: c.bool('tie_word_embeddings', true),
    kindOf: (i) => JSON.stringify([shapeOf(i), inner(i)]),
    afterEmbedding: (x, ids) => {
      width = perLayerInputs(b, layers, ids, x);
      return projections(x, 'altup_projections');
    },
    layer: (x, i) => {
      const predicted = b.scope('altup', () => predict(b, x, streams));
      const n = b.norm(predicted, 'input_layernorm');
      const laurel = b.scope('laurel', () => {
        const low = b.linear(n, 'linear_left', rank);
        return b.add(n, b.norm(b.linear(low, 'linear_right', b.widthOf(n)), 'post_laurel_norm'));
      });
      const a = b.scope('self_attn', () => attention(b, n, shapeOf(i)));
      const h = b.add(b.add(predicted, b.norm(a, 'post_attention_layernorm')), laurel);
      const m = b.norm(h, 'pre_feedforward_layernorm');
      const f = b.scope('mlp', () => gatedMlp(b, m, inner(i), act));
      const done = b.add(h, b.norm(f, 'post_feedforward_layernorm'));
      const corrected = b.scope('altup', () => correct(b, done, streams));
      return b.add(corrected, perLayer(b, corrected, width, act));
    },
    beforeNorm: (x) => projections(x, 'altup_unembed_projections'),
  });
}

/** AltUp's prediction: a [streams, streams] product for each token and channel. */
function predict(b: Builder, x: number, streams: number): number {
  const routed = router(b, x, streams, true);
  const coefficients = b.linear(routed, 'prediction_coefs', streams * streams);
  const matrix = b.reshape(coefficients, [BATCH, SEQUENCE, streams, streams]);
  const hidden = b.widthOf(x);
  const stacked = b.op('Expand', [x, -1], [BATCH, SEQUENCE, hidden, streams]);
  const mixed = b.op('MatMul', [stacked, matrix], [BATCH, SEQUENCE, hidden, streams]);
  return b.op('Gather', [mixed, -1], [BATCH, SEQUENCE, hidden], { axis: -1 });
}

function correct(b: Builder, x: number, streams: number): number {
  const routed = router(b, x, streams, false);
  b.linear(routed, 'correction_coefs', streams);
  return b.mul(x, b.param('correct_output_scale', [b.widthOf(x)]));
}

/** The modality router: declared before the layer, run again after it. */
function router(b: Builder, x: number, streams: number, first: boolean): number {
  if (first)
    return b.op('Tanh', [b.linear(b.norm(x, 'router_norm'), 'modality_router', streams)], tokens(streams));
  const declared = b.lastWeight('modality_router.weight');
  return b.op('Tanh', [b.linearWith(x, declared, streams)], tokens(streams));
}

function tokens(width: number) {
  return [BATCH, SEQUENCE, width];
}

export const gemmaNanoFamilies = {
  gemma3n_text: (b: Builder) => gemma3n(b),
  gemma4_text: (b: Builder) => gemma4(b),
  gemma4_unified_text: (b: Builder) => gemma4(b),
};
