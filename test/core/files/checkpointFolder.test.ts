/** A folder with a sharded checkpoint, opened by its config, its index or one of its shards: the same figures, and what is gone said. */
import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analyse';
import { makeReport } from '../../../src/core/views/report';
import { HEAD, LLAMA, SMALL, llamaTensors } from '../../support/llamaCheckpoint';
import type { Tensors } from '../../support/llamaCheckpoint';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';

const ALL = Object.entries({ ...llamaTensors(SMALL), ...HEAD });
const shard = (k: number) => `model-0000${k + 1}-of-00002.safetensors`;
const half = (k: number) => safetensorsFile(Object.fromEntries(ALL.filter((_, i) => i % 2 === k)) as Tensors);
const INDEX = JSON.stringify({
  metadata: { total_size: 10_400 },
  weight_map: Object.fromEntries(ALL.map(([name], i) => [name, shard(i % 2)])),
});
const BOTH = { 'model.safetensors.index.json': INDEX, [shard(0)]: half(0), [shard(1)]: half(1) };
const WITH_CONFIG = {
  ...BOTH,
  'config.json': JSON.stringify(LLAMA),
  'generation_config.json': '{"num_beams": 4}',
};

async function report(files: Parameters<typeof folderOf>[0], file: string) {
  const analysis = await analyseFile(folderOf(files), file);
  assert.ok(analysis.kind === 'model');
  return makeReport(analysis);
}

describe('a folder with a sharded checkpoint', () => {
  it('gives the same figures by its config, its index and its shards', async () => {
    for (const file of ['config.json', 'model.safetensors.index.json', shard(0), shard(1)]) {
      const { parameters, weights, scenario, cache, disk } = await report(WITH_CONFIG, file);
      assert.equal(parameters.distinct.value, 5200, file);
      assert.deepEqual([weights['stored']!.value, weights['stored']!.certainty], [10_400, 'exact'], file);
      // The library's own four beams, 64 bytes for each token of each (2 layers x 2 x 2 heads of 4 x 2 bytes).
      assert.equal(scenario.batch, 4, file);
      assert.equal(cache.bytesAtContext.value, 4 * scenario.context * 64, file);
      assert.equal(disk?.agrees, true, file);
    }
  });

  it('without a config is what it stores; the index tells how much that should be', async () => {
    const analysis = await analyseFile(folderOf(BOTH), 'model.safetensors.index.json');
    assert.ok(analysis.kind === 'model');
    assert.equal(analysis.model.modelType, 'safetensors');
    const index = analysis.model.properties.find(([name]) => name === 'Index');
    assert.equal(index?.[1], '21 tensors in 2 files, 10,400 bytes');
    assert.equal(makeReport(analysis).parameters.stored.value, 5200);
  });

  it('with a shard gone is a lower bound, and all gone unknown', async () => {
    const { [shard(1)]: _, ...one } = BOTH;
    const held = ALL.filter((__, i) => i % 2 === 0).reduce(
      (sum, [, [, ...shape]]) => sum + shape.reduce((a, b) => a * b, 1),
      0,
    );
    const some = await report(one, 'model.safetensors.index.json');
    for (const [q, value] of [
      [some.parameters.stored, held],
      [some.weights['stored']!, 2 * held],
    ] as const) {
      assert.deepEqual([q.value, q.certainty], [value, 'lower bound']);
      assert.match(q.reason ?? '', /model-00002-of-00002\.safetensors is not there/);
    }
    const none = await report({ 'model.safetensors.index.json': INDEX }, 'model.safetensors.index.json');
    assert.equal(none.parameters.stored.value, null);
    assert.equal(none.weights['stored']!.certainty, 'unknown');
  });
});
