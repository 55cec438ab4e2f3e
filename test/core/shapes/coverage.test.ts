import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { shapeFunctionOf } from '../../../src/core/shapes/registry';
import { describeShared } from '../../support/shared';

/** Compiled graphs, of which only the file can say what comes out. */
const OPAQUE = new Set(['EPContext', 'Snpe']);

describeShared('shapes: the published lists of operators', 'models/onnx', (folder) => {
  it('have a shape function for every operator whose documentation tells the shapes', () => {
    const lists = JSON.parse(readFileSync(path.join(folder, 'op-lists.json'), 'utf8')) as Record<
      string,
      readonly string[]
    >;
    const missing: string[] = [];
    let count = 0;
    for (const domain of [
      'ai.onnx',
      'ai.onnx.ml',
      'ai.onnx.preview',
      'ai.onnx.preview.training',
      'com.microsoft',
    ]) {
      for (const type of lists[domain]!) {
        if (OPAQUE.has(type)) continue;
        count++;
        if (!shapeFunctionOf(domain === 'ai.onnx' ? '' : domain, type)) missing.push(`${domain}.${type}`);
      }
    }
    console.log(`        ${count} operators`);
    assert.deepEqual(missing, []);
  });
});
