/**
 * Configs that differ from the default, against what the modelling library builds from them and runs
 * (test/oracle/causal_configs.py): weights by name and shape, cache elements and matrix FLOPs at two lengths.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { familyOf } from '../../../src/core/architectures/registry';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { evaluate } from '../../../src/core/model/evaluate';
import type { Model } from '../../../src/core/model/model';
import { repeatsOf } from '../../../src/core/model/model';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import { differences, parametersOf } from './compare';

interface Variation {
  readonly class: string;
  readonly config: Record<string, unknown>;
  readonly parameters: number;
  /** Name with # for indices -> shape -> the indices. */
  readonly weights: Record<string, Record<string, string>>;
  readonly runs?: readonly { tokens: number; matrix_flops: number; cache_elements: number }[];
  /** Run with data, its experts one by one, so that their products are counted. */
  readonly device?: 'cpu';
}

const FILE = resolve(process.cwd(), 'test/fixtures/architectures/causal-variations.json.gz');
const FIXTURE = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, Variation[]>;

/** Runs that say nothing of the class's own work, with the reason. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  blt: 'how many bytes make a patch is data',
};

/** Tensors of one element beside the cache: the position counter of xLSTM. */
const COUNTERS: Readonly<Record<string, number>> = { xlstm: 1 };

/** These keep their state in their own modules and return no cache. */
const INSIDE: ReadonlySet<string> = new Set(['recurrent_gemma']);

/** The fewest configs that must agree in weights, and the fewest runs in FLOPs and cache. */
const LEAST = { weights: 474, runs: 413 };

function unfolded(weights: Variation['weights']): Map<string, string> {
  const out = new Map<string, string>();
  for (const name in weights)
    for (const shape in weights[name])
      for (const indices of weights[name]![shape]!.split(' ')) {
        const parts = indices.split('.');
        let at = 0;
        out.set(
          name.replace(/#/g, () => parts[at++]!),
          shape,
        );
      }
  return out;
}

/** FLOPs of the experts' grouped products, which the recorder leaves out; Llama 4 runs every expert instead. */
function groupedFlops(model: Model, tokens: number): number {
  let sum = 0;
  for (const op of model.operators) {
    if (op.type !== 'ExpertMatMul') continue;
    let n = 2 * Number(model.values[op.inputs[0]!]!.shape!.at(-1)) * repeatsOf(model, op.block);
    for (const d of model.values[op.outputs[0]!]!.shape!)
      n *= evaluate(d!, { batch: 1, sequence: tokens, past: 0 })!;
    sum += n;
  }
  const e = model.facts.experts;
  return model.modelType === 'llama4_text' && e ? sum * (1 - e.routed / e.perToken) : sum;
}

/** Elements held after so many tokens, as the library keeps them: a window less one. */
function heldElements(model: Model, tokens: number): number {
  let sum = 0;
  for (const cache of model.caches) {
    let n = repeatsOf(model, cache.block);
    for (const d of cache.shape) n *= evaluate(d, { batch: 1, sequence: tokens, past: 0 })!;
    const w = cache.window;
    sum += w === undefined ? n : (n / Math.min(tokens, w)) * Math.min(tokens, w - 1);
  }
  return sum;
}

describe('varied causal configs, against what the modelling library builds and runs', function () {
  this.timeout(120000);
  const wrong: string[] = [];
  const counts = { configs: 0, weights: 0, runs: 0, equal: 0 };
  before(() => {
    for (const [type, rows] of Object.entries(FIXTURE))
      rows.forEach((row, i) => {
        if (!familyOf(type, row.class)) return;
        counts.configs++;
        const model = buildModel({ model_type: type, architectures: [row.class], ...row.config });
        const difference = differences(parametersOf(model), unfolded(row.weights));
        if (difference === '') counts.weights++;
        else wrong.push(`${type} ${i} ${difference}`);
        if (!row.runs || Object.hasOwn(NOT_COMPARED, type)) return;
        counts.runs++;
        const costs = costModel(model);
        const bad = row.runs.filter((run) => {
          const e = estimate(model, costs, {
            ...DEFAULT_SCENARIO,
            prompt: run.tokens,
            context: run.tokens,
            // The records hold text alone.
            dims: { images: 0, sounds: 0 },
          });
          const grouped = row.device === 'cpu' ? 0 : groupedFlops(model, run.tokens);
          const flops = (e.compute.prefill.matrixFlops.value ?? NaN) - grouped;
          const cached = INSIDE.has(type) ? run.cache_elements : heldElements(model, run.tokens);
          return flops !== run.matrix_flops || cached + (COUNTERS[type] ?? 0) !== run.cache_elements;
        });
        if (bad.length === 0) counts.equal++;
        else wrong.push(`${type} ${i} runs otherwise at ${bad.map((r) => r.tokens).join(' and ')} tokens`);
      });
  });

  it('weights by name and shape, FLOPs and cache', () => {
    console.log(
      `      ${counts.weights} of ${counts.configs} configs exact, ${counts.equal} of ${counts.runs} runs`,
    );
    assert.deepEqual(wrong, []);
    assert.ok(counts.weights >= LEAST.weights && counts.equal >= LEAST.runs, JSON.stringify(counts));
  });
});
