/**
 * Configs that differ from the default, against what the modelling library builds from them and runs
 * (test/oracle/causal_configs.py): weights by name and shape, cache elements and matrix FLOPs at two lengths.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CausalVariation } from './causalRuns';
import { compareCausal } from './causalRuns';

const FILE = resolve(process.cwd(), 'test/fixtures/architectures/causal-variations.json.gz');
const FIXTURE = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, CausalVariation[]>;

/** The fewest configs that must agree in weights, and the fewest runs in FLOPs and cache. */
const LEAST = { weights: 474, runs: 413 };

describe('varied causal configs, against what the modelling library builds and runs', function () {
  this.timeout(120000);

  it('weights by name and shape, FLOPs and cache', () => {
    const wrong: string[] = [];
    const counts = { configs: 0, weights: 0, runs: 0, equal: 0 };
    for (const [type, rows] of Object.entries(FIXTURE))
      rows.forEach((row, i) => {
        counts.configs++;
        const { difference, flops, cache } = compareCausal(type, row);
        if (difference === '') counts.weights++;
        else wrong.push(`${type} ${i} ${difference}`);
        if (flops === undefined) return;
        counts.runs++;
        if (flops && cache !== false) counts.equal++;
        else wrong.push(`${type} ${i} runs otherwise in ${flops ? 'cache' : 'FLOPs'}`);
      });
    console.log(
      `      ${counts.weights} of ${counts.configs} configs exact, ${counts.equal} of ${counts.runs} runs`,
    );
    assert.deepEqual(wrong, []);
    assert.ok(counts.weights >= LEAST.weights && counts.equal >= LEAST.runs, JSON.stringify(counts));
  });
});
