import assert from 'node:assert/strict';
import { peaksByBlock } from '../../../src/core/costs/blockPeaks';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { activationBits, peakOf } from '../../../src/core/costs/liveness';
import type { Model } from '../../../src/core/model/model';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { GraphMaker } from './graph';

function peak(model: Model): { bytes: number; operator: string; alive: Record<string, number> } {
  const p = peakOf(model, costModel(model).liveness!, {}, activationBits(undefined, undefined));
  return {
    bytes: p.bytes,
    operator: model.operators[p.operator]!.type,
    alive: Object.fromEntries(p.alive.map((a) => [model.values[a.value]!.name, a.bytes])),
  };
}

describe('costs: peak activations', () => {
  it('is a liveness bound, not a sum of outputs, and names its moment', () => {
    // x(100) -> MatMul a(400) -> MatMul b(50) -> MatMul c(300), fp32: x+a = 2,000; a+b = 1,800; b+c = 1,400 bytes.
    const g = new GraphMaker();
    const x = g.input([1, 100], 'float32', 'x');
    const a = g.op('MatMul', [x, g.weight([100, 400])], [[1, 400]]);
    const b = g.op('MatMul', [a, g.weight([400, 50])], [[1, 50]]);
    g.outputs.push(g.op('MatMul', [b, g.weight([50, 300])], [[1, 300]]));
    assert.deepEqual(peak(g.model()), {
      bytes: 2000,
      operator: 'MatMul',
      alive: { 'MatMul0.0': 1600, x: 400 },
    });
    const m = g.model();
    const q = estimate(m, costModel(m), scenarioFor(m)).memory.peakActivations;
    assert.equal(q.value, 2000);
    assert.match(q.formula, /while MatMul "MatMul_0" runs: MatMul0\.0 1,600 B \+ x 400 B = 2,000 B/);
  });

  it('holds a residual across its branch', () => {
    // x(100) kept for the Add: at the second MatMul x + h + y = 100 + 400 + 100 floats.
    const g = new GraphMaker();
    const x = g.op('MatMul', [g.input([1, 10]), g.weight([10, 100])], [[1, 100]]);
    const h = g.op('MatMul', [x, g.weight([100, 400])], [[1, 400]]);
    const y = g.op('MatMul', [h, g.weight([400, 100])], [[1, 100]]);
    g.outputs.push(g.op('Add', [x, y], [[1, 100]]));
    assert.equal(peak(g.model()).bytes, 2400);
  });

  it('views share memory and element-by-element operators write in place', () => {
    const chain = (types: readonly string[]) => {
      const g = new GraphMaker();
      let v = g.op('MatMul', [g.input([1, 10]), g.weight([10, 100])], [[1, 100]]);
      for (const t of types) v = g.op(t, [v], [[1, 100]]);
      g.outputs.push(v);
      return peak(g.model()).bytes;
    };
    // Input 40 B and the one buffer of 400 B.
    assert.equal(chain(['Relu', 'Reshape', 'Sigmoid', 'Softmax']), 440);
    // Transpose needs a second buffer.
    assert.equal(chain(['Relu', 'Transpose']), 800);
    // A graph input is never written over.
    const g = new GraphMaker();
    g.outputs.push(g.op('Relu', [g.input([100])], [[100]]));
    assert.equal(peak(g.model()).bytes, 800);
    // Nor is a value that is read again.
    const twice = new GraphMaker();
    const v = twice.op('MatMul', [twice.input([1, 1]), twice.weight([1, 100])], [[1, 100]]);
    const r = twice.op('Relu', [v], [[1, 100]]);
    twice.outputs.push(twice.op('Add', [v, r], [[1, 100]]));
    assert.equal(peak(twice.model()).bytes, 800);
  });

  it('weights and caches are not activations; unknown sizes make a lower bound', () => {
    const g = new GraphMaker();
    const past = g.input([1, 2, 50, 8], 'float16', 'past_key_values.0.key');
    const k = g.input([1, 2, 1, 8], 'float16', 'k');
    const present = g.op('Concat', [past, k], [[1, 2, 51, 8]], { axis: 2 });
    g.values[present] = { ...g.values[present]!, name: 'present.0.key', dtype: 'float16' };
    g.outputs.push(present, g.op('Mystery', [k], [undefined]));
    const m = g.model();
    const q = estimate(m, costModel(m), scenarioFor(m)).memory.peakActivations;
    assert.equal(q.value, 32);
    assert.equal(q.certainty, 'lower bound');
    assert.match(q.reason!, /1 of 2 activations/);
  });

  it('is told for every block', () => {
    // As the first test, in two blocks: a holds x + a = 2,000 bytes, b the rest, at most a + b = 1,800.
    const g = new GraphMaker();
    const x = g.input([1, 100], 'float32', 'x');
    const a = g.op('MatMul', [x, g.weight([100, 400])], [[1, 400]]);
    const b = g.op('MatMul', [a, g.weight([400, 50])], [[1, 50]]);
    g.outputs.push(g.op('MatMul', [b, g.weight([50, 300])], [[1, 300]]));
    const plain = g.model();
    const blocks = ['model', 'a', 'b', 'empty'].map((name, i) => ({
      name,
      parent: i === 0 ? -1 : 0,
      repeat: 1,
    }));
    const operators = plain.operators.map((op, i) => ({ ...op, block: i === 0 ? 1 : 2 }));
    const model = { ...plain, blocks, operators };
    const peaks = peaksByBlock(model, costModel(model), scenarioFor(model));
    assert.deepEqual([...peaks.bytes], [2000, 2000, 1800, Number.NaN]);
  });

  it('a sub-graph’s own peak comes on top of what its owner holds', () => {
    // Outer: a(100) and Loop; body: b(300) from a: 400 + 1,200 while it runs, and the result of 100.
    const g = new GraphMaker();
    const x = g.input([1, 100], 'float32', 'x');
    const trips = g.data([3]);
    g.outputs.push(g.op('Loop', [trips, -1, x], [[1, 100]]));
    const inner = g.values.push({ name: 'b', kind: 'tensor', dtype: 'float32', shape: [1, 300] }) - 1;
    const w = g.weight([100, 300]);
    const base = g.model();
    const model: Model = {
      ...base,
      operators: [
        { ...base.operators[0]!, attributes: { body: { kind: 'graph', value: 1 } } },
        {
          type: 'MatMul',
          domain: '',
          name: 'inside',
          inputs: [x, w],
          outputs: [inner],
          attributes: {},
          graph: 1,
          block: 0,
        },
      ],
      graphs: [
        { ...base.graphs[0]!, operators: [0] },
        { name: 'body', kind: 'subgraph', inputs: [], outputs: [inner], operators: [1], owner: 0 },
      ],
    };
    const p = peakOf(model, costModel(model).liveness!, {}, activationBits(undefined, undefined));
    assert.equal(p.bytes, 400 + 400 + 1200, 'x, the result, and b; the constant trip count is none');
  });
});
