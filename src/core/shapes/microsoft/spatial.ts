/** Convolutions, pools and samplers: the standard's rules, some on channels-last layouts. */
import type { DType } from '../../model/dtype';
import type { Attribute } from '../../model/operator';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import { floorOver, minus, over, plus, sameDim, times } from '../dims';
import type { Facts } from '../facts';
import { asStandard, givenInput, reshaped, setShaped } from './asStandard';

/** [N, H, W, C] -> [N, C, H, W]. */
export function channelsFirst(shape: Shape): Shape {
  return shape.length < 3 ? shape : [shape[0], shape[shape.length - 1], ...shape.slice(1, -1)];
}

/** [N, C, H, W] -> [N, H, W, C]. */
export function channelsLast(shape: Shape): Shape {
  return shape.length < 3 ? shape : [shape[0], ...shape.slice(2), shape[1]];
}

type TypeRule = (c: ShapeContext) => DType | undefined;
const first: TypeRule = (c) => c.dtype(0);

/** Whether the data come channels-last: always, or where the attribute says so. */
type Layout = (c: ShapeContext) => boolean;
const never: Layout = () => false;
export const always: Layout = () => true;
const asked: Layout = (c) => c.int('channels_last', 0) !== 0;

/** A convolution or pool of the standard, on the input and weight at these places. */
export const windowed =
  (type: string, layout: Layout, weight?: number, dtype: TypeRule = first): ShapeFunction =>
  (c) => {
    const last = layout(c);
    const x = last ? reshaped(c.input(0), channelsFirst) : c.input(0);
    const inputs = weight === undefined ? [x] : [x, filter(c, x, c.input(weight))];
    const y = asStandard(c, type, inputs);
    setShaped(c, dtype(c), last ? reshaped(y, channelsLast) : y);
  };

/** A filter [M, C / group, kH, kW]; optimised graphs may hold it as [M, kH, kW, C / group]. */
function filter(c: ShapeContext, x: Facts | undefined, w: Facts | undefined): Facts | undefined {
  const shape = w?.shape;
  const channels = over(x?.shape?.[1], c.int('group', 1));
  if (!shape || sameDim(shape[1], channels) || !sameDim(shape[shape.length - 1], channels)) return w;
  return reshaped(w, channelsFirst);
}

/** The pads come as an input. */
const dynamicPads: ShapeFunction = (c) => {
  const pads = c.numbers(2);
  const attributes: Record<string, Attribute> = { ...c.op.attributes };
  if (pads) attributes['pads'] = { kind: 'ints', value: pads };
  if (pads || !c.has(2)) {
    return setShaped(c, c.dtype(0), asStandard(c, 'ConvTranspose', [c.input(0), c.input(1)], { attributes }));
  }
  const x = c.shape(0);
  const channels = times(c.dim(1, 1), c.int('group', 1));
  c.tensor(
    0,
    c.dtype(0),
    x?.map((d, i) => (i === 0 ? d : i === 1 ? channels : c.fresh(`size${i}`))),
  );
};

const gridSample: ShapeFunction = (c) =>
  c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(0, 1), c.dim(1, 1), c.dim(1, 2)]);

const cropAndResize: ShapeFunction = (c) => {
  const size = c.data(3);
  const sides = [0, 1].map((i) => size?.[i] ?? c.fresh(i === 0 ? 'height' : 'width'));
  c.tensor(0, c.dtype(0), [c.dim(1, 0), c.dim(0, 1), ...sides]);
};

/** n real samples become n/2 + 1 complex ones, their two parts on an axis of their own. */
const rfft: ShapeFunction = (c) => {
  const x = c.shape(0);
  c.tensor(0, c.dtype(0), x && [...x.slice(0, -1), plus(floorOver(x[x.length - 1], 2), 1), 2]);
};

const irfft: ShapeFunction = (c) => {
  const x = c.shape(0);
  c.tensor(0, c.dtype(0), x && [...x.slice(0, -2), times(minus(x[x.length - 2], 1), 2)]);
};

/** Windows along one axis, each a row of a new last axis. */
const unfold: ShapeFunction = (c) => {
  const x = c.shape(0);
  const size = c.int('size');
  if (!x || size === undefined) return;
  const at = c.int('dim', -1);
  const axis = at < 0 ? at + x.length : at;
  const count = plus(floorOver(minus(x[axis], size), c.int('step', 1)), 1);
  c.tensor(0, c.dtype(0), [...x.map((d, i) => (i === axis ? count : d)), size]);
};

const expandDims: ShapeFunction = (c) => {
  const x = c.shape(0);
  const at = c.scalar(1);
  if (!x || typeof at !== 'number') return;
  const axis = at < 0 ? at + x.length + 1 : at;
  c.tensor(0, c.dtype(0), [...x.slice(0, axis), 1, ...x.slice(axis)]);
};

/** The standard's operator by the same name and with the same inputs. */
const standardsOwn: ShapeFunction = (c) => {
  const inputs = c.op.inputs.map((_, i) => givenInput(c, i));
  c.set(0, asStandard(c, c.type, inputs));
};

const range: ShapeFunction = (c) => {
  const step: Facts | undefined = c.has(2)
    ? c.input(2)
    : { kind: 'tensor', dtype: c.dtype(0), shape: [], data: [1] };
  c.set(0, asStandard(c, 'Range', [c.input(0), c.input(1), step]));
};

export const spatial: ShapeTable = {
  ConvTransposeWithDynamicPads: dynamicPads,
  CropAndResize: cropAndResize,
  ExpandDims: expandDims,
  FusedConv: windowed('Conv', never, 1),
  GatherND: standardsOwn,
  GridSample: gridSample,
  Irfft: irfft,
  MaxpoolWithMask: windowed('MaxPool', never),
  NhwcConv: windowed('Conv', always, 1),
  NhwcFusedConv: windowed('Conv', always, 1),
  NhwcMaxPool: windowed('MaxPool', always),
  Pad: standardsOwn,
  QLinearAveragePool: windowed('AveragePool', asked),
  QLinearConv: windowed('Conv', asked, 3, (c) => c.dtype(7)),
  QLinearGlobalAveragePool: windowed('GlobalAveragePool', asked),
  Range: range,
  Rfft: rfft,
  Trilu: standardsOwn,
  UnfoldTensor: unfold,
};
