import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readOnnx } from '../../../src/core/readers/onnx/readOnnx';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import type { Value, ValueType } from '../../../src/core/model/value';
import { memorySource } from '../../../src/core/bytes/byteSource';

/** Written by test/oracle/node_tests.py from the node tests of the standard's own package. */
interface Fixture {
  readonly about: {
    readonly cases: number;
    readonly outputs: number;
    readonly fullyKnownByReference: number;
  };
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly model: string;
  readonly outputs: readonly { readonly type: Declared; readonly true: True }[];
}

interface Declared {
  readonly kind: string;
  readonly dtype?: string;
  readonly shape?: readonly (number | string | null)[] | null;
  readonly element?: Declared;
}

type True = {
  readonly shape?: readonly number[];
  readonly sequence?: readonly True[];
  readonly map?: true;
} | null;

const FILE = path.resolve(__dirname, '../../fixtures/shapes/node-tests.json.gz');

describe("shapes: the standard's own node tests", () => {
  it('knows more outputs than the package itself, and none wrongly', async function () {
    this.timeout(60_000);
    const fixture = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Fixture;
    const wrong: string[] = [];
    const unknown: string[] = [];
    let known = 0;
    let outputs = 0;
    for (const test of fixture.cases) {
      const read = await readOnnx(memorySource(Buffer.from(test.model, 'base64')));
      assert.equal(read.kind, 'model', test.name);
      if (read.kind !== 'model') continue;
      const { model } = inferShapes(read.model);
      const main = model.graphs.find((g) => g.kind === 'main')!;
      test.outputs.forEach((expected, i) => {
        outputs++;
        const value = model.values[main.outputs[i]!]!;
        const verdict = compare(value, expected.true, expected.type);
        if (verdict === 'known') known++;
        else if (verdict === 'unknown') unknown.push(`${test.name}.${i}`);
        else wrong.push(`${test.name}.${i}: ${verdict}`);
      });
    }
    console.log(
      `        ${outputs} outputs of ${fixture.cases.length} cases: ${known} known and equal, ${unknown.length} unknown, ` +
        `${wrong.length} wrong; the package itself knows ${fixture.about.fullyKnownByReference}`,
    );
    if (process.env['SHAPES_VERBOSE']) console.log(unknown.join('\n'), '\nWRONG\n', wrong.join('\n'));
    assert.deepEqual(wrong, []);
    assert.equal(outputs, fixture.about.outputs);
    assert.ok(known > fixture.about.fullyKnownByReference, `${known}`);
  });
});

/** Whether all that inference says is so, and whether it says all. */
function compare(value: Value | ValueType, truth: True, declared: Declared): string {
  if (declared.kind === 'sequence' || declared.kind === 'optional') {
    const items = truth?.sequence ?? (truth ? [truth] : []);
    if (value.kind !== declared.kind && declared.kind === 'sequence')
      return value.kind === 'tensor' ? 'unknown' : `is ${value.kind}`;
    if (!value.element) return 'unknown';
    if (items.length === 0) return 'known';
    const verdicts = items.map((x) => compare(value.element!, x, declared.element!));
    return (
      verdicts.find((v) => v !== 'known' && v !== 'unknown') ??
      (verdicts.includes('unknown') ? 'unknown' : 'known')
    );
  }
  if (declared.kind !== 'tensor' || !truth?.shape) return value.kind === declared.kind ? 'known' : 'unknown';
  if (value.dtype !== undefined && value.dtype !== declared.dtype)
    return `dtype ${value.dtype}, is ${declared.dtype}`;
  if (!value.shape) return 'unknown';
  const said = value.shape.map((d) => (typeof d === 'number' ? d : null));
  if (said.length !== truth.shape.length) return `[${said}], is [${truth.shape}]`;
  let all = value.dtype !== undefined;
  for (const [i, d] of said.entries()) {
    if (d === null) all = false;
    else if (d !== truth.shape[i]) return `[${said}], is [${truth.shape}]`;
  }
  return all ? 'known' : 'unknown';
}
