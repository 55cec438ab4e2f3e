/** Texts of configs that are broken as JSON, or odd as values: one sentence, the rest still told, never a crash or a hang. */
import assert from 'node:assert/strict';
import { analyseConfig } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { configProblems } from '../../../../src/core/views/configProblems';
import { keyHover } from '../../../../src/core/views/hovers';
import { summaryLens } from '../../../../src/core/views/lenses';
import { makeFigures, makeReport } from '../../../../src/core/views/report';
import { mutate, random } from '../../../support/configMutations';

const SMALL = {
  model_type: 'llama',
  architectures: ['LlamaForCausalLM'],
  hidden_size: 64,
  intermediate_size: 96,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  vocab_size: 100,
  tie_word_embeddings: false,
};
const TEXT = JSON.stringify(SMALL, null, 1);
/** As the modelling library builds it, see contradictions.json. */
const PARAMETERS = 74_560;

function parameters(analysis: Analysis | undefined): number | null | undefined {
  return analysis && makeReport(analysis).parameters.distinct.value;
}

describe('a config that is broken as JSON', () => {
  for (const [name, text] of [
    ['a mark of byte order', `\uFEFF${TEXT}`],
    ['comments', TEXT.replace('\n', '\n// a comment\n/* and another */')],
    ['a comma too many', TEXT.replace(/\n\}$/, ',\n}')],
    ['bare NaN and Infinity', TEXT.replace('"vocab_size"', '"a": NaN, "b": -Infinity, "vocab_size"')],
    ['a cut end', TEXT.slice(0, -2)],
    ['lines of Windows', TEXT.replaceAll('\n', '\r\n')],
    [
      'a key too many, with a deep value',
      TEXT.replace(/\n\}$/, `, "x": ${'['.repeat(500)}${']'.repeat(500)}}`),
    ],
    [
      'keys of a prototype',
      TEXT.replace(/\n\}$/, ', "__proto__": {"hidden_size": 1}, "constructor": 5, "toString": {}}'),
    ],
    [
      'nulls of parts',
      TEXT.replace(/\n\}$/, ', "text_config": null, "vision_config": null, "rope_scaling": null}'),
    ],
  ] as const)
    it(`${name}: the figures are there`, () =>
      assert.equal(parameters(analyseConfig(text, 'c')), PARAMETERS));

  it('a key that stands twice: the last one counts, as in the library, and it is told there', () => {
    const text = TEXT.replace('"hidden_size": 64', '"hidden_size": 32,\n "hidden_size": 64');
    const analysis = analyseConfig(text, 'c')!;
    assert.equal(parameters(analysis), PARAMETERS);
    const [told, ...others] = configProblems(analysis);
    assert.deepEqual(others, []);
    assert.equal(told!.code, 'config.repeated-key');
    assert.equal(told!.start, text.lastIndexOf('"hidden_size"'));
    // `{`, the type, three lines of the class, the first, the second.
    assert.equal(makeReport(analysis).problems.find((p) => p.code === told!.code)?.line, 7);
  });

  it('what is no object is no config', () => {
    for (const text of ['', 'null', '5', '"model_type"', '[]', `[${TEXT}]`, '{"model_type"', '{', '\0\0'])
      assert.doesNotThrow(() => analyseConfig(text, 'c'), text);
    assert.equal(analyseConfig(`[${TEXT}]`, 'c'), undefined);
  });

  it('a text of a hundred thousand levels does not overflow', () => {
    const depth = 100_000;
    const deep = `{"model_type": "llama", "x": ${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
    assert.doesNotThrow(() => analyseConfig(deep, 'c'));
  });

  it('four hundred configs with values put wrong: a sentence or figures, never an error', () => {
    const next = random(20_261_124);
    let told = 0;
    let slowest = 0;
    for (let i = 0; i < 400; i++) {
      const { text, key } = mutate(next);
      const before = process.cpuUsage().user;
      let analysis: Analysis | undefined;
      assert.doesNotThrow(() => (analysis = analyseConfig(text, 'c')), text);
      if (!analysis) continue;
      const problems = configProblems(analysis);
      for (const p of problems) {
        assert.ok(p.start >= 0 && p.end <= text.length && p.start <= p.end, text);
        assert.ok(
          p.message.length > 0 && p.message.length < 700 && !/undefined|NaN|\[object/.test(p.message),
          p.message,
        );
      }
      if (problems.length > 0) told++;
      const report = makeFigures(analysis);
      const { value, certainty } = report.parameters.distinct;
      assert.ok(value === null ? certainty === 'unknown' : Number.isFinite(value) && value >= 0, text);
      assert.ok(summaryLens(analysis).title.length > 0);
      if (key !== undefined && i % 20 === 0) assert.doesNotThrow(() => keyHover(analysis!, key), text);
      slowest = Math.max(slowest, process.cpuUsage().user - before);
    }
    assert.ok(told > 100, `only ${told} were told`);
    // No loop over a number that the text names: seconds would be a hang.
    assert.ok(slowest < 5_000_000, `one took ${slowest / 1e6} s of processor time`);
  }).timeout(120_000);
});
