import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { registered } from '../../../src/core/costs/ops/registry';
import { describeShared } from '../../support/shared';

/** Operators whose work their definition leaves to another program, or that no longer have a definition. */
const OPEN: Readonly<Record<string, string>> = {
  'ai.onnx.preview.training:Gradient': 'stands for the gradient of a whole graph',
  'com.microsoft:EPContext': 'a compiled part of another runtime',
  'com.microsoft:Snpe': 'a container of another runtime',
  ATen: 'any operator of another framework',
  GRUUnit: 'removed from the standard before it had a definition',
};

/** Sets whose every operator must have a cost. */
const SETS: Readonly<Record<string, string>> = {
  'ai.onnx': '',
  'ai.onnx.ml': 'ai.onnx.ml:',
  'ai.onnx.preview': 'ai.onnx.preview:',
  'ai.onnx.preview.training': 'ai.onnx.preview.training:',
  'com.microsoft': 'com.microsoft:',
  'com.microsoft.nchwc': 'com.microsoft.nchwc:',
  'com.ms.internal.nhwc': 'com.ms.internal.nhwc:',
  'com.microsoft.dml': 'com.microsoft.dml:',
  'ai.onnx (experimental opset-1 ops later removed from the spec)': '',
};

describeShared('costs: every published operator has a cost', 'models/onnx/op-lists.json', (file) => {
  const lists = JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>;
  for (const [set, prefix] of Object.entries(SETS))
    it(`${set}: ${lists[set]?.length ?? 0} operators`, () => {
      assert.ok(lists[set] && lists[set].length > 0);
      const missing = lists[set]
        .map((t) => prefix + t)
        .filter((key) => !registered(key) && !Object.hasOwn(OPEN, key));
      assert.deepEqual(missing, []);
    });

  it('what has no cost is open for a reason, and nothing else is', () => {
    for (const key in OPEN) assert.equal(registered(key), undefined, key);
  });
});
