import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { printShape } from '../../../src/core/model/print';
import { bind, inferred, judge, readFixture } from './judge';

/** What test/oracle/exports.py recorded by executing an exported model twice, with different sizes. */
interface Export {
  readonly model: string;
  readonly types: Readonly<Record<string, string>>;
  readonly runs: readonly {
    readonly inputs: Readonly<Record<string, readonly number[]>>;
    readonly shapes: Readonly<Record<string, readonly number[]>>;
  }[];
}

const folder = fileURLToPath(new URL('../../fixtures/shapes/exports', import.meta.url));

/** One inference with symbols must give the shapes of both executions. */
describe('shapes of exported models, executed', () => {
  for (const file of readdirSync(folder).sort()) {
    it(`${file.replace('.json.gz', '')}: no shape wrong, none unknown`, async function () {
      const fixture = readFixture(`exports/${file}`) as Export;
      const model = await inferred(fixture.model);
      const byName = new Map(
        model.operators
          .filter((op) => op.graph === 0)
          .flatMap((op) => op.outputs)
          .filter((id) => id >= 0)
          .map((id) => [model.values[id]!.name, model.values[id]!] as const),
      );
      const bad: string[] = [];
      let known = 0;
      for (const [n, run] of fixture.runs.entries()) {
        const bindings = bind(model, (name) => run.inputs[name]);
        for (const [name, truth] of Object.entries(run.shapes)) {
          const value = byName.get(name);
          assert.ok(value, `${name} is no output of an operator`);
          const verdict = judge(value.shape, truth, bindings);
          if (verdict === 'known') known++;
          else bad.push(`run ${n}: ${name} is [${truth.join(', ')}], ${verdict}: ${printShape(value.shape)}`);
        }
      }
      const wrongTypes = Object.entries(fixture.types).filter(
        ([name, type]) => byName.get(name)!.dtype !== undefined && byName.get(name)!.dtype !== type,
      );
      assert.deepEqual(wrongTypes, []);
      console.log(`        ${known} known and equal, ${bad.length} not`);
      assert.deepEqual(bad.slice(0, 10), []);
    });
  }
});
