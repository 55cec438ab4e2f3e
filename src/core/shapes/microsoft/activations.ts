/** Activations, biases and dropouts: mostly the shape that comes in. */
import type { ShapeFunction, ShapeTable } from '../context';
import { ceilOver, countOf, minus, over } from '../dims';
import { like, withLast } from './kit';

const half: ShapeFunction = (c) => c.tensor(0, c.dtype(0), withLast(c.shape(0), over(c.dim(0, -1), 2)));

const dropout: ShapeFunction = (c) => {
  c.like(0);
  c.tensor(1, 'bool', c.shape(0));
};

/** The mask keeps 32 bits to a word. */
const bitmaskDropout: ShapeFunction = (c) => {
  c.like(0);
  c.tensor(1, 'uint32', [ceilOver(countOf(c.shape(0)), 32)]);
};

/** Both halves in one input, or the two given apart. */
const swiglu: ShapeFunction = (c) => (c.has(1) ? c.like(0) : half(c));

/** One product of which the first columns are the router's, the rest two halves of an activation. */
const routerAndGate: ShapeFunction = (c) => {
  const router = c.int('router_size');
  c.tensor(0, c.dtype(0), withLast(c.shape(0), router));
  c.tensor(1, c.dtype(0), withLast(c.shape(0), over(minus(c.dim(1, 1), router), 2)));
};

const kept =
  'BiasAdd BiasGelu BiasSoftmax FastGelu Gelu Inverse QOrderedGelu QuickGelu SampleOp ScaledSiLU QLinearLeakyRelu QLinearSigmoid QLinearSoftmax'.split(
    ' ',
  );

export const activations: ShapeTable = {
  ...Object.fromEntries(kept.map((type) => [type, like(0)])),
  BiasDropout: dropout,
  BiasSplitGelu: half,
  BitmaskBiasDropout: bitmaskDropout,
  BitmaskDropout: bitmaskDropout,
  IsAllFinite: (c) => c.tensor(0, 'bool', []),
  RouterGateUpProj: routerAndGate,
  SwiGLU: swiglu,
};
