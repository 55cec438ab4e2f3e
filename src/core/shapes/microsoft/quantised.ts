/** To and from quantised types, block floating point and the layouts of one library. */
import type { ShapeFunction, ShapeTable } from '../context';
import { dtypeAttribute } from '../ops/elementwise';
import { typed } from './kit';

const quantize: ShapeFunction = (c) => c.tensor(0, c.has(2) ? c.dtype(2) : 'uint8', c.shape(0));
const dequantize: ShapeFunction = (c) => c.tensor(0, c.dtype(1), c.shape(0));

/** A run of bytes whose length the format decides, with the shape and strides it had. */
const toBlocks: ShapeFunction = (c) => {
  const rank = c.rank(0);
  c.tensor(0, 'uint8', [c.fresh('bytes')]);
  c.tensor(1, 'int64', [rank], c.shape(0));
  c.tensor(2, 'int64', [rank]);
};

const fromBlocks: ShapeFunction = (c) => {
  const known = c.data(1);
  const rank = c.dim(1, 0);
  const shape =
    known ?? (typeof rank === 'number' && rank < 64 ? new Array<undefined>(rank).fill(undefined) : undefined);
  c.tensor(0, dtypeAttribute(c, 'dtype') ?? 'float32', shape);
};

export const quantised: ShapeTable = {
  DequantizeBFP: fromBlocks,
  DequantizeLinear: dequantize,
  DequantizeWithOrder: (c) => c.tensor(0, dtypeAttribute(c, 'to'), c.shape(0)),
  QuantizeBFP: toBlocks,
  QuantizeLinear: quantize,
  QuantizeWithOrder: typed('int8'),
};
