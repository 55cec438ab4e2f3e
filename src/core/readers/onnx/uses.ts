import type { Graph, LocalFunction } from '../../model/graph';
import type { Operator } from '../../model/operator';
import type { Value } from '../../model/value';

/** An operator that reads a tensor, and at which input. */
export interface Use {
  readonly op: Operator;
  readonly input: number;
}

/** Operators that hand their first input on: what follows says what the tensor is for. */
const PASS = new Set([
  'Identity',
  'Cast',
  'Transpose',
  'Reshape',
  'Squeeze',
  'Unsqueeze',
  'Flatten',
  'Slice',
  'Expand',
]);
/** Hand-ons followed, and uses looked at, for one tensor. */
const MAX_DEPTH = 8;
const MAX_USES = 256;

/** The parts of a model in which tensors are followed. */
export interface Program {
  readonly values: readonly Value[];
  readonly operators: readonly Operator[];
  readonly graphs: readonly Graph[];
  readonly functions: readonly LocalFunction[];
}

/** Work with rests whose result answers what finally reads a value: through operators that hand it on, into loops and into local functions. */
export function* usesOf(program: Program): Generator<void, (value: number) => Use[]> {
  const { operators, graphs } = program;
  const starts = new Int32Array(program.values.length + 1);
  const each = (visit: (value: number, op: number, input: number) => void) =>
    operators.forEach((op, id) => op.inputs.forEach((value, input) => value >= 0 && visit(value, id, input)));
  each((value) => starts[value + 1]!++);
  yield;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const readers = new Int32Array(starts.at(-1)!);
  const inputs = new Int32Array(readers.length);
  each((value, op, input) => {
    const at = next[value]!++;
    readers[at] = op;
    inputs[at] = input;
  });
  yield;
  const bodies = new Map(program.functions.map((f) => [`${f.domain}:${f.name}:${f.overload}`, f.graph]));

  const follow = (value: number, depth: number, seen: Set<number>, into: Use[]): void => {
    if (depth > MAX_DEPTH || seen.has(value)) return;
    seen.add(value);
    for (let at = starts[value]!; at < starts[value + 1]! && into.length < MAX_USES; at++) {
      const op = operators[readers[at]!]!;
      const input = inputs[at]!;
      for (const inner of handedTo(op, input)) if (inner >= 0) follow(inner, depth + 1, seen, into);
      if (into.length < MAX_USES) into.push({ op, input });
    }
  };
  /** Values under which an operator hands its input on. */
  const handedTo = (op: Operator, input: number): readonly number[] => {
    if (PASS.has(op.type)) return input === 0 ? op.outputs.slice(0, 1) : [];
    if (op.type === 'Loop' || op.type === 'Scan') {
      const body = op.attributes['body'];
      const graph = body?.kind === 'graph' ? graphs[body.value] : undefined;
      return graph ? [graph.inputs[input] ?? -1] : [];
    }
    const body = bodies.size > 0 ? bodies.get(`${op.domain}:${op.type}:${op.overload ?? ''}`) : undefined;
    return body === undefined ? [] : [graphs[body]!.inputs[input] ?? -1];
  };
  return (value) => {
    const found: Use[] = [];
    follow(value, 0, new Set(), found);
    // What hands a tensor on says nothing about it as long as something follows.
    const final = found.filter(({ op, input }) => handedTo(op, input).length === 0);
    return final.length > 0 ? final : found;
  };
}
