import type { DType } from '../model/dtype';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import type { Value } from '../model/value';
import type { Weight } from '../model/weight';
import type { Operator } from '../model/operator';
import { readAdapter, sizeOfAdapter } from '../readers/companions/adapter';
import { BATCH, SEQUENCE } from '../scenario/symbols';

/**
 * An adapter's own tensors as a model: the pairs of matrices that it adds to its base, in the base's blocks, each pair as
 * the two products that it costs for every token. `dtype` is the type of its own weights; PEFT keeps them in float32
 * where nothing else is asked for. Undefined when the values are no `adapter_config.json`.
 */
export function adapterModel(
  values: Readonly<Record<string, unknown>>,
  base: Model,
  name: string,
  dtype: DType = 'float32',
): Model | undefined {
  const adapter = readAdapter(values);
  if (!adapter) return undefined;
  const size = sizeOfAdapter(adapter, base, dtype);
  const weights: Weight[] = [];
  const tensors: Value[] = [];
  const operators: Operator[] = [];
  const inputs: number[] = [];
  const outputs: number[] = [];
  const value = (v: Value): number => tensors.push(v) - 1;
  const multiply = (x: number, weight: number, out: number): number => {
    const { shape, name: label, block } = weights[weight]!;
    const seen = value({ name: label, kind: 'tensor', shape: [shape[1]!, shape[0]!], weight });
    const y = value({ name: `${label}.out`, kind: 'tensor', shape: [BATCH, SEQUENCE, out] });
    operators.push({
      type: 'MatMul',
      domain: '',
      name: label,
      inputs: [x, seen],
      outputs: [y],
      attributes: {},
      graph: 0,
      block,
    });
    return y;
  };
  let lent = -1;
  for (const t of size.tensors) {
    const id =
      weights.push({
        name: `base_model.model.${t.name}`,
        dtype,
        shape: t.shape,
        role: 'parameter',
        block: t.block,
      }) - 1;
    const [out, inner] = t.shape as readonly [number, number | undefined];
    if (inner === undefined) continue;
    if (t.name.endsWith('.lora_A.weight')) {
      const x = value({ name: `${t.name}.in`, kind: 'tensor', shape: [BATCH, SEQUENCE, inner] });
      inputs.push(x);
      lent = multiply(x, id, out);
    } else if (t.name.endsWith('.lora_B.weight') && lent >= 0) {
      outputs.push(multiply(lent, id, out));
      lent = -1;
    }
  }
  const problems = size.problems.map(({ message, key }): Problem => ({
    severity: 'warning',
    code: 'adapter.not-counted',
    message,
    origin: { kind: 'keys', keys: [key, 'peft_type'] },
  }));
  return {
    format: 'adapter',
    modelType: adapter.type.toLowerCase(),
    name,
    certainty: base.certainty === 'exact' && size.problems.length === 0 ? 'exact' : 'estimated',
    blocks: base.blocks,
    graphs: [
      { name: 'main', kind: 'main', inputs, outputs, operators: operators.map((_, i) => i), owner: -1 },
    ],
    functions: [],
    operators,
    values: tensors,
    weights,
    caches: [],
    facts: {},
    opsets: {},
    properties: [],
    problems,
  };
}
