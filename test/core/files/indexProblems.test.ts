/** What is wrong with `model.safetensors.index.json`, at its line: beside a config, and opened by itself. */
import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analyse';
import { configProblems } from '../../../src/core/views/configProblems';
import { makeReport } from '../../../src/core/views/report';
import { HEAD, LLAMA, SMALL, llamaTensors } from '../../support/llamaCheckpoint';
import type { Tensors } from '../../support/llamaCheckpoint';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';

const INDEX = 'model.safetensors.index.json';
const ALL = Object.entries({ ...llamaTensors(SMALL), ...HEAD });
const NAMES = ALL.map(([name]) => name);
const shard = (k: number) => `model-0000${k + 1}-of-00002.safetensors`;
const SHARDS = Object.fromEntries(
  [0, 1].map((k) => [
    shard(k),
    safetensorsFile(Object.fromEntries(ALL.filter((_, i) => i % 2 === k)) as Tensors),
  ]),
);
const MAP = Object.fromEntries(NAMES.map((name, i) => [name, shard(i % 2)]));

/** As the library writes it, a name on each line: `{`, `"metadata": {`, `"total_size"`, `},`, `"weight_map": {`, names. */
function indexText(map: Readonly<Record<string, unknown>>, total = 10_400): string {
  return JSON.stringify({ metadata: { total_size: total }, weight_map: map }, null, 2);
}

/** Line of the n-th name, from 1. */
const lineOf = (n: number) => 6 + n;

async function told(files: Parameters<typeof folderOf>[0], file: string) {
  const analysis = await analyseFile(folderOf(files), file);
  assert.ok(analysis.kind === 'model');
  const { problems } = makeReport(analysis);
  return {
    at: (code: string) => {
      const found = problems.filter((p) => p.code === code);
      assert.equal(found.length, 1, `${code}: ${problems.map((p) => p.code).join(', ')}`);
      const { message, file: of, line } = found[0]!;
      return { message, place: { file: of, line } };
    },
    codes: problems.map((p) => p.code).filter((c) => /index|shard|missing/.test(c)),
    shown: configProblems(analysis).map((p) => p.code),
  };
}

const config = JSON.stringify(LLAMA);

describe('problems of an index of shards', () => {
  it('are none where it lists what its shards hold', async () => {
    const files = { ...SHARDS, [INDEX]: indexText(MAP), 'config.json': config };
    for (const file of ['config.json', INDEX]) assert.deepEqual((await told(files, file)).codes, []);
  });

  it('a shard that is not there stands at the line that first names it', async () => {
    const files = { [shard(0)]: SHARDS[shard(0)]!, [INDEX]: indexText(MAP) };
    const own = (await told(files, INDEX)).at('safetensors.missing');
    assert.deepEqual(own.place, { file: INDEX, line: lineOf(1) });
    const beside = await told({ ...files, 'config.json': config }, 'config.json');
    const { message, place } = beside.at('disk.shard-missing');
    assert.deepEqual(place, { file: INDEX, line: lineOf(1) });
    assert.match(message, /model-00002-of-00002\.safetensors is not there/);
    assert.ok(beside.shown.includes('disk.shard-missing'));
  });

  it('a tensor that the shard named does not hold, and one that is left out', async () => {
    const { [NAMES[4]!]: _, ...less } = MAP;
    const moved = { ...less, [NAMES[2]!]: shard(1), 'no.such.weight': shard(0) };
    const files = { ...SHARDS, [INDEX]: indexText(moved), 'config.json': config };
    for (const file of ['config.json', INDEX]) {
      const t = await told(files, file);
      const gone = t.at('disk.index-gone');
      assert.match(gone.message, /lists 2 tensors .*: .*, no\.such\.weight\./);
      assert.deepEqual(gone.place, { file: INDEX, line: lineOf(2) });
      const more = t.at('disk.index-unlisted');
      assert.ok(more.message.includes(NAMES[4]!), more.message);
      assert.deepEqual(more.place, { file: INDEX, line: 5 });
    }
  });

  it('a sum that is not that of the headers', async () => {
    const files = { ...SHARDS, [INDEX]: indexText(MAP, 10_401), 'config.json': config };
    const { message, place } = (await told(files, 'config.json')).at('disk.index-total');
    assert.match(message, /claims 10,401 bytes; its shards hold 10,400/);
    assert.deepEqual(place, { file: INDEX, line: 3 });
  });

  it('a name that leads out of the folder, and a text that is no index', async () => {
    const out = { ...MAP, [NAMES[3]!]: '../elsewhere.safetensors' };
    const outside = await told({ ...SHARDS, [INDEX]: indexText(out), 'config.json': config }, 'config.json');
    assert.deepEqual(outside.at('disk.index-outside').place, { file: INDEX, line: lineOf(3) });
    const broken = await told(
      { ...SHARDS, [INDEX]: '{"weight_map": ', 'config.json': config },
      'config.json',
    );
    assert.deepEqual(broken.at('disk.index-unreadable').place, { file: INDEX, line: 1 });
  });
});
