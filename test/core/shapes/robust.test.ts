import assert from 'node:assert/strict';

import { symbol } from '../../../src/core/model/expression';
import type { Attribute, Operator } from '../../../src/core/model/operator';
import { ShapeContext } from '../../../src/core/shapes/context';
import type { Engine } from '../../../src/core/shapes/context';
import type { Facts } from '../../../src/core/shapes/facts';
import { DOMAINS } from '../../../src/core/shapes/registry';

const int = (value: number): Attribute => ({ kind: 'int', value });
const ints = (...value: number[]): Attribute => ({ kind: 'ints', value });

/** Every attribute that asks for a size, count or axis, with this value. */
const NAMES =
  'axis axes num_heads kv_num_heads q_num_heads bits N K Nq Nkv block_size group dim size step hidden_size perm keepdims max_ngram_size n_head_per_ngram num_branches kernel_shape strides pads dilations output_shape to dtype blocksize k gather_axis quantize_axis split num_outputs start end batch_dims n_targets targets channels_last groups router_size token_budget compress_ratio num_scan_inputs'.split(
    ' ',
  );

function attributes(value: Attribute): Record<string, Attribute> {
  return Object.fromEntries(NAMES.map((name) => [name, value]));
}

const ATTRIBUTES: readonly Record<string, Attribute>[] = [
  {},
  attributes(int(0)),
  attributes(int(-7)),
  attributes(int(1e15)),
  attributes(ints()),
  attributes(ints(0, -1, 99)),
  attributes({ kind: 'string', value: '?' }),
];

const INPUTS: readonly (Facts | undefined)[] = [
  undefined,
  { kind: 'tensor' },
  { kind: 'tensor', dtype: 'float32', shape: [] },
  { kind: 'tensor', dtype: 'int64', shape: [3], data: [0, -1, undefined] },
  { kind: 'tensor', dtype: 'int64', shape: [2], data: [-5, 1e12] },
  { kind: 'tensor', dtype: 'uint8', shape: [undefined, symbol('n'), 0] },
  { kind: 'tensor', dtype: 'float16', shape: [1, 2, 3, 4] },
  { kind: 'sequence', element: { kind: 'tensor' } },
];

const ENGINE: Engine = Object.assign(Object.create(null) as object, {
  inferGraph: () => [],
  graphInputs: () => 0,
  fresh: (_: Operator, suffix: string) => symbol(suffix),
  handsThrough: () => false,
}) as unknown as Engine;

/** Models that are wrong: what no valid file holds must leave outputs unknown, quickly, and never throw. */
describe('shape functions on models that are wrong', () => {
  for (const [domain, table] of Object.entries(DOMAINS)) {
    it(`${domain || 'ai.onnx'}: ${Object.keys(table).length} operators survive any input`, () => {
      const broken: string[] = [];
      const slow: string[] = [];
      const impossible = new Set<string>();
      for (const [type, infer] of Object.entries(table)) {
        const began = performance.now();
        for (const given of ATTRIBUTES)
          for (const facts of INPUTS)
            for (const count of [0, 1, 6, 20])
              for (const version of [1, 26]) {
                const inputs = Array.from({ length: count }, (_, i) => i);
                const outputs = [0, 1, 2, 3].map((i) => count + i);
                const op: Operator = {
                  type,
                  domain,
                  name: type,
                  inputs,
                  outputs,
                  attributes: given,
                  graph: 0,
                  block: 0,
                };
                const c = new ShapeContext(
                  inputs.map(() => facts),
                  ENGINE,
                );
                c.op = op;
                c.version = version;
                try {
                  infer(c);
                  for (const id of outputs)
                    for (const d of c.values[id]?.shape ?? [])
                      if (typeof d === 'number' && !(d >= 0 && Number.isInteger(d)))
                        impossible.add(`${type}: ${d}`);
                } catch (error) {
                  broken.push(
                    `${type} with ${count} of ${JSON.stringify(facts)} and ${JSON.stringify(given['axis'])}: ${String(error)}`,
                  );
                }
              }
        if (performance.now() - began > 2000) slow.push(type);
      }
      assert.deepEqual([...new Map(broken.map((b) => [b.split(' ')[0], b])).values()].slice(0, 20), []);
      assert.deepEqual(slow, []);
      assert.deepEqual([...impossible].slice(0, 20), []);
    });
  }
});
