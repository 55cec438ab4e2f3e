/** Random tensors: shape and type from attributes or an input. */
import type { ShapeFunction, ShapeTable } from '../context';
import { dtypeAttribute } from './elementwise';

const random: ShapeFunction = (c) => c.tensor(0, dtypeAttribute(c, 'dtype') ?? 'float32', c.ints('shape'));

const randomLike: ShapeFunction = (c) => c.tensor(0, dtypeAttribute(c, 'dtype') ?? c.dtype(0), c.shape(0));

const multinomial: ShapeFunction = (c) =>
  c.tensor(0, dtypeAttribute(c, 'dtype') ?? 'int32', [c.dim(0, 0), c.int('sample_size', 1)]);

export const randoms: ShapeTable = {
  RandomNormal: random,
  RandomUniform: random,
  RandomNormalLike: randomLike,
  RandomUniformLike: randomLike,
  Bernoulli: randomLike,
  Multinomial: multinomial,
};
