/** Signals: Fourier transforms, windows, mel filters. */
import type { ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { axisIn, floorOver, minus, plus } from '../dims';
import { dtypeAttribute } from './elementwise';

/** The last dimension is 2 for complex and 1 for real numbers. The axis is an input since opset 20. */
const dft: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return c.tensor(0, c.dtype(0), undefined);
  const given: Dim = c.version < 20 ? c.int('axis', 1) : c.has(2) ? c.scalar(2) : -2;
  const axis = typeof given === 'number' ? axisIn(given, shape.length) : undefined;
  const oneSided = c.int('onesided', 0) !== 0;
  const inverse = c.int('inverse', 0) !== 0;
  const out: Dim[] = [...shape];
  if (axis === undefined) {
    // Without a length and both sides wanted, no axis changes whichever it is.
    if (oneSided || c.has(1)) for (let i = 0; i < out.length - 1; i++) out[i] = c.fresh(String(i));
  } else {
    const length = c.has(1) ? (c.scalar(1) ?? c.fresh('length')) : shape[axis];
    if (!oneSided) out[axis] = length;
    // A one-sided inverse goes from the half back to the whole.
    else if (inverse) out[axis] = c.has(1) ? length : plus(plus(shape[axis], shape[axis]), -2);
    else out[axis] = plus(floorOver(length, 2), 1);
  }
  out[out.length - 1] = oneSided && inverse ? 1 : 2;
  c.tensor(0, c.dtype(0), out);
};

/** signal [batch, length, 1 or 2], frame_step, window, frame_length to [batch, frames, bins, 2]. */
const stft: ShapeFunction = (c) => {
  const signal = c.shape(0);
  const length = c.has(3) ? c.scalar(3) : c.dim(2, 0);
  const frames = plus(floorOver(minus(signal?.[1], length), c.scalar(1)), 1) ?? c.fresh('frames');
  const bins = (c.int('onesided', 1) !== 0 ? plus(floorOver(length, 2), 1) : length) ?? c.fresh('bins');
  c.tensor(0, c.dtype(0), [signal?.[0], frames, bins, 2]);
};

const window: ShapeFunction = (c) =>
  c.tensor(0, dtypeAttribute(c, 'output_datatype') ?? 'float32', [c.scalar(0) ?? c.fresh('size')]);

/** num_mel_bins, dft_length ... to [dft_length / 2 + 1, num_mel_bins]. */
const melWeights: ShapeFunction = (c) =>
  c.tensor(0, dtypeAttribute(c, 'output_datatype') ?? 'float32', [
    plus(floorOver(c.scalar(1), 2), 1) ?? c.fresh('bins'),
    c.scalar(0) ?? c.fresh('mels'),
  ]);

export const signals: ShapeTable = {
  DFT: dft,
  STFT: stft,
  BlackmanWindow: window,
  HammingWindow: window,
  HannWindow: window,
  MelWeightMatrix: melWeights,
};
