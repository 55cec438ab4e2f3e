/**
 * The engine on a graph of 100,000 operators with symbolic shapes: one analysis, and evaluations under new scenarios.
 * Run by `npm run bench`; alone: `npx tsx test/bench/costs.bench.ts`. Prints medians, asserts nothing.
 */
import { performance } from 'node:perf_hooks';
import { add } from '../../src/core/model/arithmetic';
import type { Dimension } from '../../src/core/model/expression';
import { symbol } from '../../src/core/model/expression';
import type { Model } from '../../src/core/model/model';
import { costModel } from '../../src/core/costs/costModel';
import { estimate } from '../../src/core/costs/estimate';
import { operatorFigures } from '../../src/core/costs/operatorFigures';
import { scenarioFor } from '../../src/core/scenario/scenarioFor';
import { blockTree } from '../../src/core/views/blockTree';
import { GraphMaker } from '../core/costs/graph';

const OPERATORS = 100_000;
const HIDDEN = 64;
const HEADS = 4;

/** Decoder layers as an exporter writes them, one after another, until there are enough operators. */
export function longGraph(operators: number): Model {
  const g = new GraphMaker();
  const b: Dimension = symbol('batch_size');
  const s: Dimension = symbol('sequence_length');
  const past: Dimension = symbol('past_sequence_length');
  const total = add(past, s);
  const stream = [b, s, HIDDEN];
  const weights = [
    g.weight([HIDDEN, HIDDEN]),
    g.weight([HIDDEN, 4 * HIDDEN]),
    g.weight([4 * HIDDEN, HIDDEN]),
    g.weight([HIDDEN]),
  ];
  const [square, up, down, vector] = weights as [number, number, number, number];
  let x = g.input(stream);
  for (let layer = 0; g.operators.length < operators; layer++) {
    const d = HIDDEN / HEADS;
    const k0 = g.input([b, HEADS, past, d], 'float32', `past_key_values.${layer}.key`);
    const v0 = g.input([b, HEADS, past, d], 'float32', `past_key_values.${layer}.value`);
    const h = g.op('LayerNormalization', [x, vector, vector], [stream], { axis: -1 });
    const heads = (t: number) => {
      const y = g.op('MatMul', [t, square], [stream]);
      const biased = g.op('Add', [y, vector], [stream]);
      const split = g.op('Reshape', [biased, g.data([0, 0, HEADS, d])], [[b, s, HEADS, d]]);
      return g.op('Transpose', [split], [[b, HEADS, s, d]], { perm: [0, 2, 1, 3] });
    };
    const [q, k, v] = [heads(h), heads(h), heads(h)];
    const keys = g.op('Concat', [k0, k], [[b, HEADS, total, d]], { axis: 2 });
    const values = g.op('Concat', [v0, v], [[b, HEADS, total, d]], { axis: 2 });
    const kt = g.op('Transpose', [keys], [[b, HEADS, d, total]], { perm: [0, 1, 3, 2] });
    const scores = g.op('MatMul', [q, kt], [[b, HEADS, s, total]]);
    const scaled = g.op('Div', [scores, g.data([8])], [[b, HEADS, s, total]]);
    const p = g.op('Softmax', [scaled], [[b, HEADS, s, total]]);
    const mixed = g.op('MatMul', [p, values], [[b, HEADS, s, d]]);
    const joined = g.op('Transpose', [mixed], [[b, s, HEADS, d]], { perm: [0, 2, 1, 3] });
    const flat = g.op('Reshape', [joined, g.data([0, 0, HIDDEN])], [stream]);
    const out = g.op('MatMul', [flat, square], [stream]);
    const r = g.op('Add', [x, out], [stream]);
    const n = g.op('LayerNormalization', [r, vector, vector], [stream], { axis: -1 });
    const wide = [b, s, 4 * HIDDEN];
    const inner = g.op('Gelu', [g.op('MatMul', [n, up], [wide])], [wide]);
    x = g.op('Add', [r, g.op('MatMul', [inner, down], [stream])], [stream]);
    g.outputs.push(keys, values);
  }
  g.outputs.push(x);
  return g.model();
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function time(repeats: number, body: (i: number) => void): number {
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    body(i);
    times.push(performance.now() - start);
  }
  return median(times);
}

export function benchCosts(): Record<string, number> {
  const model = longGraph(OPERATORS);
  const analysis = time(5, () => costModel(model));
  const costs = costModel(model);
  const scenario = (i: number) => scenarioFor(model, { context: 1000 + i, prompt: 100 + i });
  const first = time(1, () => estimate(model, costs, scenario(0)));
  const again = time(30, (i) => estimate(model, costs, scenario(i)));
  operatorFigures(model, costs, scenario(0));
  const figures = time(30, (i) => operatorFigures(model, costs, scenario(i)));
  blockTree(model, costs, scenario(0));
  const tree = time(30, (i) => blockTree(model, costs, scenario(i)));
  const tenth = longGraph(OPERATORS / 10);
  const tenthCosts = costModel(tenth);
  blockTree(tenth, tenthCosts, scenario(0));
  const smallTree = time(30, (i) => blockTree(tenth, tenthCosts, scenario(i)));
  return { operators: model.operators.length, analysis, first, again, figures, tree, smallTree };
}

if (process.argv[1]?.endsWith('costs.bench.ts')) {
  const r = benchCosts();
  console.log(`costs of ${r['operators']} operators: ${r['analysis']!.toFixed(0)} ms`);
  console.log(
    `first estimate ${r['first']!.toFixed(1)} ms, each further scenario ${r['again']!.toFixed(1)} ms`,
  );
  console.log(
    `tree of blocks under a new scenario ${r['tree']!.toFixed(1)} ms, of a tenth of the operators ${r['smallTree']!.toFixed(1)} ms`,
  );
  console.log(`figures of every operator under a new scenario ${r['figures']!.toFixed(1)} ms`);
}
