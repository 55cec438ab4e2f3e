import type { Dimension } from '../../model/expression';
import { BATCH, PAST, TOTAL } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { attend, rotate } from './attention';
import { headWidth } from './sizes';

/** Sizes of multi-head latent attention. */
export interface LatentSizes {
  readonly heads: number;
  /** Rank of the queries; undefined for a plain projection. */
  readonly queryRank?: number;
  readonly rank: number;
  readonly nope: number;
  readonly rope: number;
  readonly valueDim: number;
  readonly bias: boolean;
  /** False where positions are left to other layers. */
  readonly rotated?: boolean;
}

/** Sizes by DeepSeek's keys. */
export function latentSizes(c: ConfigReader): LatentSizes {
  return {
    heads: c.int('num_attention_heads'),
    queryRank: c.optionalInt('q_lora_rank'),
    rank: c.int('kv_lora_rank'),
    nope: c.int('qk_nope_head_dim'),
    rope: c.int('qk_rope_head_dim'),
    valueDim: c.has('v_head_dim') ? c.int('v_head_dim') : headWidth(c, c.int('num_attention_heads')),
    bias: c.bool('attention_bias'),
  };
}

/** What a family puts between: an index of the keys, other queries, something before the output projection. */
export interface LatentHooks {
  /** Called with x and the query's latent. */
  readonly index?: (x: number, queryLatent: number) => void;
  /** From x, the normalised latent of the queries and the same before its norm. */
  readonly queries?: (x: number, latent: number, raw: number) => number;
  readonly beforeOut?: (y: number, x: number) => number;
}

/**
 * Multi-head latent attention as the library runs it: keys and values are cached as one latent and one rotated key, and
 * expanded for all tokens at each step. Names are relative to the current scope.
 */
export function latentAttention(b: Builder, x: number, s: LatentSizes, hooks: LatentHooks = {}): number {
  const { heads, rank, rope, nope, valueDim, bias } = s;
  const keyDim = nope + rope;
  let latent = x;
  let q: number;
  if (s.queryRank !== undefined) {
    const raw = b.linear(x, 'q_a_proj', s.queryRank, { bias });
    latent = b.norm(raw, 'q_a_layernorm');
    q = hooks.queries ? hooks.queries(x, latent, raw) : b.linear(latent, 'q_b_proj', heads * keyDim);
  } else q = b.linear(x, 'q_proj', heads * keyDim);
  const compressed = b.linear(x, 'kv_a_proj_with_mqa', rank + rope, { bias });
  const [kvNew, keyNew] = (rope === 0 ? [compressed, -1] : b.split(compressed, [rank, rope])) as [
    number,
    number,
  ];
  const kv = withHeld(b, b.norm(kvNew, 'kv_a_layernorm'), 'latent', rank);
  const rotated = s.rotated ?? true;
  // Without rotated dimensions there is nothing beside the latent to keep.
  const turned =
    rope === 0 ? [] : [withHeld(b, rotated ? rotate(b, keyNew, 1) : keyNew, 'rotated_key', rope)];
  const expanded = b.linear(kv, 'kv_b_proj', heads * (nope + valueDim));
  const [k, v] = b.split(expanded, [heads * nope, heads * valueDim]) as [number, number];
  const keys = b.op('Concat', [k, ...turned], [BATCH, TOTAL, heads * keyDim], { axis: -1 });
  hooks.index?.(x, latent);
  const shape = { heads, kvHeads: heads, headDim: keyDim, valueDim };
  let y = attend(b, rotated && rope > 0 ? rotate(b, q, heads, rope) : q, keys, v, {
    ...shape,
    cached: false,
    expanded: true,
    kind: 'MLA',
  });
  if (hooks.beforeOut) y = hooks.beforeOut(y, x);
  return b.linear(y, 'o_proj', b.widthOf(x), { bias });
}

/** x after the cached tokens' own: [batch, total, width]; declares the cache tensor, [batch, 1, total, width] if not given. */
export function withHeld(
  b: Builder,
  x: number,
  name: string,
  width: number,
  kind: 'latent' | 'index' = 'latent',
  shape: readonly Dimension[] = [BATCH, 1, TOTAL, width],
): number {
  b.cache({ name, kind, shape });
  const past: readonly Dimension[] = [BATCH, PAST, width];
  const held = b.values.push({ name: `past_${name}`, kind: 'tensor', shape: past }) - 1;
  return b.op('Concat', [held, x], [BATCH, TOTAL, width], { axis: 1 });
}
