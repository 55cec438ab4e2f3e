/** Between floats and the integers (or small floats) that stand for them. */
import type { ShapeFunction, ShapeTable } from '../context';
import { dtypeAttribute } from './elementwise';

/** Type: of the zero point, else of `output_dtype` (opset 21), else uint8. */
const quantize: ShapeFunction = (c) =>
  c.tensor(0, c.dtype(2) ?? dtypeAttribute(c, 'output_dtype') ?? 'uint8', c.shape(0));

/** Type: `output_dtype` (opset 23), else of the scale. Before 19 always float32. */
const dequantize: ShapeFunction = (c) =>
  c.tensor(0, c.version < 19 ? 'float32' : (dtypeAttribute(c, 'output_dtype') ?? c.dtype(1)), c.shape(0));

const dynamicQuantize: ShapeFunction = (c) => {
  c.tensor(0, 'uint8', c.shape(0));
  c.tensor(1, 'float32', []);
  c.tensor(2, 'uint8', []);
};

export const quantisations: ShapeTable = {
  QuantizeLinear: quantize,
  DequantizeLinear: dequantize,
  DynamicQuantizeLinear: dynamicQuantize,
};
