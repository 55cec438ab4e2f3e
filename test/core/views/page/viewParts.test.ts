import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../../src/core/analyse';
import { costModel } from '../../../../src/core/costs/costModel';
import { symbol } from '../../../../src/core/model/expression';
import { inferShapes } from '../../../../src/core/shapes/inferShapes';
import { answerPage } from '../../../../src/core/views/page/answer';
import type { PageView } from '../../../../src/core/views/page/pageView';
import { VIEW_PARTS } from '../../../../src/core/views/page/viewParts';
import { manyNodes } from '../../../support/manyNodes';

describe('parts of a view', () => {
  const { model } = inferShapes(manyNodes(40, [symbol('batch'), symbol('sequence'), 64]));
  const analysis = { kind: 'model', name: 'graph.onnx', model, costs: costModel(model) } as const;
  const answers = () => answerPage(analysis, { device: 'rtx-4090' });
  const whole = answers().view();

  it('are all there when none is named, and those that are named when some are', () => {
    assert.deepEqual(whole.parts, VIEW_PARTS);
    for (const part of VIEW_PARTS) {
      const some = answers().view([part]);
      assert.deepEqual(some.parts, [part]);
      assert.deepEqual(some[part], whole[part]);
      for (const other of VIEW_PARTS)
        if (other !== part) assert.equal(Object.hasOwn(some, other), false, other);
      assert.deepEqual(some.headline, whole.headline);
    }
  });

  it('say beside them whether all fits, as the bar of the chosen precision does', () => {
    const text = readFileSync(path.join(__dirname, '../../../../media/samples/llama-8b/config.json'), 'utf8');
    const llama = analyseConfig(text, 'llama-8b/config.json');
    assert.ok(llama);
    const said = new Set<string | undefined>();
    for (const weights of ['stored', 'fp32', 'int4'])
      for (const device of ['rtx-4090', undefined]) {
        const { fit, precisions }: PageView = answerPage(llama, {
          weights,
          ...(device ? { device } : {}),
        }).view();
        assert.equal(fit, precisions.find(({ chosen }) => chosen)?.fit);
        said.add(fit);
      }
    assert.deepEqual(said, new Set(['fits', undefined, 'does not fit']));
    assert.equal(whole.fit, undefined);
  });

  it('are known ones only, in one order, whatever a page sends', () => {
    assert.deepEqual(answers().view([]).parts, []);
    assert.deepEqual(answers().view(['roofline', 'toString', 7, null, 'memory']).parts, [
      'memory',
      'roofline',
    ]);
    for (const wrong of [null, 'memory', 7, {}]) assert.deepEqual(answers().view(wrong).parts, VIEW_PARTS);
  });
});
