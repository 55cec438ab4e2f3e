/** Recurrent cells: every step multiplies the input by W and the state by R. */
import { add, multiply } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import type { CostFunction, CostTable, OperatorView } from './view';

/**
 * RNN, GRU, LSTM: X [steps, batch, in] (batch first when `layout` is 1), W [directions, gates * hidden, in],
 * R [directions, gates * hidden, hidden]. MACs = steps x batch x (elements of W and R).
 * `perUnit`: element operations of one hidden unit in one step, by the gates' definitions in the operator's text.
 */
function cell(gates: number, perUnit: number): CostFunction {
  return (v) => {
    const x = v.shape(0);
    const rows = multiply(x[0]!, x[1]!);
    const r = v.shape(2);
    const hidden = r.at(-1)!;
    const directions = r[0]!;
    // W X + R H + both biases: two further sums (three with B) per gate.
    const sums = gates * (v.has(3) ? 3 : 1);
    return {
      macs: multiply(rows, add(v.size(1), v.size(2))),
      elementOperations: multiply(rows, directions, hidden, sums + perUnit),
      ...lengths(v),
    };
  };
}

function lengths(v: OperatorView): { estimated?: string } {
  return v.has(4) ? { estimated: 'all sequences are taken to be as long as the input' } : {};
}

/** com.microsoft:DynamicQuantizeLSTM stores W as [directions, in, 4 * hidden] and R as [directions, hidden, 4 * hidden]. */
const quantisedLstm: CostFunction = (v) => {
  const x = v.shape(0);
  const rows: Expression = multiply(x[0]!, x[1]!);
  const hidden = v.dim(2, 1);
  return {
    macs: multiply(rows, add(v.size(1), v.size(2))),
    elementOperations: multiply(rows, v.dim(2, 0), hidden, 4 * (v.has(3) ? 3 : 1) + LSTM_UNIT),
    ...lengths(v),
  };
};

/** com.microsoft:AttnLSTM: an LSTM whose input is x and the attention of the last step over the memory. */
const attentionLstm: CostFunction = (v) => {
  const x = v.shape(0);
  const rows = multiply(x[0]!, x[1]!);
  const memory = v.has(9) ? v.size(9) : 0;
  return {
    macs: add(multiply(rows, add(v.size(1), v.size(2))), multiply(2, x[0]!, memory)),
    elementOperations: multiply(rows, v.dim(2, 0), v.dim(2, -1), 12 + LSTM_UNIT),
    estimated: 'the attention over the memory is counted as two products, its own layers are left out',
  };
};

/** i, o, f = sigmoid (4 each), c~ = tanh (1), c = f.c + i.c~ (3), h = o.tanh(c) (2). */
const LSTM_UNIT = 12 + 1 + 3 + 2;
/** z, r = sigmoid (4 each), reset product (1), tanh (1), (1 - z).h~ + z.h (4). */
const GRU_UNIT = 8 + 1 + 1 + 4;
const RNN_UNIT = 1;

export const RECURRENT: CostTable = {
  LSTM: cell(4, LSTM_UNIT),
  GRU: cell(3, GRU_UNIT),
  RNN: cell(1, RNN_UNIT),
  'com.microsoft:DynamicQuantizeLSTM': quantisedLstm,
  'com.microsoft:AttnLSTM': attentionLstm,
};
