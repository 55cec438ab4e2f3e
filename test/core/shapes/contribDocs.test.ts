import assert from 'node:assert/strict';

import type { DType } from '../../../src/core/model/dtype';
import { symbol } from '../../../src/core/model/expression';
import type { Model } from '../../../src/core/model/model';
import type { Attribute } from '../../../src/core/model/operator';
import { printShape } from '../../../src/core/model/print';
import type { Value } from '../../../src/core/model/value';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import type { Attributes, Input } from './documented';
import { ROWS } from './documented';

function parseInput(text: string, id: number): Value {
  const m = /^(\w+)\[(.*?)\](?:=(.*))?$/.exec(text);
  if (!m) throw new Error(text);
  const shape = m[2] === '' ? [] : m[2]!.split(',').map((d) => (/^\d+$/.test(d) ? Number(d) : symbol(d)));
  return {
    name: `x${id}`,
    kind: 'tensor',
    dtype: m[1] as DType,
    shape,
    ...(m[3] ? { data: m[3].split(',').map(Number) } : {}),
  };
}

function attribute(value: Attributes[string]): Attribute {
  if (typeof value === 'number') return { kind: 'int', value };
  if (typeof value === 'string') return { kind: 'string', value };
  return typeof value[0] === 'string'
    ? { kind: 'strings', value: value as readonly string[] }
    : { kind: 'ints', value: value as readonly number[] };
}

/** A model of one operator. */
function modelOf(
  domain: string,
  type: string,
  inputs: readonly Input[],
  given: Attributes,
  outputs: number,
): Model {
  const values: Value[] = [];
  const ids = inputs.map((text) => (text === '-' ? -1 : values.push(parseInput(text, values.length)) - 1));
  const out = Array.from({ length: outputs }, (_, i) => values.push({ name: `y${i}`, kind: 'tensor' }) - 1);
  const attributes = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, attribute(value)]),
  );
  return {
    format: 'onnx',
    modelType: '',
    name: '',
    certainty: 'exact',
    blocks: [{ name: '', parent: -1, repeat: 1 }],
    graphs: [
      {
        name: '',
        kind: 'main',
        inputs: ids.filter((id) => id >= 0 && !values[id]!.data),
        outputs: out,
        operators: [0],
        owner: -1,
      },
    ],
    functions: [],
    operators: [{ type, domain, name: type, inputs: ids, outputs: out, attributes, graph: 0, block: 0 }],
    values,
    weights: [],
    caches: [],
    facts: {},
    opsets: { '': 21, [domain]: 1 },
    properties: [],
    problems: [],
  };
}

describe('shapes of operators as their documentation has them', () => {
  for (const [name, inputs, attributes, outputs, document] of ROWS) {
    it(`${name}: ${document}`, () => {
      const dot = name.lastIndexOf('.');
      const domain = dot < 0 ? 'com.microsoft' : name.slice(0, dot);
      const model = modelOf(domain, name.slice(dot + 1), inputs, attributes, outputs.length);
      const shaped = inferShapes(model).model;
      const found = shaped.graphs[0]!.outputs.map((id) => shaped.values[id]!);
      assert.deepEqual(
        found.map((v) => `${v.dtype}${printShape(v.shape)}`),
        outputs,
      );
    });
  }
});
