/**
 * Operators of `com.microsoft` that only training builds have: gradients have the shape of what they are gradients of,
 * optimisers that of what they update. What their schemas leave open is left unknown.
 */
import type { ShapeFunction, ShapeTable } from '../context';
import { asStandard, givenInput } from './asStandard';
import { like, likes, typed } from './kit';

/** Output 0 has the shape that input i holds as data. */
const shapedBy =
  (i: number, dtype: number): ShapeFunction =>
  (c) =>
    c.tensor(0, c.dtype(dtype), c.data(i));

/** Every output is like the input of the same place. */
const passed: ShapeFunction = (c) => {
  for (let i = 0; i < c.outputCount; i++) c.like(i, i);
};

const standardsOwn =
  (type: string): ShapeFunction =>
  (c) =>
    c.set(
      0,
      asStandard(
        c,
        type,
        c.op.inputs.map((_, i) => givenInput(c, i)),
      ),
    );

/** dY, X, W: the gradients of X and W, and one per output channel. */
const convGrad =
  (channels: number): ShapeFunction =>
  (c) => {
    c.like(0, 1);
    c.like(1, 2);
    c.tensor(2, c.dtype(2), [c.dim(2, channels)]);
  };

/** A loss reduced to a scalar unless the attribute says none, and the logarithm of the probabilities. */
const loss: ShapeFunction = (c) => {
  c.tensor(0, c.dtype(0), c.string('reduction', 'mean') === 'none' ? c.shape(1) : []);
  c.like(1, 0);
};

const sameAsGradient =
  'BiasFastGeluGrad_dX BiasGeluGrad_dX BitmaskDropoutGrad DropoutGrad FakeQuantGrad FastGeluGrad GeluGrad LeakyReluGrad LogSoftmaxGrad LogSoftmaxGrad_13 QuickGeluGrad ReluGrad SigmoidGrad SoftmaxDropoutGrad SoftmaxGrad SoftmaxGrad_13 TanhGrad InPlaceAccumulator MegatronF MegatronG NcclAllReduce Scale ScaledSum ZeroGradient'.split(
    ' ',
  );

export const gradients: ShapeTable = {
  ...Object.fromEntries(sameAsGradient.map((type) => [type, like(0)])),
  All: (c) => c.tensor(0, 'bool', []),
  BatchNormalizationGrad: likes(0, 2, 2),
  BatchScale: likes(0, 0, 0),
  ConcatTraining: standardsOwn('Concat'),
  ConvGrad: convGrad(0),
  ConvTransposeGrad: convGrad(1),
  DivGrad: likes(1, 2),
  FakeQuant: (c) => {
    c.like(0);
    c.tensor(1, 'bool', c.shape(0));
  },
  GatherElementsGrad: shapedBy(1, 0),
  GatherGrad: shapedBy(0, 2),
  GatherNDGrad: shapedBy(0, 2),
  InvertibleLayerNormalizationGrad: likes(0, 2, 3),
  IsFinite: typed('bool'),
  LayerNormalizationGrad: likes(0, 2, 2),
  PassThrough: passed,
  ReduceAllL2: (c) => c.tensor(0, undefined, []),
  ReduceSumTraining: standardsOwn('ReduceSum'),
  SimplifiedLayerNormalizationGrad: likes(0, 2),
  SliceGrad: shapedBy(1, 0),
  SoftmaxCrossEntropy: (c) => c.like(1, 0),
  SoftmaxCrossEntropyGrad: like(1),
  SoftmaxCrossEntropyLossGrad: like(1),
  SoftmaxCrossEntropyLossInternal: loss,
  SoftmaxCrossEntropyLossInternalGrad: like(1),
};
