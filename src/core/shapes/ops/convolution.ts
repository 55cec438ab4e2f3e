/** Convolutions and pooling over any number of spatial axes. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { ceilOver, floorOver, minus, plus, times } from '../dims';

/** How a window moves over the spatial axes. */
export interface Window {
  readonly kernel: readonly Dim[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Begin of each axis, then end of each axis. */
  readonly pads: readonly number[];
  readonly autoPad: string;
  readonly ceil: boolean;
}

export function windowOf(c: ShapeContext, kernel: readonly Dim[], ceil = false): Window {
  const n = kernel.length;
  const fill = (name: string, value: number, count: number) =>
    c.ints(name) ?? new Array<number>(count).fill(value);
  return {
    kernel,
    strides: fill('strides', 1, n),
    dilations: fill('dilations', 1, n),
    pads: fill('pads', 0, 2 * n),
    autoPad: c.string('auto_pad', 'NOTSET'),
    ceil,
  };
}

/** Size of one spatial axis: floor((x + pads - dilated kernel) / stride) + 1, or ceil(x / stride) when padded to SAME. */
export function windowed(size: Dim, w: Window, axis: number): Dim {
  const stride = w.strides[axis] ?? 1;
  if (w.autoPad.startsWith('SAME')) return ceilOver(size, stride);
  const reach = plus(times(minus(w.kernel[axis], 1), w.dilations[axis] ?? 1), 1);
  const begin = w.autoPad === 'VALID' ? 0 : (w.pads[axis] ?? 0);
  const pads = w.autoPad === 'VALID' ? 0 : begin + (w.pads[axis + w.kernel.length] ?? 0);
  const span = minus(plus(size, pads), reach);
  if (!w.ceil) return plus(floorOver(span, stride), 1);
  const count = plus(ceilOver(span, stride), 1);
  // A window that would begin in the padding at the end does not count.
  if (typeof count === 'number' && typeof size === 'number' && (count - 1) * stride >= size + begin)
    return count - 1;
  return count;
}

function convolved(
  c: ShapeContext,
  dtype: DType | undefined,
  x: Shape | undefined,
  w: Shape | undefined,
): void {
  const rank = x?.length ?? w?.length;
  if (rank === undefined || rank < 2) return c.tensor(0, dtype, undefined);
  const given = c.ints('kernel_shape');
  const kernel: readonly Dim[] = given ?? w?.slice(2) ?? new Array<undefined>(rank - 2).fill(undefined);
  const window = windowOf(c, kernel);
  const spatial = kernel.map((_, i) => windowed(x?.[i + 2], window, i));
  c.tensor(0, dtype, [x?.[0], w?.[0], ...spatial]);
}

const conv: ShapeFunction = (c) => convolved(c, c.dtype(0), c.shape(0), c.shape(1));
const convInteger: ShapeFunction = (c) => convolved(c, 'int32', c.shape(0), c.shape(1));
/** x, x_scale, x_zero_point, w, w_scale, w_zero_point, y_scale, y_zero_point. */
const qLinearConv: ShapeFunction = (c) => convolved(c, c.dtype(7), c.shape(0), c.shape(3));

/** stride·(x - 1) + output_padding + dilated kernel - pads; or x·stride for SAME; or as `output_shape` says. */
const convTranspose: ShapeFunction = (c) => {
  const x = c.shape(0);
  const w = c.shape(1);
  const rank = x?.length ?? w?.length;
  if (rank === undefined || rank < 2) return c.tensor(0, c.dtype(0), undefined);
  const kernel: readonly Dim[] =
    c.ints('kernel_shape') ?? w?.slice(2) ?? new Array<undefined>(rank - 2).fill(undefined);
  const { strides, dilations, pads, autoPad } = windowOf(c, kernel);
  const extra = c.ints('output_padding') ?? [];
  const wanted = c.ints('output_shape');
  const spatial = kernel.map((k, i): Dim => {
    if (wanted) return wanted[wanted.length - kernel.length + i];
    const size = x?.[i + 2];
    const stride = strides[i] ?? 1;
    if (autoPad.startsWith('SAME')) return times(size, stride);
    const reach = plus(times(minus(k, 1), dilations[i] ?? 1), 1);
    const cut = autoPad === 'VALID' ? 0 : (pads[i] ?? 0) + (pads[i + kernel.length] ?? 0);
    return minus(plus(plus(times(minus(size, 1), stride), extra[i] ?? 0), reach), cut);
  });
  c.tensor(0, c.dtype(0), [x?.[0], times(w?.[1], c.int('group', 1)), ...spatial]);
};

const deformConv: ShapeFunction = (c) => convolved(c, c.dtype(0), c.shape(0), c.shape(1));

const pool: ShapeFunction = (c) => {
  const x = c.shape(0);
  const kernel = c.ints('kernel_shape');
  if (!x || !kernel || x.length !== kernel.length + 2) return c.tensor(0, c.dtype(0), undefined);
  const ceil = c.int('ceil_mode', 0) !== 0;
  const window = windowOf(c, kernel, ceil);
  const out = [x[0], x[1], ...kernel.map((_, i) => windowed(x[i + 2], window, i))];
  c.tensor(0, c.dtype(0), out);
  c.tensor(1, 'int64', out);
};

const globalPool: ShapeFunction = (c) => {
  const x = c.shape(0);
  c.tensor(0, c.dtype(0), x && x.map((d, i) => (i < 2 ? d : 1)));
};

const maxUnpool: ShapeFunction = (c) => {
  const x = c.shape(0);
  const kernel = c.ints('kernel_shape') ?? [];
  const given = c.data(2);
  if (c.has(2)) return c.tensor(0, c.dtype(0), given ?? x?.map((_, i) => c.fresh(String(i))));
  const { strides, pads } = windowOf(c, kernel);
  const spatial = kernel.map((k, i) =>
    minus(
      plus(times(minus(x?.[i + 2], 1), strides[i] ?? 1), k),
      (pads[i] ?? 0) + (pads[i + kernel.length] ?? 0),
    ),
  );
  c.tensor(0, c.dtype(0), [x?.[0], x?.[1], ...spatial]);
};

/** Regions [R, 5]: one output per region. */
const maxRoiPool: ShapeFunction = (c) => {
  const [h, w] = c.ints('pooled_shape') ?? [];
  c.tensor(0, c.dtype(0), [c.dim(1, 0), c.dim(0, 1), h, w]);
};

const roiAlign: ShapeFunction = (c) => {
  const regions = c.dim(1, 0) ?? c.dim(2, 0);
  c.tensor(0, c.dtype(0), [regions, c.dim(0, 1), c.int('output_height', 1), c.int('output_width', 1)]);
};

/** Columns back to images: [N, C·blocks, L] to [N, C, image]. */
const col2Im: ShapeFunction = (c) => {
  const x = c.shape(0);
  const image = c.data(1);
  const block = c.data(2);
  const n = image?.length ?? block?.length ?? c.dim(1, 0);
  if (typeof n !== 'number') return c.tensor(0, c.dtype(0), undefined);
  let size: Dim = 1;
  for (let i = 0; i < n; i++) size = times(size, block?.[i]);
  const channels = floorOver(x?.[1], size);
  c.tensor(0, c.dtype(0), [
    x?.[0],
    channels,
    ...Array.from({ length: n }, (_, i) => image?.[i] ?? c.fresh(String(i))),
  ]);
};

/** Causal: output as input; the state keeps the last k - 1 positions. */
const causalConvWithState: ShapeFunction = (c) => {
  c.like(0);
  const x = c.shape(0);
  const w = c.shape(1);
  c.tensor(1, c.dtype(3) ?? c.dtype(0), c.shape(3) ?? [x?.[0], x?.[1], minus(w?.[w.length - 1], 1)]);
};

export const convolutions: ShapeTable = {
  Conv: conv,
  ConvInteger: convInteger,
  QLinearConv: qLinearConv,
  ConvTranspose: convTranspose,
  DeformConv: deformConv,
  AveragePool: pool,
  MaxPool: pool,
  LpPool: pool,
  GlobalAveragePool: globalPool,
  GlobalMaxPool: globalPool,
  GlobalLpPool: globalPool,
  MaxUnpool: maxUnpool,
  MaxRoiPool: maxRoiPool,
  RoiAlign: roiAlign,
  Col2Im: col2Im,
  CausalConvWithState: causalConvWithState,
};
