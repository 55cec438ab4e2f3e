import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { indexer } from './latent';
import { gated } from './llama';
import { compressedAttention, compressionOf } from '../parts/compressed';
import { causalDecoder } from '../parts/decoder';
import type { DecoderSpec } from '../parts/decoder';
import { latentAttention, latentSizes } from '../parts/latent';
import { denseFirst, either, mixture } from '../parts/mixture';
import { layerKinds } from '../parts/sizes';
import type { StreamSizes } from '../parts/streams';
import { intoStreams, outOfStreams, throughStreams } from '../parts/streams';

/** A decoder whose residual is several streams: attention and MLP each between hyper-connections. */
export function streamed(
  b: Builder,
  mixed: boolean,
  kindOf: (layer: number) => string,
  attention: (x: number, layer: number) => number,
  mlp: (x: number, layer: number) => number,
  frame: Partial<Omit<DecoderSpec, 'layer'>> = {},
): void {
  const s: StreamSizes = { streams: b.c.int('hc_mult', 4), mixed };
  causalDecoder(b, {
    kindOf,
    afterEmbedding: (x) => intoStreams(b, x, s.streams),
    beforeNorm: (x) => outOfStreams(b, x, 'hc_head', s.streams),
    ...frame,
    layer: (x, i) => {
      const h = throughStreams(b, x, 'attn_hc', s, (y) => {
        const n = b.norm(y, 'input_layernorm');
        return b.scope('self_attn', () => attention(n, i));
      });
      return throughStreams(b, h, 'ffn_hc', s, (y) => {
        const n = b.norm(y, 'post_attention_layernorm');
        return b.scope('mlp', () => mlp(n, i));
      });
    },
  });
}

/** Experts and the shared MLP of `n_shared_experts` widths. */
export function sharing(b: Builder, shared: number, bias = false): (x: number) => number {
  return mixture(b, {
    shared: ['shared_experts', shared * b.c.int('moe_intermediate_size')],
    sharedBias: bias,
  });
}

/** HY-V4: latent attention with a gate and sinks, an index that some layers share. */
function hyV4(b: Builder): void {
  const { c } = b;
  const sizes = latentSizes(c);
  const indexed = layerKinds(c, 'indexer_types', (i) => (i === 0 || (i - 1) % 4 === 0 ? 'full' : 'shared'));
  const sparse = denseFirst(c, 1);
  const mlp = either(sparse, sharing(b, c.int('n_shared_experts')), gated(b));
  const attention = (x: number, i: number) => {
    b.weight('sinks', [sizes.heads]);
    const gate = b.linear(x, 'gate_proj', sizes.heads * sizes.valueDim);
    return latentAttention(b, x, sizes, {
      index: (h, latent) => {
        if (indexed[i] !== 'shared') indexer(b, h, latent);
      },
      beforeOut: (y) => b.mul(y, b.op('Sigmoid', [gate], b.shapeOf(gate))),
    });
  };
  streamed(b, false, (i) => `${indexed[i]} ${sparse(i)}`, attention, mlp);
}

/** DeepSeek-V4: attention over a window and over compressed stretches of what lies before it; hashed experts first. */
function deepseekV4(b: Builder): void {
  const { c } = b;
  const kinds = layerKinds(c, 'layer_types', compressedByDefault(c));
  const hashed = layerKinds(c, 'mlp_layer_types', (i) =>
    i < c.int('num_hash_layers', 3) ? 'hash_moe' : 'moe',
  );
  const mix = sharing(b, 1, c.bool('mlp_bias'));
  const mlp = (x: number, i: number) => {
    // Expert of each token id: a table, not learned.
    if (hashed[i] === 'hash_moe')
      b.weight('gate.tid2eid', [c.int('vocab_size'), c.int('num_experts_per_tok')], {
        role: 'buffer',
        dtype: 'int64',
      });
    return mix(x);
  };
  const attention = (x: number, i: number) => compressedAttention(b, x, compressionOf(c, kinds[i]!));
  streamed(b, true, (i) => `${kinds[i]} ${hashed[i]}`, attention, mlp);
}

/** By `compress_ratios` of older files, else two heavily compressed layers, then by turns. */
function compressedByDefault(c: ConfigReader): (layer: number) => string {
  const ratios = c.ints('compress_ratios');
  const heavy = 'heavily_compressed_attention';
  const sparse = 'compressed_sparse_attention';
  if (ratios) return (i) => (!ratios[i] ? 'sliding_attention' : ratios[i] === 4 ? sparse : heavy);
  return (i) => (i >= 2 && i % 2 === 1 ? sparse : heavy);
}

export const streamedFamilies = { hy_v4: hyV4, deepseek_v4: deepseekV4 };
