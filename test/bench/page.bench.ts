/**
 * What the page waits for when a slider moves: everything that follows the scenario, and the first rows of the table of
 * layers, on a graph of 10,000 operators. Run by `npm run bench`; alone: `npx tsx test/bench/page.bench.ts`. Prints
 * medians, asserts nothing.
 */
import { performance } from 'node:perf_hooks';
import type { Analysis } from '../../src/core/analysis';
import { costModel } from '../../src/core/costs/costModel';
import { symbol } from '../../src/core/model/expression';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { answerPage } from '../../src/core/views/page/answer';
import { manyNodes } from '../support/manyNodes';

const OPERATORS = 10_000;
const WARM = 10;
const RUNS = 41;

const { model } = inferShapes(manyNodes(OPERATORS, [symbol('batch'), symbol('sequence'), 64]));
const analysis: Analysis = { kind: 'model', name: 'bench.onnx', model, costs: costModel(model) };

function timed(work: (run: number) => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < WARM + RUNS; run++) {
    const start = performance.now();
    work(run);
    if (run >= WARM) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1]!;
}

const say = (what: string, milliseconds: number) => console.log(`${what}: ${milliseconds.toFixed(1)} ms`);
const device = 'rtx-4090';
const first = performance.now();
answerPage(analysis, { device }).head();
answerPage(analysis, { device }).view();
say('first head and view', performance.now() - first);
say(
  'another prompt: the whole view',
  timed((run) => answerPage(analysis, { device, prompt: 100 + run }).view()),
);
say(
  'and the first hundred rows, heaviest first',
  timed((run) =>
    answerPage(analysis, { device, prompt: 1000 + run }).layers({
      mode: 'list',
      sort: 'macs',
      descending: true,
      count: 100,
    }),
  ),
);
say(
  'a further hundred rows of the same list',
  timed((run) => answerPage(analysis, { device }).layers({ mode: 'list', offset: 100 * run, count: 100 })),
);
