/** Images: resizing, sampling on grids, decoding. */
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { times } from '../dims';
import type { Data } from '../facts';
import { toInteger } from './numbers';

/** floor(size · scale), kept symbolic: floor(height/2) for 0.5. */
export function scaled(size: Dim, scale: Dim): Dim {
  if (size === undefined || scale === undefined) return undefined;
  if (typeof size === 'number' && typeof scale === 'number')
    return Math.floor(Math.fround(size * Math.fround(scale)));
  const product = times(size, scale);
  return product === undefined ? undefined : toInteger(product, 'floor');
}

/** Scales: attribute in opset 7 (and two of them in 1), input in 9. */
const upsample: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const old = [1, 1, c.float('height_scale') ?? 1, c.float('width_scale') ?? 1];
  const scales: Data | undefined = c.has(1)
    ? c.data(1)
    : (c.floats('scales') ?? (c.hasAttribute('height_scale') ? old : undefined));
  c.tensor(
    0,
    c.dtype(0),
    shape?.map((d, i) => (scales ? scaled(d, scales[i]) : undefined) ?? c.fresh(String(i))),
  );
};

/** Opset 10: x, scales. Since 11: x, roi, scales, sizes. Axes and the policy for the aspect ratio since 18. */
const resize: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return c.tensor(0, c.dtype(0), undefined);
  const scalesAt = c.version < 11 ? 1 : 2;
  const sizes = c.version >= 11 && c.has(3) ? c.data(3) : undefined;
  const axes = c.ints('axes')?.map((a) => (a < 0 ? a + shape.length : a)) ?? shape.map((_, i) => i);
  const out: Dim[] = [...shape];
  if (sizes && sizes.length > 0)
    sized(c, shape, sizes, axes).forEach((d, i) => (out[axes[i]!] = d ?? c.fresh(String(axes[i]!))));
  else {
    const scales = c.data(scalesAt);
    const crop = c.string('coordinate_transformation_mode', 'half_pixel') === 'tf_crop_and_resize';
    const roi = crop ? c.data(1) : undefined;
    axes.forEach((axis, i) => {
      let size: Dim = shape[axis];
      if (crop) size = cropped(size, roi?.[i], roi?.[i + axes.length]);
      out[axis] = scaled(size, scales?.[i]) ?? c.fresh(String(axis));
    });
  }
  c.tensor(0, c.dtype(0), out);
};

/** floor(size · (end - start)) is then scaled: only for numbers. */
function cropped(size: Dim, start: Dim, end: Dim): Dim {
  if (start === 0 && end === 1) return size;
  if (typeof size !== 'number' || typeof start !== 'number' || typeof end !== 'number') return undefined;
  return size * (end - start);
}

function sized(c: ShapeContext, shape: Shape, sizes: Data, axes: readonly number[]): readonly Dim[] {
  const policy = c.string('keep_aspect_ratio_policy', 'stretch');
  if (policy === 'stretch') return sizes;
  const ratios = axes.map((axis, i) => {
    const [to, from] = [sizes[i], shape[axis]];
    return typeof to === 'number' && typeof from === 'number' ? to / from : NaN;
  });
  const scale = policy === 'not_larger' ? Math.min(...ratios) : Math.max(...ratios);
  if (Number.isNaN(scale)) return sizes.map(() => undefined);
  // The standard rounds half up here.
  return axes.map((axis) => Math.floor(scale * (shape[axis] as number) + 0.5));
}

/** X [N, C, D1 ...], grid [N, D1' ..., r]: the grid's sizes. */
const gridSample: ShapeFunction = (c) => {
  const x = c.shape(0);
  const grid = c.shape(1);
  if (!grid) return c.tensor(0, c.dtype(0), x && [x[0], x[1], ...x.slice(2).map(() => undefined)]);
  c.tensor(0, c.dtype(0), [x?.[0] ?? grid[0], x?.[1], ...grid.slice(1, -1)]);
};

/** theta [N, 2, 3] with size (N, C, H, W) to [N, H, W, 2]; with three axes likewise. */
const affineGrid: ShapeFunction = (c) => {
  const size = c.data(1);
  const n = size?.length ?? c.dim(1, 0);
  if (typeof n !== 'number') return c.tensor(0, c.dtype(0), undefined);
  const spatial = Array.from({ length: n - 2 }, (_, i) => size?.[i + 2] ?? c.fresh(String(i + 1)));
  c.tensor(0, c.dtype(0), [c.dim(0, 0) ?? size?.[0], ...spatial, n - 2]);
};

/** Height and width are in the encoded bytes. */
const imageDecoder: ShapeFunction = (c) => {
  const channels = c.string('pixel_format', 'RGB') === 'Grayscale' ? 1 : 3;
  c.tensor(0, 'uint8', [c.fresh('height'), c.fresh('width'), channels]);
};

export const images: ShapeTable = {
  Upsample: upsample,
  Resize: resize,
  GridSample: gridSample,
  AffineGrid: affineGrid,
  ImageDecoder: imageDecoder,
};
