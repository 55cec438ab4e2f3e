/** What `generation_config.json` changes in the figures of the config beside it, each said with its line. */
import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analyse';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { makeReport } from '../../../src/core/views/report';
import { LLAMA } from '../../support/llamaCheckpoint';
import { folderOf } from '../../support/safetensorsFile';

async function report(generation: object, wanted: Partial<Scenario> = {}, config: object = LLAMA) {
  const files = {
    'config.json': JSON.stringify(config),
    'generation_config.json': JSON.stringify(generation, null, 1),
  };
  const analysis = await analyseFile(folderOf(files), 'config.json');
  assert.ok(analysis.kind === 'model');
  return makeReport(analysis, wanted);
}

const told = ({ problems }: Awaited<ReturnType<typeof report>>) =>
  problems
    .filter((p) => p.code.startsWith('generation.'))
    .map((p) => `${p.severity} ${p.file}:${p.line} ${p.message}`);

// 2 layers x keys and values x 2 heads of 4 x 2 bytes = 64 bytes for each token of each sequence.
const TOKEN = 64;

describe('generation_config.json', () => {
  it('beams are sequences at once, unless another batch is asked for', async () => {
    const beams = await report({ temperature: 1, num_beams: 4 }, { context: 100 });
    assert.equal(beams.scenario.batch, 4);
    assert.equal(beams.cache.bytesAtContext.value, 4 * 100 * TOKEN);
    assert.deepEqual(told(beams), [
      'assumption generation_config.json:3 generation_config.json asks for 4 beams: the figures are for 4 sequences at once, each with its own cache, unless another batch is chosen.',
    ]);
    const one = await report({ num_beams: 4 }, { context: 100, batch: 1 });
    assert.equal(one.cache.bytesAtContext.value, 100 * TOKEN);
    for (const none of [{ num_beams: 1 }, { num_beams: 'many' }, { num_beams: -4 }, { num_beams: 2 ** 40 }])
      assert.deepEqual(told(await report(none)), [], JSON.stringify(none));
  });

  it('beams of an encoder-decoder are told, for its encoder runs once', async () => {
    const t5 = { model_type: 't5', architectures: ['T5ForConditionalGeneration'] };
    const found = await report({ num_beams: 4 }, {}, t5);
    assert.equal(found.scenario.batch, 1);
    assert.match(told(found)[0]!, /4 beams: the decoder then runs 4 sequences/);
  });

  it('a static cache is allocated for the longest output', async () => {
    const whole = await report({ cache_implementation: 'static', max_length: 1001 });
    assert.equal(whole.scenario.context, 1000);
    assert.equal(whole.cache.bytesAtContext.value, 1000 * TOKEN);
    assert.match(told(whole)[0]!, /:2 .* 1,000 positions are allocated at once \(`max_length` 1001 - 1\)/);
    // The library counts new tokens from the prompt: 1,024 by default here.
    const fresh = await report({ cache_implementation: 'static', max_new_tokens: 257, max_length: 20 });
    assert.equal(fresh.scenario.context, 1024 + 256);
    const least = await report({ cache_implementation: 'static', max_length: 101, max_cache_len: 500 });
    assert.equal(least.scenario.context, 500);
    const open = await report({ cache_implementation: 'static' });
    assert.match(told(open)[0]!, /which it does not tell/);
    const asked = await report({ cache_implementation: 'static', max_length: 1001 }, { context: 10 });
    assert.equal(asked.cache.bytesAtContext.value, 10 * TOKEN);
    // As in the library, an older name of the usual cache.
    assert.deepEqual(told(await report({ cache_implementation: 'hybrid', max_length: 1001 })), []);
    // Without a static cache it is only where the text ends.
    assert.deepEqual(told(await report({ max_length: 1001 })), []);
  });

  it('a quantised cache has its bits', async () => {
    const wide = { ...LLAMA, hidden_size: 256 };
    const four = await report({ cache_implementation: 'quantized' }, { context: 100 }, wide);
    assert.equal(four.scenario.cache, 'int4-g64');
    // 2 layers x 2 x 2 heads of 64 are 512 elements a token, at 34.5 bytes for 64.
    assert.equal(four.cache.bytesAtContext.value, (100 * 512 * 34.5) / 64);
    const two = await report({ cache_implementation: 'quantized', cache_config: { nbits: 2 } });
    assert.equal(two.scenario.cache, 'int2');
    assert.match(told(two)[0]!, /of 2 bits in groups of 64/);
    const odd = await report({ cache_implementation: 'quantized', cache_config: { nbits: 7 } });
    assert.match(told(odd)[0]!, /the figures are those of exact tensors/);
    const own = await report({ cache_implementation: 'quantized' }, { context: 100, cache: 'auto' });
    assert.equal(own.cache.bytesAtContext.value, 100 * TOKEN);
  });

  it('what it cannot change is told: no cache, one in the host’s memory', async () => {
    assert.match(told(await report({ use_cache: false }))[0]!, /:2 .* turns the cache off/);
    assert.match(told(await report({ cache_implementation: 'offloaded' }))[0]!, /memory of the host/);
  });

  it('a file that is none changes nothing', async () => {
    for (const odd of [[], [1], 'x', 7]) assert.deepEqual(told(await report(odd as object)), []);
  });
});
