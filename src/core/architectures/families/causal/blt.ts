import { ceilDivide, multiply } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH, SEQUENCE } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { attend, selfAttention, tokenIds } from '../../parts/attention';
import { decoderLayer, outputHead } from '../../parts/decoder';
import { headsOf } from '../../parts/sizes';
import { gated } from '../llama';

/** Llama's layers over the current config's sizes; only the local parts keep a cache. */
function layers(b: Builder, x: number, count: number, cached: boolean): number {
  const spec = { ...headsOf(b.c), cached };
  const mlp = gated(b, b.c.int('intermediate_size', Math.trunc((8 * b.c.int('hidden_size')) / 3)));
  let h = x;
  b.repeat('layers', count, () => {
    h = decoderLayer(b, h, 0, { attention: (n) => selfAttention(b, n, spec), mlp });
  });
  return h;
}

/** Attention from x to `other`, both normed first; names are relative to the current scope. */
function cross(b: Builder, x: number, other: number): number {
  const { heads, kvHeads } = headsOf(b.c);
  const width = b.widthOf(x);
  const headDim = heads > 0 ? Math.floor(width / heads) : 0;
  const q = b.linear(b.norm(x, 'q_norm'), 'q_proj', heads * headDim);
  const n = b.norm(other, 'k_norm');
  const [k, v] = ['k_proj', 'v_proj'].map((name) => b.linear(n, name, kvHeads * headDim)) as [number, number];
  const y = attend(b, q, k, v, { heads, kvHeads, headDim, causal: false, kind: 'cross' });
  return b.add(x, b.linear(y, 'o_proj', width));
}

/** One cross-attention for all layers or one for each, as the part says. */
function crossLayers(b: Builder, x: number, other: number): number {
  const count = b.c.bool('cross_attn_all_layers') ? b.c.int('num_hidden_layers') : 1;
  return b.repeat('cross_attn_layers', count, () => cross(b, x, other)) ?? x;
}

/**
 * Byte Latent Transformer: a local encoder over bytes, a large transformer over patches of them, a local decoder. How many
 * bytes make a patch is data: `patch_size` of them are taken, so compute is an estimate.
 */
export function blt(b: Builder): void {
  const { c } = b;
  const patches = ceilDivide(SEQUENCE, Math.max(1, c.int('patch_size', 4)));
  const several = c.int('cross_attn_k', 2);
  const inside = <T>(key: string, f: () => T): T => b.withReader(c.child(key), f);
  const [ids, vocab] = [tokenIds(b), c.int('vocab_size')];
  const tied = c.bool('tie_word_embeddings');
  const y = b.scope('model', () => {
    const [bytes, states] = b.scope('local_encoder', () =>
      inside('encoder_config', () => encoder(b, ids, tied ? vocab : undefined, patches, several)),
    );
    const groups = c.list('encoder_hash_byte_group_size')?.length ?? 6;
    const rows =
      c.int('encoder_hash_byte_group_vocab') * c.int('encoder_hash_byte_group_nb_functions', 1) * groups;
    b.weight('encoder_hash_tok_embedding.weight', [rows, b.widthOf(bytes)]);
    const wide = b.scope('global_transformer', () =>
      inside('global_config', () => overPatches(b, states, patches, several)),
    );
    if (c.bool('patch_in_forward', true))
      b.scope('patcher', () => inside('patcher_config', () => patcher(b, ids)));
    return b.scope('local_decoder', () =>
      inside('decoder_config', () => {
        const hidden = b.c.int('hidden_size');
        const spread = b.linear(wide, 'patch_embedding_projection', hidden * several);
        const pieces = b.reshape(spread, [BATCH, multiply(patches, several), hidden]);
        return b.norm(layers(b, crossLayers(b, bytes, pieces), b.c.int('num_hidden_layers'), true), 'norm');
      }),
    );
  });
  const table = tied ? b.find('model.local_encoder.embed_tokens.weight') : undefined;
  b.output(outputHead(b, y, 'lm_head', vocab, table));
  b.outline = 'tokens';
  const said =
    'How many bytes make a patch depends on the text: `patch_size` of them are taken, and compute is an estimate.';
  c.report('assumption', 'config.patches', 'patch_size', said);
  Object.assign(b.facts, { task: 'causal', vocabularySize: vocab });
}

function encoder(
  b: Builder,
  ids: number,
  rows: number | undefined,
  patches: Dimension,
  several: number,
): [bytes: number, states: number] {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const x = layers(
    b,
    b.embedding(ids, 'embed_tokens', rows ?? c.int('vocab_size'), hidden),
    c.int('num_hidden_layers'),
    true,
  );
  const reduced = b.op('ReduceMax', [x, -1], [BATCH, patches, hidden], { keepdims: 0 });
  const spread = b.linear(reduced, 'patch_embedding_projection', hidden * several);
  return [x, crossLayers(b, b.reshape(spread, [BATCH, multiply(patches, several), hidden]), x)];
}

/** The large transformer, with attention to the patches before; a projection where the widths differ. */
function overPatches(b: Builder, states: number, patches: Dimension, several: number): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const width = b.widthOf(states) * several;
  let x = b.reshape(states, [BATCH, patches, width]);
  if (width !== hidden) x = b.linear(x, 'token_embedding_projection', hidden);
  return layers(b, x, c.int('num_hidden_layers'), false);
}

/** The small model that tells where patches begin. */
function patcher(b: Builder, ids: number): void {
  const { c } = b;
  const x = layers(
    b,
    b.embedding(ids, 'embed_tokens', c.int('vocab_size'), c.int('hidden_size')),
    c.int('num_hidden_layers'),
    false,
  );
  b.linear(b.norm(x, 'norm'), 'lm_head', c.int('vocab_size'));
}
