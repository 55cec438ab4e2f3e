import type { Builder } from '../builder';
import { layersByKind } from './layers';
import { tokenIds } from './attention';

/** The frame that causal models share; the family gives the layers. */
export interface DecoderSpec {
  /** Scope of the trunk: `model`, `transformer`. */
  readonly trunk?: string;
  readonly embed?: string;
  readonly layers?: string;
  readonly norm?: string;
  readonly normKind?: 'rms' | 'layer' | 'none';
  readonly normBias?: boolean;
  readonly head?: string;
  readonly headBias?: boolean;
  readonly vocab?: number;
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
  const tied = s.tied ?? c.bool('tie_word_embeddings', false);
  const ids = tokenIds(b);
  let x = b.scope(trunk, () => {
    let h = b.embedding(ids, embed, vocab, hidden);
    if (s.afterEmbedding) h = s.afterEmbedding(h, ids);
    layersByKind(b, s.layers ?? 'layers', layers, s.kindOf ?? (() => ''), (layer, kind) => {
      h = s.layer(h, layer, kind);
    });
    if (s.beforeNorm) h = s.beforeNorm(h);
    return s.normKind === 'none' ? h : b.norm(h, s.norm ?? 'norm', s.normKind, s.normBias);
  });
  if (s.beforeHead) x = s.beforeHead(x);
  const table = b.find(`${trunk}.${embed}.weight`);
  b.output(outputHead(b, x, s.head ?? 'lm_head', vocab, tied ? table : undefined, s.headBias));
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
