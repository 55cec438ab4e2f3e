/**
 * Operators that stand in the standard's own domain although no version of the standard has them: a runtime's (after
 * its documentation), and a few of the first, experimental opset.
 */
import type { ShapeFunction, ShapeTable } from '../context';
import { asStandard, givenInput } from './asStandard';
import { like } from './kit';
import { simplified } from './normalisation';

/** Boxes per image, as many as the attribute allows: count [B, 1], boxes [B, n, 4], scores and classes [B, n]. */
const efficientNms: ShapeFunction = (c) => {
  const batch = c.dim(0, 0);
  const most = c.int('max_output_boxes');
  c.tensor(0, 'int32', [batch, 1]);
  c.tensor(1, c.dtype(0), [batch, most, 4]);
  c.tensor(2, c.dtype(0), [batch, most]);
  c.tensor(3, 'int32', [batch, most]);
};

/** Regions [B, R, 4] cut out of feature maps [B, C, H, W]: [B, R, C, p, p]. */
const regions =
  (attribute: string): ShapeFunction =>
  (c) => {
    const size = c.int(attribute);
    c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(0, 1), c.dim(1, 1), size, size]);
  };

/** Slice with starts, ends and axes as inputs, before the standard had them so. */
const dynamicSlice: ShapeFunction = (c) => {
  const inputs = c.op.inputs.map((_, i) => givenInput(c, i));
  c.set(0, asStandard(c, 'Slice', inputs, { version: 10 }));
};

export const defaultDomain: ShapeTable = {
  DisentangledAttention_TRT: like(0),
  DynamicSlice: dynamicSlice,
  EfficientNMS_TRT: efficientNms,
  GRUUnit: like(0),
  MultilevelCropAndResize_TRT: regions('pooled_size'),
  PyramidROIAlign_TRT: regions('pooled_size'),
  SimplifiedLayerNormalization: simplified,
};
