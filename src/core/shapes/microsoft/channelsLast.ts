/** `com.ms.internal.nhwc`: operators of the standard on [N, H, W, C], as an optimised graph holds them. */
import type { ShapeFunction, ShapeTable } from '../context';
import { asStandard, givenInput, reshaped, setShaped } from './asStandard';
import { like } from './kit';
import { always, channelsFirst, channelsLast, windowed } from './spatial';

/** The standard's rule between two changes of layout; the other inputs stay as they are. */
const turned: ShapeFunction = (c) => {
  const rest = c.op.inputs.slice(1).map((_, i) => givenInput(c, i + 1));
  const y = asStandard(c, c.type, [reshaped(c.input(0), channelsFirst), ...rest]);
  setShaped(c, c.dtype(0), reshaped(y, channelsLast));
};

const gridSample: ShapeFunction = (c) =>
  c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(1, 1), c.dim(1, 2), c.dim(0, 3)]);

/** Shape functions of this domain by operator type. */
export const internalNhwc: ShapeTable = {
  AveragePool: turned,
  BatchNormalization: like(0),
  Conv: windowed('Conv', always, 1),
  ConvTranspose: turned,
  DepthToSpace: turned,
  GlobalAveragePool: turned,
  GlobalLpPool: turned,
  GlobalMaxPool: turned,
  GridSample: gridSample,
  InstanceNormalization: like(0),
  LpPool: turned,
  LRN: like(0),
  MaxPool: turned,
  QLinearAveragePool: windowed('AveragePool', always),
  QLinearConv: windowed('Conv', always, 3, (c) => c.dtype(7)),
  SpaceToDepth: turned,
};
