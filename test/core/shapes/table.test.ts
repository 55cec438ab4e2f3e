import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatted } from '../../support/costTables';
import { TABLE, missing, readOperators, shapeTable } from '../../support/shapeTable';

describe('shapes: table of operators', () => {
  const { domains } = readOperators();

  for (const domain of ['', 'ai.onnx.ml', 'ai.onnx.preview', 'ai.onnx.preview.training'])
    it(`has a shape function for every operator of ${domain || 'ai.onnx'}`, () => {
      assert.deepEqual(missing(domain, Object.keys(domains[domain]!)), []);
    });

  it('is what docs/operators.md says', async function () {
    this.timeout(20_000);
    const text = await formatted(shapeTable(), TABLE);
    assert.equal(readFileSync(TABLE, 'utf8'), text, 'run npx tsx test/support/makeShapeTable.ts');
  });
});
