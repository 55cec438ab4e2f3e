/** Losses: a scalar, or with `reduction` none one for each target. */
import type { ShapeFunction, ShapeTable } from '../context';

const loss: ShapeFunction = (c) => {
  const none = c.string('reduction', 'mean') === 'none';
  c.tensor(0, c.dtype(0), none ? c.shape(1) : []);
  // Log probabilities, for the softmax form.
  c.tensor(1, c.dtype(0), c.shape(0));
};

export const losses: ShapeTable = { NegativeLogLikelihoodLoss: loss, SoftmaxCrossEntropyLoss: loss };
