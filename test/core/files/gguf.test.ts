/** GGUF files of many architectures: the model that their metadata names, with the bytes that their tensors really have. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseFile } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { makeReport } from '../../../src/core/views/report';
import { nodeFolder } from '../../../src/host/files/nodeSource';

const FOLDER = path.join(__dirname, '../../fixtures/gguf/architectures');

/** What test/oracle/gguf_architectures.py wrote: tensors under the names of the gguf package, and whence they come. */
const EXPECTED = JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8')) as Record<
  string,
  {
    readonly model_type: string;
    readonly parameters: number;
    readonly tensors: readonly {
      readonly gguf: string;
      readonly name: string;
      readonly elements: number;
      readonly bytes: number;
    }[];
  }
>;

async function analyse(file: string): Promise<Analysis> {
  const analysis = await analyseFile(nodeFolder(file), path.basename(file));
  assert.ok(analysis.kind === 'model', analysis.kind === 'unreadable' ? analysis.message : '');
  return analysis;
}

describe('a GGUF file', () => {
  it('is tested for every architecture that was written', () =>
    assert.deepEqual(
      readdirSync(FOLDER)
        .filter((f) => f.endsWith('.gguf'))
        .map((f) => f.slice(0, -5))
        .sort(),
      Object.keys(EXPECTED).sort(),
    ));

  for (const [name, want] of Object.entries(EXPECTED))
    it(`${name}: every tensor is the weight that it came from, with its own bytes`, async () => {
      const analysis = await analyse(path.join(FOLDER, `${name}.gguf`));
      const report = makeReport(analysis, {}, { tensors: true });
      const odd = report.problems.filter((p) => p.code.startsWith('gguf.') && p.code !== 'gguf.odd');
      assert.deepEqual(odd, []);
      assert.deepEqual(
        [report.parameters.distinct.value, report.parameters.distinct.certainty],
        [want.parameters, 'exact'],
      );
      assert.equal(
        report.weights['stored']?.value,
        want.tensors.reduce((n, t) => n + t.bytes, 0),
      );
      // By the library's name; a weight that stands for several layers has the mean of their bytes.
      const bytes = new Map<string, number>();
      for (const t of want.tensors) {
        const key = t.name.replace(/\.\d+\./g, '.#.');
        bytes.set(key, (bytes.get(key) ?? 0) + t.bytes);
      }
      const ours = new Map<string, number>();
      for (const t of report.parameters.items ?? []) {
        const key = t.name.replace(/\.\d+\./g, '.#.');
        if (t.role !== 'buffer') ours.set(key, (ours.get(key) ?? 0) + (t.bytes ?? NaN));
      }
      for (const [key, n] of ours) ours.set(key, Math.round(n));
      assert.deepEqual(Object.fromEntries([...ours].sort()), Object.fromEntries([...bytes].sort()));
      // What runs over the tensors is known too.
      assert.equal(report.compute.decode.macs.certainty, 'exact');
      if (name !== 'mamba') assert.ok((report.cache.bytesPerToken.value ?? 0) > 0);
      else assert.ok((report.cache.stateBytes.value ?? 0) > 0);
    });
});
