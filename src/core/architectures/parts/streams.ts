import type { Builder } from '../builder';

/** Hyper-connections: the residual is several streams side by side, x [batch, sequence, streams, hidden]. */
export interface StreamSizes {
  readonly streams: number;
  /** A learned matrix mixes the streams too (DeepSeek-V4); without it they are only added to (HY-V4). */
  readonly mixed: boolean;
}

/** The embedding copied into every stream. */
export function intoStreams(b: Builder, x: number, streams: number): number {
  const [hidden, lead] = [b.widthOf(x), b.shapeOf(x).slice(0, -1)];
  return b.op('Expand', [x, -1], [...lead, streams, hidden]);
}

/**
 * A block between streams: one product of all streams gives the weights by which they are summed into the block's input,
 * by which its output goes back into each, and, where mixed, the matrix that mixes them. Names: fn, base, scale.
 */
export function throughStreams(
  b: Builder,
  x: number,
  name: string,
  s: StreamSizes,
  body: (x: number) => number,
): number {
  const n = s.streams;
  const lead = b.shapeOf(x).slice(0, -2);
  const widths = s.mixed ? [n, n, n * n] : [n, n];
  const [before, after, mix] = b.split(streamWeights(b, x, name, ['fn', 'base', 'scale'], widths), widths);
  const y = body(collapse(b, x, before!));
  const spread = b.op('Mul', [b.reshape(y, [...lead, 1, b.widthOf(y)]), after!], b.shapeOf(x));
  if (mix === undefined) return b.add(x, spread);
  const matrix = b.reshape(mix, [...lead, n, n]);
  return b.add(b.op('MatMul', [matrix, x], b.shapeOf(x)), spread);
}

/** The streams summed by learned weights after the last layer. Names: hc_fn, hc_base, hc_scale. */
export function outOfStreams(b: Builder, x: number, name: string, streams: number): number {
  return collapse(b, x, streamWeights(b, x, name, ['hc_fn', 'hc_base', 'hc_scale'], [streams]));
}

/** The streams' plain mean. */
export function meanOfStreams(b: Builder, x: number): number {
  const shape = b.shapeOf(x);
  return b.op('ReduceMean', [x, -1], [...shape.slice(0, -2), shape.at(-1)!], { keepdims: 0 });
}

/** Weights of the streams: their norm, one product over all of them, a scale for each group and a base. */
function streamWeights(
  b: Builder,
  x: number,
  name: string,
  [fn, base, scale]: readonly [string, string, string],
  widths: readonly number[],
): number {
  const [n, hidden] = b.shapeOf(x).slice(-2) as [number, number];
  const all = widths.reduce((sum, w) => sum + w, 0);
  return b.under(name, () => {
    const flat = b.reshape(x, [...b.shapeOf(x).slice(0, -2), n * hidden]);
    const normed = b.op('RMSNormalization', [flat], b.shapeOf(flat), { axis: -1 });
    const w = b.param(fn, [all, n * hidden], {}, [n * hidden, all]);
    const y = b.op('MatMul', [normed, w], [...b.shapeOf(flat).slice(0, -1), all]);
    const based = b.add(y, b.param(base, [all]));
    return b.op('Sigmoid', [b.mul(based, b.param(scale, [widths.length]))], b.shapeOf(based));
  });
}

function collapse(b: Builder, x: number, weights: number): number {
  const weighed = b.op('Mul', [x, weights], b.shapeOf(x));
  const shape = b.shapeOf(x);
  return b.op('ReduceSum', [weighed, -1], [...shape.slice(0, -2), shape.at(-1)!], { keepdims: 0 });
}
