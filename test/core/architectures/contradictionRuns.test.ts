/** Configs that contradict themselves, against what the modelling library did with each (test/oracle/contradictions.py). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseConfig } from '../../../src/core/analyse';
import { configProblems } from '../../../src/core/views/configProblems';
import { makeReport } from '../../../src/core/views/report';

interface Row {
  readonly base: string;
  readonly change: Readonly<Record<string, unknown>>;
  readonly outcome: 'refuses' | 'fails to build' | 'fails to run' | 'runs';
  readonly parameters: number | null;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { bases, rows } = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/architectures/contradictions.json'), 'utf8'),
) as { readonly bases: Readonly<Record<string, object>>; readonly rows: readonly Row[] };

/** What runs although we call it wrong: a size below 0 that the class does not use, or that leaves a part out. */
const RUNS_AND_TOLD = new Set([
  'llama num_hidden_layers -1',
  'llama max_position_embeddings -1',
  'llama architectures "LlamaForCausalLM"',
  'gpt2 n_layer -1',
  'qwen3_moe num_experts -1',
]);

describe('a config that contradicts itself, beside the modelling library', () => {
  it('was recorded for more than sixty configs', () => assert.ok(rows.length > 60));

  for (const { base, change, outcome, parameters } of rows) {
    const [key = ''] = Object.keys(change);
    const name = `${base} ${key} ${JSON.stringify(change[key]) ?? ''}`.trim();
    it(`${name}: ${outcome}`, () => {
      const text = JSON.stringify({ ...bases[base], ...change });
      const analysis = analyseConfig(text, 'config.json');
      assert.ok(analysis, 'no model');
      const problems = configProblems(analysis);
      const about = problems.filter(
        (p) => text.slice(p.start, p.end).startsWith(`"${key}"`) || p.message.includes(`\`${key}\``),
      );
      const said = problems.map((p) => `${text.slice(p.start, p.end)}: ${p.message}`).join('; ');
      if (outcome !== 'runs') assert.ok(about.length > 0, `nothing is told at ${key}; ${said}`);
      else if (!RUNS_AND_TOLD.has(name)) assert.deepEqual(problems, [], said);
      else assert.ok(about.length > 0);
      for (const p of about)
        assert.match(p.message, /modelling library|counted|attention head|experts/, p.message);
      // Figures that can be told are told, and are those of the library where it built the model.
      const { distinct } = makeReport(analysis).parameters;
      assert.ok(distinct.value !== null && Number.isFinite(distinct.value) && distinct.value >= 0);
      if (parameters !== null && distinct.certainty === 'exact') assert.equal(distinct.value, parameters);
      if (outcome === 'runs' && problems.length === 0) assert.equal(distinct.certainty, 'exact');
    });
  }
});
