import assert from 'node:assert/strict';

import { printShape } from '../../../src/core/model/print';
import { inferred, readFixture } from './judge';

/** A Constant says all of its value; one without a shape was read wrongly. */
describe('shapes of Constant nodes', () => {
  it("are known in every case of the standard's node tests", async function () {
    this.timeout(60_000);
    const { cases } = readFixture('node-tests.json.gz') as {
      cases: readonly { name: string; model: string }[];
    };
    const open: string[] = [];
    let count = 0;
    for (const test of cases) {
      const model = await inferred(test.model);
      for (const op of model.operators) {
        if (
          op.type !== 'Constant' ||
          op.domain !== '' ||
          Object.values(op.attributes).some((a) => a.kind === 'reference')
        )
          continue;
        count++;
        const value = model.values[op.outputs[0]!]!;
        if (!value.shape || !value.dtype)
          open.push(`${test.name}: ${value.name} ${value.dtype} ${printShape(value.shape)}`);
      }
    }
    assert.ok(count > 1000, `${count}`);
    assert.deepEqual(open.slice(0, 10), []);
  });
});
