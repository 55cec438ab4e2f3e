import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { memorySource } from '../../../src/core/bytes/byteSource';
import { evaluate } from '../../../src/core/model/evaluate';
import type { Bindings } from '../../../src/core/model/evaluate';
import type { Model } from '../../../src/core/model/model';
import type { Shape } from '../../../src/core/model/value';
import { readOnnx } from '../../../src/core/readers/onnx/readOnnx';
import { inferShapes } from '../../../src/core/shapes/inferShapes';

export type Verdict = 'known' | 'unknown' | 'wrong';

/** A fixture of test/fixtures/shapes, unpacked. */
export function readFixture(name: string): unknown {
  const file = fileURLToPath(new URL(`../../fixtures/shapes/${name}`, import.meta.url));
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
}

/** Reads and infers a model that a fixture holds as base64. */
export async function inferred(base64: string): Promise<Model> {
  const read = await readOnnx(memorySource(new Uint8Array(Buffer.from(base64, 'base64'))));
  if (read.kind !== 'model') throw new Error(read.message);
  return inferShapes(read.model).model;
}

/** Sizes of the symbols of the main graph's inputs, from the true shapes of what was fed. */
export function bind(
  model: Model,
  shapeOf: (name: string, index: number) => readonly number[] | undefined,
): Bindings {
  const bindings: Record<string, number> = {};
  model.graphs[0]!.inputs.forEach((id, index) => {
    const value = model.values[id]!;
    const truth = shapeOf(value.name, index);
    value.shape?.forEach((d, axis) => {
      if (d === undefined || typeof d === 'number' || d.terms.length !== 1) return;
      const atom = d.terms[0]!.atoms[0];
      const size = truth?.[axis];
      if (atom?.kind === 'symbol' && size !== undefined) bindings[atom.name] = size;
    });
  });
  return bindings;
}

/** What was inferred beside the truth: unknown when a dimension is, or stays a symbol of the node's own. */
export function judge(found: Shape | undefined, truth: readonly number[], bindings: Bindings): Verdict {
  if (!found) return 'unknown';
  if (found.length !== truth.length) return 'wrong';
  let verdict: Verdict = 'known';
  for (let i = 0; i < truth.length; i++) {
    const d = found[i];
    const size = d === undefined ? undefined : evaluate(d, bindings);
    if (size === undefined) verdict = 'unknown';
    else if (size !== truth[i]) return 'wrong';
  }
  return verdict;
}
