/** Operators of `ai.onnx.preview.training`: an optimiser's outputs are its tensors and states, updated. */
import type { ShapeFunction, ShapeTable } from '../context';

/**
 * Inputs: the rate, the count, then the tensors, their gradients and so many states of each; outputs: the tensors, then
 * each state.
 */
const optimiser =
  (states: number): ShapeFunction =>
  (c) => {
    const tensors = Math.floor((c.inputCount - 2) / (2 + states));
    for (let i = 0; i < tensors; i++)
      for (let k = 0; k <= states; k++) c.like(k * tensors + i, 2 + (k === 0 ? i : (k + 1) * tensors + i));
  };

/** The gradient of one value with respect to each of `xs`, which are the first inputs. */
const gradient: ShapeFunction = (c) => {
  const count = c.strings('xs')?.length ?? c.outputCount;
  for (let i = 0; i < Math.min(count, c.outputCount); i++) c.like(i, i);
};

/** Shape functions of this domain by operator type. */
export const training: ShapeTable = {
  Adagrad: optimiser(1),
  Adam: optimiser(2),
  Gradient: gradient,
  Momentum: optimiser(1),
};
