import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { printExpression, printShape } from '../../../src/core/model/print';
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
      assert.deepEqual(
        model.problems.filter((p) => p.code === 'shapes.misfit'),
        [],
      );
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

  /** Names of the axes as test/oracle/exports.py gave them; positions add up as the architectures have it. */
  const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
    'bert-traced': ['[batch, sequence, 32]', '[batch, 32]'],
    'gpt2-traced': ['[batch, sequence, 99]', ...Array<string>(4).fill('[batch, 4, past + sequence, 8]')],
    't5-traced': ['[batch, target, 99]', '[batch, source, 32]'],
    'vit-traced': ['[batch, 17, 32]', '[batch, 32]'],
    'whisper-traced': ['[batch, sequence, 99]', '[batch, 30, 32]'],
  };
  for (const [name, shapes] of Object.entries(OUTPUTS)) {
    it(`${name}: outputs read as a person would write them`, async () => {
      const model = await inferred((readFixture(`exports/${name}.json.gz`) as Export).model);
      assert.deepEqual(
        model.graphs[0]!.outputs.map((id) => printShape(model.values[id]!.shape)),
        shapes,
      );
    });
  }

  it('no dimension anywhere is longer than a line of 40 letters', async () => {
    for (const file of readdirSync(folder)) {
      const model = await inferred((readFixture(`exports/${file}`) as Export).model);
      for (const value of model.values)
        for (const d of value.shape ?? [])
          if (d !== undefined) assert.ok(printExpression(d).length <= 40, printExpression(d));
    }
  });
});
