import type { DType } from '../../model/dtype';
import type { Attribute, Operator } from '../../model/operator';
import type { Shape } from '../../model/value';
import { ShapeContext } from '../context';
import type { Engine } from '../context';
import type { Facts } from '../facts';
import { standard } from '../ops/table';

/** An input of the standard's operator: facts, undefined when nothing is known of it, null when it is left out. */
export type Given = Facts | undefined | null;

export interface AsStandard {
  /** The contrib operator's own when absent. */
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Opset version of the standard whose rules apply; 13 when absent. */
  readonly version?: number;
}

/**
 * What the standard's operator of this type would give for these inputs: contrib operators that differ from one only in
 * layout, types or order of inputs take its rule from there. Undefined when nothing is known.
 */
export function asStandard(
  c: ShapeContext,
  type: string,
  inputs: readonly Given[],
  { attributes = c.op.attributes, version = 13 }: AsStandard = {},
): Facts | undefined {
  const infer = standard[type];
  if (!infer) return undefined;
  const output = inputs.length;
  const op: Operator = {
    ...c.op,
    type,
    domain: '',
    attributes,
    inputs: inputs.map((given, i) => (given === null ? -1 : i)),
    outputs: [output],
  };
  const values = inputs.map((given) => given ?? undefined);
  // Symbols are named after the contrib operator, which is the one in the file.
  const engine = Object.create(c.engine, {
    fresh: { value: (_: Operator, suffix: string) => c.engine.fresh(c.op, suffix) },
  }) as Engine;
  const inner = new ShapeContext(values, engine);
  inner.op = op;
  inner.version = version;
  infer(inner);
  return inner.values[output];
}

/** Input i for the standard's operator: null when it is left out. */
export function givenInput(c: ShapeContext, i: number): Given {
  return c.has(i) ? c.input(i) : null;
}

/** The same value with another shape; contents do not survive a change of layout. */
export function reshaped(facts: Facts | undefined, change: (shape: Shape) => Shape): Facts | undefined {
  return facts && { kind: facts.kind, dtype: facts.dtype, shape: facts.shape && change(facts.shape) };
}

/** Sets output 0 to the shape of these facts, with an element type of its own. */
export function setShaped(c: ShapeContext, dtype: DType | undefined, facts: Facts | undefined): void {
  c.tensor(0, dtype, facts?.shape);
}
