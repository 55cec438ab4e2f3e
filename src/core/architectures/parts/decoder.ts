import type { Builder } from '../builder';
import { layersByKind } from './layers';
import { tokenIds } from './attention';

/** The frame that causal models share; the family gives the layers. */
export interface DecoderSpec {
  /** Scope of the trunk: `model`, `transformer`; '' for none. */
  readonly trunk?: string;
  readonly embed?: string;
  readonly layers?: string;
  readonly norm?: string;
  readonly normKind?: 'rms' | 'layer' | 'none';
  readonly normBias?: boolean;
  /** Name of the head; '' where the class has none. */
  readonly head?: string;
  readonly headBias?: boolean;
  readonly vocab?: number;
  /** Rows of the embedding beyond the vocabulary, which no output has: it cannot be tied. */
  readonly moreRows?: number;
  readonly hidden?: number;
  readonly layerCount?: number;
  /** Equal text for equal layers; all equal by default. */
  readonly kindOf?: (layer: number) => string;
  /** One layer: x in, x out. `kind` is what `kindOf` gave. */
  readonly layer: (x: number, layer: number, kind: string) => number;
  /** After the look-up: positions, norms, projections. */
  readonly afterEmbedding?: (x: number, ids: number) => number;
  /** After the last layer, before the final norm. */
  readonly beforeNorm?: (x: number) => number;
  /** After the final norm, still in the trunk. */
  readonly afterNorm?: (x: number) => number;
  /** Between final norm and head. */
  readonly beforeHead?: (x: number) => number;
  readonly tied?: boolean;
}

/** Embedding, layers, final norm, head: the causal language model around a family's layer. */
export function causalDecoder(b: Builder, s: DecoderSpec): void {
  const { c } = b;
  const vocab = s.vocab ?? c.int('vocab_size');
  const hidden = s.hidden ?? c.int('hidden_size');
  const layers = s.layerCount ?? c.int('num_hidden_layers');
  const embed = s.embed ?? 'embed_tokens';
  const trunk = s.trunk ?? 'model';
  const more = s.moreRows ?? 0;
  const tied = more === 0 && (s.tied ?? c.bool('tie_word_embeddings', false));
  const ids = tokenIds(b);
  const inTrunk = <T>(f: () => T): T => (trunk === '' ? f() : b.scope(trunk, f));
  let x = inTrunk(() => {
    let h = b.embedding(ids, embed, vocab + more, hidden);
    if (s.afterEmbedding) h = s.afterEmbedding(h, ids);
    layersByKind(b, s.layers ?? 'layers', layers, s.kindOf ?? (() => ''), (layer, kind) => {
      h = s.layer(h, layer, kind);
    });
    if (s.beforeNorm) h = s.beforeNorm(h);
    if (s.norm !== '') h = b.norm(h, s.norm ?? 'norm', s.normKind, s.normBias);
    return s.afterNorm ? s.afterNorm(h) : h;
  });
  if (s.beforeHead) x = s.beforeHead(x);
  const table = b.find(`${trunk === '' ? '' : `${trunk}.`}${embed}.weight`);
  const head = s.head ?? 'lm_head';
  b.output(head === '' ? x : outputHead(b, x, head, vocab, tied ? table : undefined, s.headBias));
  Object.assign(b.facts, { task: 'causal', hiddenSize: hidden, layers, vocabularySize: vocab });
  b.facts.tiedEmbeddings = tied;
}

/** The output head: its own matrix, or the embedding's, given by its weight id. */
export function outputHead(
  b: Builder,
  x: number,
  name: string,
  vocab: number,
  tiedTo: number | undefined,
  bias = false,
): number {
  if (tiedTo === undefined) return b.linear(x, name, vocab, { bias });
  b.tie(tiedTo, `${name}.weight`);
  const y = b.linearWith(x, tiedTo, vocab);
  return bias ? b.addBias(y, `${name}.bias`) : y;
}

/** Where a layer has its norms around attention and MLP. */
export interface LayerSpec {
  readonly attention: (x: number, layer: number) => number;
  readonly mlp: (x: number, layer: number) => number;
  /** Scopes of the two; '' for none. */
  readonly scopes?: readonly [attention: string, mlp: string];
  /** Norms before attention and MLP, '' for none; by default Llama's. */
  readonly before?: readonly [attention: string, mlp: string];
  /** Norms after attention and MLP, before the residual addition; '' for none, as by default. */
  readonly after?: readonly [attention: string, mlp: string];
  /** Norms after the residual addition instead. */
  readonly postNorms?: readonly [attention: string, mlp: string];
  /** Attention and MLP read the same input side by side. */
  readonly parallel?: boolean;
  readonly kind?: 'rms' | 'layer' | 'none';
  readonly normBias?: boolean;
  /** Instead of the plain norm of the given kind. */
  readonly normOf?: (x: number, name: string, layer: number) => number;
  /** What becomes of the result of attention (0) and MLP (1) before it is added. */
  readonly outOf?: (y: number, part: 0 | 1) => number;
}

/** One layer: x + attention, then + MLP, with norms before, after, or around. */
export function decoderLayer(b: Builder, x: number, layer: number, s: LayerSpec): number {
  const [beforeA, beforeM] = s.before ?? ['input_layernorm', 'post_attention_layernorm'];
  const [afterA, afterM] = s.after ?? ['', ''];
  const [scopeA, scopeM] = s.scopes ?? ['self_attn', 'mlp'];
  const plain = (h: number, name: string) => b.norm(h, name, s.kind, s.normBias);
  const norm = (h: number, name: string) => (name === '' ? h : (s.normOf ?? plain)(h, name, layer));
  const within = (scope: string, f: () => number) => (scope === '' ? b.group('mlp', f) : b.scope(scope, f));
  const out = s.outOf ?? ((y: number) => y);
  const n = norm(x, beforeA);
  const a = within(scopeA, () => s.attention(n, layer));
  const attended = norm(out(a, 0), afterA);
  if (s.parallel) {
    const m = beforeM === beforeA ? n : norm(x, beforeM);
    const y = within(scopeM, () => s.mlp(m, layer));
    return b.add(b.add(x, attended), norm(out(y, 1), afterM));
  }
  const [postA, postM] = s.postNorms ?? ['', ''];
  const h = norm(b.add(x, attended), postA);
  const m = norm(h, beforeM);
  const y = within(scopeM, () => s.mlp(m, layer));
  return norm(b.add(h, norm(out(y, 1), afterM)), postM);
}

/** A causal model whose layers are `decoderLayer`s. */
export function decoder(b: Builder, s: LayerSpec & Omit<DecoderSpec, 'layer'>): void {
  const norm = { normKind: s.normKind ?? s.kind, normBias: s.normBias };
  causalDecoder(b, { ...s, ...norm, layer: (x, i) => decoderLayer(b, x, i, s) });
}

/** x + f(norm(x)): the residual branch of a pre-norm layer. */
export function preNorm(
  b: Builder,
  x: number,
  norm: string,
  f: (h: number) => number,
  kind: 'rms' | 'layer' | 'none' = 'rms',
  bias?: boolean,
): number {
  return b.add(x, f(b.norm(x, norm, kind, bias)));
}
