/** RNN, GRU and LSTM over a whole sequence. */
import type { ShapeFunction, ShapeTable } from '../context';
import { sameAsInput } from './elementwise';

/** Y: every step; Y_h, Y_c: the last. `layout` 1 (opset 14) puts the batch first. */
const recurrent: ShapeFunction = (c) => {
  const x = c.shape(0);
  const dtype = c.dtype(0);
  const batchFirst = c.int('layout', 0) !== 0;
  const [sequence, batch] = batchFirst ? [x?.[1], x?.[0]] : [x?.[0], x?.[1]];
  const directions = c.string('direction', 'forward') === 'bidirectional' ? 2 : 1;
  const hidden = c.int('hidden_size') ?? c.dim(2, 2);
  c.tensor(
    0,
    dtype,
    batchFirst ? [batch, sequence, directions, hidden] : [sequence, directions, batch, hidden],
  );
  const last = batchFirst ? [batch, directions, hidden] : [directions, batch, hidden];
  c.tensor(1, dtype, last);
  c.tensor(2, dtype, last);
};

export const recurrents: ShapeTable = {
  RNN: recurrent,
  GRU: recurrent,
  LSTM: recurrent,
  GRUUnit: sameAsInput,
};
