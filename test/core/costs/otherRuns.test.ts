/**
 * Compute of the types that are not causal against one run of the modelling library each (test/oracle/other_runs.py): what
 * claims to be exact must be equal; the rest says by how much it is off.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { measureRun } from '../architectures/otherRuns';
import type { OtherRun } from '../architectures/otherRuns';

const FOLDER = resolve(process.cwd(), 'test/fixtures/architectures');
const load = <T>(name: string) =>
  JSON.parse(gunzipSync(readFileSync(resolve(FOLDER, name))).toString()) as Record<string, T>;

/** The fewest runs that must be equal. */
const LEAST = 74;

describe('costs: types that are not causal against the modelling library’s own runs', function () {
  this.timeout(60000);
  const runs = load<OtherRun>('other-runs.json.gz');
  const configs = load<{ config: Record<string, unknown> }>('variations.json.gz');

  it('matrix FLOPs that claim to be exact are equal', () => {
    const count = { equal: 0, estimated: 0, unknown: 0 };
    const wrong: string[] = [];
    for (const name of Object.keys(runs)) {
      // Types that are there for another class too run with their default configuration.
      const recorded = configs[name] ?? (name.startsWith('extra/') ? { config: {} } : undefined);
      if (!recorded) continue;
      const { flops: got } = measureRun(name, recorded.config, runs[name]!);
      if (got.value === null) count.unknown++;
      else if (got.value === runs[name]!.matrix_flops) count.equal++;
      else count.estimated++;
      if (got.certainty === 'exact' && got.value !== runs[name]!.matrix_flops)
        wrong.push(`${name}: ${got.value}, theirs ${runs[name]!.matrix_flops}`);
    }
    console.log(`      ${Object.keys(runs).length} types: ${JSON.stringify(count)}`);
    assert.deepEqual(wrong, []);
    assert.ok(count.equal >= LEAST, `only ${count.equal} runs are equal`);
  });
});
