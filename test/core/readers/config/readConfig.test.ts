/** Which JSON is a model's config, what its keys' ranges are, and what becomes of broken text. */
import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/core/readers/config/readConfig';

describe('config text', () => {
  it('leaves every other config.json in the world alone', () => {
    for (const text of [
      '',
      '[]',
      '"model_type"',
      '{"name": "web", "version": "1.0.0", "scripts": {"build": "x"}}',
      '{"compilerOptions": {"target": "ES2022"}}',
      '{"layers": [{"type": "line"}], "dim": 3}',
      '{"nested": {"model_type": "llama"}}',
    ])
      assert.equal(readConfig(text, 'config.json'), undefined, text);
  });

  it('knows a config by its type, its classes, or three of its sizes', () => {
    assert.ok(readConfig('{"model_type": "llama"}', 'x'));
    assert.ok(readConfig('{"architectures": ["LlamaForCausalLM"]}', 'x'));
    assert.ok(readConfig('{"dim": 4096, "n_layers": 32, "n_heads": 32, "vocab_size": -1}', 'params.json'));
  });

  it('gives the range of every key, nested ones by their path', () => {
    const text = '{\n  "model_type": "x",\n  "text_config": { "hidden_size": 64 }\n}';
    const range = readConfig(text, 'x')!.ranges.get('text_config.hidden_size')!;
    assert.equal(text.slice(range.key.start, range.key.end), '"hidden_size"');
    assert.equal(text.slice(range.value.start, range.value.end), '64');
    assert.equal(text.slice(range.property.start, range.property.end), '"hidden_size": 64');
  });

  it('reads bare Infinity and NaN, comments and trailing commas', () => {
    const text =
      '{"model_type": "mamba2", // a comment\n "limit": [0.0, Infinity], "low": -Infinity, "odd": NaN, "text": "NaN",}';
    const document = readConfig(text, 'x')!;
    assert.deepEqual(document.values['limit'], [0, Infinity]);
    assert.equal(document.values['low'], -Infinity);
    assert.ok(Number.isNaN(document.values['odd']));
    assert.equal(document.values['text'], 'NaN');
    assert.deepEqual(document.problems, []);
  });

  it('keeps what can be read of broken JSON and says where it broke', () => {
    const document = readConfig('{"model_type": "llama", "hidden_size": , "vocab_size": 100', 'x')!;
    assert.equal(document.values['vocab_size'], 100);
    assert.ok(document.problems.length > 0);
    for (const p of document.problems) assert.equal(p.origin?.kind, 'text');
  });

  it('takes a hostile key for a name and nothing else, and bounds depth', () => {
    const document = readConfig('{"model_type": "x", "__proto__": {"polluted": 1}}', 'x')!;
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.ok(Object.hasOwn(document.values, '__proto__'));
    const deep = `{"model_type": "x", "a": ${'['.repeat(500)}${']'.repeat(500)}}`;
    assert.ok(readConfig(deep, 'x'));
  });
});
