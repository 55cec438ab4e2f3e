/** Normalisations fused with residuals, embeddings and gates. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { over, times } from '../dims';
import { dtypeOf, like, likes, withLast } from './kit';

/** Mean and inverse deviation keep the rank: one number per normalised row. */
const skip: ShapeFunction = (c) => {
  c.like(0);
  c.tensor(1, 'float32', withLast(c.shape(0), 1));
  c.tensor(2, 'float32', withLast(c.shape(0), 1));
  c.like(3);
};

/** Normalised over the axes from `axis` on; a second output is 1 on them. In the standard's domain by history. */
export const simplified: ShapeFunction = (c) => {
  c.like(0);
  const x = c.shape(0);
  if (!x) return;
  const axis = c.int('axis', -1);
  const from = axis < 0 ? axis + x.length : axis;
  c.tensor(
    1,
    'float32',
    x.map((d, i) => (i < from ? d : 1)),
  );
};

function embedded(c: ShapeContext, table: number, dtype: DType | undefined): void {
  const shape: Shape = [c.dim(0, 0), c.dim(0, 1), c.dim(table, 1)];
  c.tensor(0, dtype, shape);
  c.tensor(1, 'int32', [c.dim(0, 0)]);
  c.tensor(2, dtype, shape);
}

/** [..., C, H], or [..., C * H] when the branches are counted by an attribute; without the branch axis. */
const preMix: ShapeFunction = (c) => {
  const x = c.shape(0);
  const branches = c.int('num_branches', 0);
  if (!x) return;
  if (branches > 0) return c.tensor(0, c.dtype(0), withLast(x, over(x[x.length - 1], branches)));
  c.tensor(0, c.dtype(0), [...x.slice(0, -2), x[x.length - 1]]);
};

const lowRankMix: ShapeFunction = (c) => {
  const branches = c.int('num_branches');
  const x = c.shape(0);
  c.tensor(0, c.dtype(0), withLast(x, over(c.dim(0, -1), branches)));
  c.tensor(1, c.dtype(0), withLast(x, branches));
  c.like(2);
};

/** Normalised and rotated heads of an input [B, S, heads, stride], flattened. */
const rotary: ShapeFunction = (c) => {
  const given = c.int('input_width', 0);
  const width: Dim = given > 0 ? given : (c.dim(1, 0) ?? c.dim(0, 3));
  const [batch, sequence, heads] = [c.dim(0, 0), c.dim(0, 1), c.dim(0, 2)];
  const flat = c.int('flatten_batch', 0) === 1;
  const rows: Shape = flat ? [1, times(batch, sequence)] : [batch, sequence];
  const dtype = c.int('output_fp16', 0) === 1 ? 'float16' : 'bfloat16';
  c.tensor(0, dtype, [...rows, times(heads, width)]);
  c.tensor(1, 'float32', [batch, sequence, heads, width]);
};

export const normalisation: ShapeTable = {
  BranchwiseRMSNorm: like(0),
  EmbedLayerNormalization: (c) => embedded(c, 2, dtypeOf(c, 2)),
  EngramGate: likes(0, 0),
  GatedAdd: like(0),
  GatedRMSNorm: like(0),
  GroupNorm: like(0),
  HyperConnectionLowRankMix: lowRankMix,
  HyperConnectionPostMix: like(0),
  HyperConnectionPreMix: preMix,
  QEmbedLayerNormalization: (c) => embedded(c, 2, dtypeOf(c, 8)),
  QOrderedLayerNormalization: like(0),
  RMSNormRotary: rotary,
  SimplifiedLayerNormalization: simplified,
  SkipGroupNorm: likes(0, 0),
  SkipLayerNormalization: skip,
  SkipSimplifiedLayerNormalization: skip,
};
