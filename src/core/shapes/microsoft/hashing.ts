/** Tokens, n-grams, hashes and other operators on integers and strings. */
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { plus } from '../dims';
import { like } from './kit';

/** Hash heads of all n-gram orders from 2 up. */
function hashHeads(c: ShapeContext): Dim {
  const orders = c.int('max_ngram_size');
  const heads = c.int('n_head_per_ngram');
  return orders === undefined || heads === undefined ? undefined : (orders - 1) * heads;
}

const history = (c: ShapeContext): Dim => plus(c.int('max_ngram_size'), -1);

const ngramHashes: ShapeFunction = (c) => {
  const ids = c.shape(0);
  c.tensor(0, c.dtype(0), ids && [...ids, hashHeads(c)]);
  c.tensor(1, c.dtype(0), [c.dim(0, 0), history(c)]);
};

const packedNgramHashes: ShapeFunction = (c) => {
  const batch = plus(c.dim(3, 0), -1);
  c.tensor(0, c.dtype(0), [c.dim(0, 0), hashHeads(c)]);
  c.tensor(1, c.dtype(0), [batch, history(c)]);
  c.tensor(2, 'int32', [batch, history(c)]);
  c.tensor(3, c.dtype(0), [batch, c.int('state_update_capacity', 0), history(c)]);
};

/** As many as the data has distinct values; the index is as long as the input. */
const unique: ShapeFunction = (c) => {
  c.tensor(0, c.dtype(0), [c.fresh('unique')]);
  c.tensor(1, 'int64', c.shape(0));
  c.tensor(2, 'int64', [c.fresh('unique')]);
};

/** One more axis: as long as the longest list of tokens. */
const tokenizer: ShapeFunction = (c) => {
  const strings = c.shape(0);
  c.tensor(0, 'string', strings && [...strings, c.fresh('tokens')]);
};

const bifurcation: ShapeFunction = (c) => {
  c.tensor(0, 'int64', [c.fresh('tokens')]);
  c.tensor(1, 'int64', []);
};

/** Words as rows of characters become vectors. */
const wordEmbedding: ShapeFunction = (c) => {
  const words = c.shape(0);
  c.tensor(0, c.dtype(1), words && [...words.slice(0, -1), c.int('embedding_size') ?? c.dim(1, 0)]);
};

const removePadding: ShapeFunction = (c) => {
  c.tensor(0, c.dtype(0), [c.fresh('tokens'), c.dim(0, 2)]);
  c.tensor(1, 'int32', [c.dim(0, 0), c.dim(0, 1)]);
  c.tensor(2, 'int32', [plus(c.dim(0, 0), 1)]);
  c.tensor(3, 'int32', [1]);
};

const restorePadding: ShapeFunction = (c) => c.tensor(0, c.dtype(0), [c.dim(1, 0), c.dim(1, 1), c.dim(0, 1)]);

export const hashing: ShapeTable = {
  BifurcationDetector: bifurcation,
  DynamicTimeWarping: (c) => c.tensor(0, 'int32', [2, c.fresh('path')]),
  MurmurHash3: (c) => c.tensor(0, c.int('positive', 1) !== 0 ? 'uint32' : 'int32', c.shape(0)),
  NGramHashMapping: ngramHashes,
  NGramRepeatBlock: like(1),
  RemovePadding: removePadding,
  RestorePadding: restorePadding,
  Tokenizer: tokenizer,
  Unique: unique,
  VarlenNGramHashMapping: packedNgramHashes,
  WordConvEmbedding: wordEmbedding,
};
