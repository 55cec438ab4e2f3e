/** Products with weights that are packed, quantised or chosen by a router: the activation's last size becomes N. */
import { dtypeAttribute } from '../ops/elementwise';
import type { ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { countOf, times } from '../dims';
import type { ShapeContext } from '../context';
import { like, withLast } from './kit';

/** Output 0: input 0 with the last dimension replaced. */
const projected =
  (columns: (c: ShapeContext) => Dim): ShapeFunction =>
  (c) =>
    c.tensor(0, c.dtype(0), withLast(c.shape(0), columns(c)));

const columnsOf = projected((c) => c.int('N'));

/** Blocks of 4-bit floats; without the transpose the weight's inputs and outputs change places. */
const bnb4 = projected((c) => c.int(c.int('transB', 1) !== 0 ? 'N' : 'K'));

const queriesKeysValues: ShapeFunction = (c) => {
  for (const [k, name] of ['Nq', 'Nkv', 'Nkv'].entries())
    c.tensor(k, c.dtype(0), withLast(c.shape(0), c.int(name)));
  c.like(3);
};

const mlp: ShapeFunction = (c) => {
  columnsOf(c);
  c.like(1);
};

/** Scores of all experts for every token, the leading dimensions run together. */
const router: ShapeFunction = (c) => {
  const logits = c.shape(0);
  const experts = c.has(2) ? c.dim(2, 0) : c.dim(0, -1);
  const tokens = logits && countOf(logits, 0, logits.length - 1);
  c.tensor(0, c.dtype(0), [tokens, experts]);
  for (const k of [1, 2]) c.tensor(k, 'float32', [tokens, experts]);
};

/** Gather from a table quantised in blocks; bytes hold several values along the last axis. */
const gatherBlocks: ShapeFunction = (c) => {
  const table = c.shape(0);
  const indices = c.shape(1);
  if (!table || !indices) return c.tensor(0, c.dtype(2), undefined);
  const bits = c.int('bits', 4);
  const perByte = c.dtype(0) === 'uint8' && bits > 0 ? 8 / bits : 1;
  const at = c.int('gather_axis', 0);
  const axis = at < 0 ? at + table.length : at;
  const unpacked = table.map((d, i) => (i === table.length - 1 ? times(d, perByte) : d));
  c.tensor(0, c.dtype(2), [...unpacked.slice(0, axis), ...indices, ...unpacked.slice(axis + 1)]);
};

const gatherPacked: ShapeFunction = (c) => {
  const indices = c.shape(1);
  c.tensor(
    0,
    c.hasAttribute('output_dtype') ? dtypeAttribute(c, 'output_dtype') : 'bfloat16',
    indices && [...indices, c.int('K')],
  );
};

const embedding: ShapeFunction = (c) => {
  const indices = c.shape(1);
  c.tensor(0, c.dtype(0), indices && [...indices, c.dim(0, 1)]);
};

export const weights: ShapeTable = {
  GatherBlockQuantized: gatherBlocks,
  GatherPacked: gatherPacked,
  MatMulBlockQuantizedFp4Weight: projected((c) => c.dim(1, 0)),
  MatMulBlockQuantizedFp8Weight: projected((c) => c.dim(1, 0)),
  MatMulBnb4: bnb4,
  MatMulFpQ4: projected((c) => c.data(2)?.[1]),
  MatMulNBits: columnsOf,
  MatMulNBitsMlp: mlp,
  MatMulNBitsQkv: queriesKeysValues,
  MatMulNBitsQLoRA: columnsOf,
  MatMulPacked: columnsOf,
  MoE: like(0),
  MoEGroupRouter: router,
  MoEPacked: like(0),
  QMoE: like(0),
  TorchEmbedding: embedding,
};
