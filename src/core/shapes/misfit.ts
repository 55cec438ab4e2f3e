/** Sizes of an operator's inputs that contradict each other: a graph that no runtime would run. */
import type { Graph } from '../model/graph';
import type { Operator } from '../model/operator';
import { printShape } from '../model/print';
import type { Shape } from '../model/value';
import type { Dim } from './dims';

/** Shape of input i; undefined where its rank is unknown. */
type ShapeOf = (input: number) => Shape | undefined;

/** One sentence on what does not fit; undefined where all fits or cannot be told. */
type Check = (op: Operator, shape: ShapeOf) => string | undefined;

/**
 * What the plain sizes of an operator's inputs contradict, as half a sentence; undefined where they fit. Only sizes that
 * are both known numbers can contradict; symbols may still turn out to be equal. Not to be asked of operators in a
 * sub-graph: a branch that does not run for these sizes may hold what would not fit them (`mayRest`).
 */
export function misfitOf(op: Operator, shape: ShapeOf): string | undefined {
  return op.domain === '' ? CHECKS.get(op.type)?.(op, shape) : undefined;
}

/** Whether a graph may not run at all: the branch of an If, the body of a loop. */
export function mayRest(graph: Graph | undefined): boolean {
  return graph?.kind === 'subgraph';
}

/** Whether the sizes of inputs that are broadcast together contradict; as numpy does, from opset 8 on. */
export function broadcastMisfit(op: Operator, shape: ShapeOf): string | undefined {
  if (op.domain !== '' || !BROADCASTS.has(op.type)) return undefined;
  for (let j = 1; j < op.inputs.length; j++) {
    const b = shape(j);
    for (let i = 0; i < j; i++) {
      const a = shape(i);
      if (!a || !b || a === b) continue;
      for (let back = 1; back <= Math.min(a.length, b.length); back++) {
        const [x, y] = [a[a.length - back], b[b.length - back]];
        if (differ(x, y) && x !== 1 && y !== 1)
          return `${printShape(a)} and ${printShape(b)} cannot be broadcast together: ${x} against ${y}`;
      }
    }
  }
  return undefined;
}

function differ(a: Dim, b: Dim): boolean {
  return typeof a === 'number' && typeof b === 'number' && a !== b;
}

/** numpy's product: the last dimension of A meets the second last of B, or a vector's only one. */
function product(first: number, second: number): Check {
  return (_, shape) => {
    const [a, b] = [shape(first), shape(second)];
    if (!a?.length || !b?.length) return undefined;
    return contracts(a, a.at(-1), b, b.length === 1 ? b[0] : b.at(-2));
  };
}

const gemm: Check = (op, shape) => {
  const [a, b] = [shape(0), shape(1)];
  if (a?.length !== 2 || b?.length !== 2) return undefined;
  const turned = (name: string) => {
    const x = op.attributes[name];
    return x?.kind === 'int' && x.value !== 0;
  };
  return contracts(a, a[turned('transA') ? 0 : 1], b, b[turned('transB') ? 1 : 0]);
};

function contracts(a: Shape, x: Dim, b: Shape, y: Dim): string | undefined {
  return differ(x, y)
    ? `${printShape(a)} by ${printShape(b)} is no matrix product: ${x} against ${y}`
    : undefined;
}

/** x [N, C, ...] by w [M, C / group, ...]. */
function convolution(x: number, w: number): Check {
  return (op, shape) => {
    const [channels, kernel] = [shape(x)?.[1], shape(w)];
    const group = op.attributes['group'];
    const groups = group?.kind === 'int' ? Number(group.value) : 1;
    const [outputs, each] = [kernel?.[0], kernel?.[1]];
    if (typeof each !== 'number') return undefined;
    if (differ(channels, each * groups))
      return `weights ${printShape(kernel)} in ${groups} group${groups === 1 ? '' : 's'} want ${each * groups} channels, the input has ${channels}`;
    if (typeof outputs === 'number' && groups > 0 && outputs % groups !== 0)
      return `${outputs} output channels cannot be split into ${groups} groups`;
    return undefined;
  };
}

/** x [N, C, ...] by w [C, M / group, ...]. */
const transposed: Check = (_, shape) => {
  const [channels, kernel] = [shape(0)?.[1], shape(1)];
  return differ(channels, kernel?.[0])
    ? `weights ${printShape(kernel)} want ${kernel![0]} channels, the input has ${channels}`
    : undefined;
};

const CHECKS: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    MatMul: product(0, 1),
    MatMulInteger: product(0, 1),
    QLinearMatMul: product(0, 3),
    Gemm: gemm,
    Conv: convolution(0, 1),
    ConvInteger: convolution(0, 1),
    QLinearConv: convolution(0, 3),
    ConvTranspose: transposed,
  }),
);

const BROADCASTS: ReadonlySet<string> = new Set(
  'Add Sub Mul Div Pow Mod And Or Xor Equal Less LessOrEqual Greater GreaterOrEqual Where Max Min Sum Mean'.split(
    ' ',
  ),
);
