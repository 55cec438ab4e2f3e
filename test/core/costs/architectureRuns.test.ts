/**
 * Compute and cache of the causal families against what the modelling library did: `torch.utils.flop_counter` totals and
 * the elements of its own cache, recorded for default configurations at two prompt lengths.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { familyOf } from '../../../src/core/architectures/registry';
import { costModel } from '../../../src/core/costs/costModel';
import type { Costs } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { operatorFigures } from '../../../src/core/costs/operatorFigures';
import type { Model } from '../../../src/core/model/model';
import { repeatsOf } from '../../../src/core/model/model';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';

const FILE = resolve(process.cwd(), '../shared/models/architectures/causal-lm.json.gz');

interface Run {
  readonly tokens: number;
  readonly matrix_flops: number;
  readonly cache_elements_with_counters: number;
}

interface Recorded {
  readonly class: string;
  readonly config: Record<string, unknown>;
  readonly runs?: readonly Run[];
}

/** The records hold text alone. */
const TEXT = { images: 0, sounds: 0 };

/** Tensors of one element beside the cache: the position counter of xLSTM. */
const COUNTERS: Readonly<Record<string, number>> = { xlstm: 1 };

/** Families whose class returns no cache, with the reason; ours are checked by the architectures' own tests. */
const RETURNS_NONE: Readonly<Record<string, string>> = {
  recurrent_gemma: 'its layers keep keys, values and states to themselves; the returned cache is empty',
};

describe('costs: families against the modelling library’s own runs', function () {
  this.timeout(120000);
  if (!existsSync(FILE)) {
    console.log('  no recorded runs beside the project: 0 causal families compared');
    return;
  }
  const all = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, Recorded>;
  const types = Object.keys(all).filter((t) => all[t]!.runs?.length && familyOf(t, all[t]!.class));
  const configOf = (type: string) => ({
    ...all[type]!.config,
    model_type: type,
    architectures: [all[type]!.class],
  });

  it('none of those recorded is left out', () => {
    const recorded = Object.keys(all).filter((t) => all[t]!.runs?.length);
    assert.deepEqual(
      recorded.filter((t) => !types.includes(t)),
      [],
    );
  });

  it('matrix FLOPs are equal, or differ by a written rule', () => {
    const count = { equal: 0, grouped: 0, dense: 0 };
    const wrong: string[] = [];
    for (const type of types) {
      const model = buildModel(configOf(type));
      const costs = costModel(model);
      for (const run of all[type]!.runs!) {
        const rule = explain(model, costs, run);
        if (rule) count[rule]++;
        else wrong.push(`${type} at ${run.tokens}`);
      }
    }
    console.log(`      ${types.length} families, two lengths each: ${JSON.stringify(count)}`);
    assert.deepEqual(wrong, []);
    assert.ok(types.length >= 100, `only ${types.length} families were compared`);
  });

  it('cache elements are equal, a counter per windowed layer aside', () => {
    const wrong: string[] = [];
    for (const type of types) {
      if (Object.hasOwn(RETURNS_NONE, type)) continue;
      const built = buildModel(configOf(type));
      // Every element as two bytes, so that bytes count elements.
      const model: Model = { ...built, caches: built.caches.map((c) => ({ ...c, dtype: 'cache' as const })) };
      const costs = costModel(model);
      const counters =
        (COUNTERS[type] ?? 0) +
        model.caches
          .filter((c) => c.kind === 'key' && c.window !== undefined)
          .reduce((n, c) => n + repeatsOf(model, c.block), 0);
      for (const run of all[type]!.runs!) {
        const scenario = {
          ...DEFAULT_SCENARIO,
          context: run.tokens,
          cache: 'fp16',
          engine: 'transformers' as const,
        };
        const { cache } = estimate(model, costs, scenario);
        const elements = (cache.bytesAtContext.value! + cache.stateBytes.value!) / 2 + counters;
        if (elements !== run.cache_elements_with_counters)
          wrong.push(`${type} at ${run.tokens}: ${elements}, theirs ${run.cache_elements_with_counters}`);
      }
    }
    console.log(`      ${types.length - Object.keys(RETURNS_NONE).length} families compared`);
    assert.deepEqual(wrong, []);
  });
});

/**
 * equal: the same number. grouped: equal once the experts' grouped products are left out, which the counter does not
 * see. dense: the library computes all experts for every token.
 */
function explain(model: Model, costs: Costs, run: Run): 'equal' | 'grouped' | 'dense' | undefined {
  const scenario = { ...DEFAULT_SCENARIO, prompt: run.tokens, phase: 'prefill' as const, dims: TEXT };
  const f = operatorFigures(model, costs, scenario);
  let flops = 0;
  let experts = 0;
  let dense = 0;
  model.operators.forEach((op, i) => {
    const own = 2 * f.macs[i]! * f.executions[i]!;
    flops += own;
    if (op.type !== 'ExpertMatMul') return;
    experts += own;
    const k = op.attributes['experts_per_token'];
    const held = model.values[op.inputs[1]!]!.shape![0] as number;
    dense += k?.kind === 'int' ? (own * held) / k.value : Number.NaN;
  });
  const want = run.matrix_flops;
  if (flops === want) return 'equal';
  if (flops - experts === want) return 'grouped';
  if (flops - experts + dense === want) return 'dense';
  return undefined;
}
