import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { HOUSE } from '../builder';
import type { SelfAttentionSpec } from '../parts/attention';
import { selfAttention } from '../parts/attention';
import { causalConv } from '../parts/convolution';
import { causalDecoder } from '../parts/decoder';
import { layerKinds } from '../parts/sizes';
import type { Mamba2Sizes } from '../parts/stateSpace';
import { mamba2, pastState } from '../parts/stateSpace';
import { activationOf, gated } from './llama';
import { rankOf } from './recurrent';

/** Zamba's Mamba: several heads, each with its own projections to dt, B and C. */
function headedMamba(b: Builder, x: number): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const heads = c.int('n_mamba_heads');
  const inner = Math.trunc(c.number('mamba_expand', 2) * hidden);
  const state = c.int('mamba_d_state');
  const rank = rankOf(c, 'mamba_dt_rank', hidden);
  const width = heads > 0 ? Math.floor(inner / heads) : 0;
  const bias = c.bool('mamba_proj_bias');
  const each = (n: number) => [heads, BATCH, SEQUENCE, n];
  const both = b.linear(x, 'in_proj', 2 * inner, { bias });
  const [h, gate] = b.split(both, [inner, inner]) as [number, number];
  const conv = causalConv(b, h, 'conv1d', c.int('mamba_d_conv'), c.bool('mamba_conv_bias', true));
  const u = b.activate(conv, c.string('hidden_mamba_act', 'silu'));
  const out = rank + 2 * state;
  const xw = b.param('x_proj_weight', [heads, out, width], {}, [heads, 1, width, out]);
  const parameters = b.op('MatMul', [b.reshape(u, each(width)), xw], each(out));
  const [t, bIn, cOut] = b.split(parameters, [rank, state, state]) as [number, number, number];
  const tw = b.param('dt_proj_weight', [heads, width, rank], {}, [heads, 1, rank, width]);
  const dt = b.op('MatMul', [t, tw], each(width));
  const step = b.add(dt, b.param('dt_proj_bias', [heads, width], {}, [heads, 1, 1, width]));
  const a = b.param('A_log', [heads, width, state]);
  const d = b.param('D', [heads, width]);
  const past = pastState(b, [BATCH, heads, width, state]);
  const y = b.op(
    'SelectiveScan',
    [u, step, a, bIn, cOut, d, past],
    b.shapeOf(u),
    { state_size: state },
    HOUSE,
  );
  return b.linear(b.mul(y, b.activate(gate, 'silu')), 'out_proj', hidden, { bias });
}

interface ZambaSpec {
  readonly kinds: readonly string[];
  /** Distinct shared transformers, used in turn. */
  readonly blocks: number;
  readonly mamba: (x: number) => number;
  /** Name of the shared transformer. */
  readonly shared: string;
  readonly attention: SelfAttentionSpec;
  /** The shared transformer's MLP in the hybrid layer of this position. */
  readonly mlp: (x: number, position: number) => number;
}

/** Mamba layers, some with a transformer before them that is shared by all: its weights belong to the first. */
function zambaModel(b: Builder, s: ZambaSpec): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const hybrids = s.kinds.flatMap((k, i) => (k === 'hybrid' ? [i] : []));
  const blocks = Math.max(1, s.blocks);
  const tied = c.bool('tie_word_embeddings', true);
  const owners = new Map<number, string>();
  const kindOf = (i: number) => {
    const at = hybrids.indexOf(i);
    if (at < 0) return 'linear_attention';
    return at < blocks ? `owner ${at}` : `hybrid ${at % blocks}`;
  };
  const transformer = (x: number, position: number) => {
    const wide = b.op('Concat', [x, x], [BATCH, SEQUENCE, 2 * hidden], { axis: -1 });
    const n = b.norm(wide, 'input_layernorm');
    const y = b.scope('self_attn', () => selfAttention(b, n, { ...s.attention, out: hidden }));
    const m = b.norm(y, 'pre_ff_layernorm');
    return b.scope('feed_forward', () => s.mlp(m, position));
  };
  const mambaLayer = (x: number, extra?: number) => {
    const n = b.norm(extra === undefined ? x : b.add(x, extra), 'input_layernorm');
    return b.add(
      x,
      b.scope('mamba', () => s.mamba(n)),
    );
  };
  causalDecoder(b, {
    norm: 'final_layernorm',
    tied,
    kindOf,
    layer: (x, i) => {
      const at = hybrids.indexOf(i);
      if (at < 0) return mambaLayer(x);
      const turn = at % blocks;
      const y = b.scope(s.shared, () => {
        const there = owners.get(turn);
        // Without tied embeddings the library ties nothing: each layer then has a transformer of its own.
        if (there !== undefined && tied) return b.reuse(there, () => transformer(x, at));
        owners.set(turn, b.place);
        return transformer(x, at);
      });
      const linear = b.linear(y, 'linear', hidden);
      return b.scope('mamba_decoder', () => mambaLayer(x, linear));
    },
  });
}

function zamba(b: Builder): void {
  const { c } = b;
  const period = Math.max(1, c.int('attn_layer_period'));
  const offset = c.int('attn_layer_offset');
  const kinds = layerKinds(c, 'layers_block_type', (i) =>
    i === 2 || (i > 2 && (i - 3) % period === offset) ? 'hybrid' : 'linear_attention',
  );
  zambaModel(b, {
    kinds,
    blocks: 1,
    mamba: (x) => headedMamba(b, x),
    shared: 'shared_transf',
    attention: { ...wideAttention(b), rotary: 0 },
    mlp: gated(b, c.int('intermediate_size'), false),
  });
}

/** Attention over twice the hidden width. */
function wideAttention(b: Builder): SelfAttentionSpec {
  const { c } = b;
  const heads = c.int('num_attention_heads');
  const fallback = heads > 0 ? Math.floor((2 * c.int('hidden_size')) / heads) : 0;
  const own = c.values['head_dim'];
  const derived = c.modelType === 'zamba2' ? fallback : c.int('attention_head_dim', fallback);
  const headDim = typeof own === 'number' ? c.int('head_dim') : derived;
  return { heads, kvHeads: c.int('num_key_value_heads', heads), headDim };
}

function zamba2(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const inner = c.int('intermediate_size', 4 * hidden);
  const rank = c.int('adapter_rank');
  const blocks = Math.max(1, c.int('num_mem_blocks'));
  const six = (i: number) => (i > 0 && i % 6 === 0 ? 'hybrid' : 'linear_attention');
  const kinds = layerKinds(c, 'layers_block_type', six);
  const count = kinds.filter((k) => k === 'hybrid').length;
  const heads = c.int('n_mamba_heads');
  const width = Math.trunc(c.number('mamba_expand', 2) * hidden);
  const sizes: Mamba2Sizes = {
    inner: width,
    heads,
    headDim: heads > 0 ? Math.floor(width / heads) : 0,
    state: c.int('mamba_d_state'),
    groups: c.int('mamba_ngroups'),
    conv: c.int('mamba_d_conv'),
    chunk: c.int('chunk_size'),
    bias: c.bool('add_bias_linear'),
  };
  /** A low-rank addition of its own for each layer that shares the weights. */
  const adapter = (x: number, list: string, position: number, out: number) => {
    const mine = Array.from({ length: count }, (_, i) => i).filter((i) => i % blocks === position % blocks);
    const from = b.widthOf(x);
    const ids = b.repeat(list, mine, () => [
      b.weight('0.weight', [rank, from]),
      b.weight('1.weight', [out, rank]),
    ])!;
    const shape = b.shapeOf(x).slice(0, -1);
    const low = b.op('MatMul', [x, b.seen(ids[0]!, [from, rank])], [...shape, rank]);
    return b.op('MatMul', [low, b.seen(ids[1]!, [rank, out])], [...shape, out]);
  };
  const spec = wideAttention(b);
  zambaModel(b, {
    kinds,
    blocks,
    mamba: (x) => mamba2(b, x, sizes),
    shared: 'shared_transformer',
    attention: { ...spec, ...(c.bool('use_mem_rope') ? {} : { rotary: 0 }) },
    mlp: (x, position) => {
      const bias = c.bool('add_bias_linear');
      const both = b.linear(x, 'gate_up_proj', 2 * inner, { bias });
      const adapted = b.add(both, adapter(x, 'gate_up_proj_adapter_list', position, 2 * inner));
      const [gate, up] = b.split(adapted, [inner, inner]) as [number, number];
      return b.linear(b.mul(b.activate(gate, activationOf(c, 'gelu')), up), 'down_proj', hidden, { bias });
    },
  });
  if (c.bool('use_shared_attention_adapter')) attentionAdapters(b, kinds, blocks, rank);
}

/** The adapters of queries, keys and values, which run in every hybrid layer. */
function attentionAdapters(b: Builder, kinds: readonly string[], blocks: number, rank: number): void {
  const hybrids = kinds.flatMap((k, i) => (k === 'hybrid' ? [i] : []));
  const wide = 2 * b.c.int('hidden_size');
  hybrids.slice(0, blocks).forEach((layer, turn) => {
    const mine = hybrids.map((_, i) => i).filter((i) => i % blocks === turn);
    b.under('model', () =>
      b.repeat('layers', [layer], () =>
        b.under('shared_transformer.self_attn', () => {
          for (const name of ['q', 'k', 'v'])
            b.repeat(`linear_${name}_adapter_list`, mine, () => {
              const x =
                b.values.push({ name: 'adapter_input', kind: 'tensor', shape: [BATCH, SEQUENCE, wide] }) - 1;
              b.linear(b.linear(x, '0', rank), '1', wide);
            });
        }),
      ),
    );
  });
}

export const zambaFamilies = { zamba, zamba2 };
