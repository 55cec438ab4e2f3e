import assert from 'node:assert/strict';

import { printShape } from '../../../src/core/model/print';
import { inferred, judge, readFixture } from './judge';

/** A case of test/oracle/contrib_ops.py. */
interface Case {
  readonly op: string;
  readonly domain: string;
  readonly label: string;
  readonly model: string;
  readonly outputs: readonly { readonly type: string; readonly shape: readonly number[] }[];
}

/** Sizes that the data decide: `operator output`. */
const DATA_DECIDES = new Set([
  'BifurcationDetector 0',
  'DynamicTimeWarping 0',
  'Tokenizer 0',
  'Unique 0',
  'Unique 2',
]);
/** The total length comes as an input that is not constant: the caches' length is the data's. */
const LABELS_DATA_DECIDES = new Set(['total not constant']);

const TYPES: Readonly<Record<string, string>> = { float: 'float32', double: 'float64' };

function typeName(ort: string): string {
  const inner = /^tensor\((.*)\)$/.exec(ort)?.[1] ?? ort;
  return TYPES[inner] ?? inner;
}

describe('shapes of contrib and machine-learning operators, executed', () => {
  const fixture = readFixture('contrib.json.gz') as { readonly cases: readonly Case[] };
  for (const test of fixture.cases) {
    it(`${test.domain}.${test.op}${test.label ? `: ${test.label}` : ''}`, async () => {
      const model = await inferred(test.model);
      test.outputs.forEach((truth, i) => {
        const value = model.values[model.graphs[0]!.outputs[i]!]!;
        const verdict = judge(value.shape, truth.shape, {});
        const text = `output ${i} is [${truth.shape.join(', ')}], found ${printShape(value.shape)}`;
        const open = DATA_DECIDES.has(`${test.op} ${i}`) || (LABELS_DATA_DECIDES.has(test.label) && i > 0);
        assert.equal(verdict, open ? 'unknown' : 'known', text);
        assert.equal(value.shape?.length, truth.shape.length, text);
        assert.equal(value.dtype, typeName(truth.type), `type of output ${i}`);
      });
    });
  }
});
