import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../../../src/core/bytes/byteSource';
import { readOnnx } from '../../../src/core/readers/onnx/readOnnx';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import { describeShared } from '../../support/shared';

/** Shapes found by executing the files of ../shared/models/onnx with every value made an output. */
interface Entry {
  readonly file: string;
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  readonly reference: {
    readonly input_shapes?: Readonly<Record<string, readonly number[]>>;
    readonly dims_bound?: Readonly<Record<string, number>>;
    readonly value_dependent_shapes?: readonly string[];
    readonly shapes_basis?: string;
    readonly executed_by?: string | null;
  };
}

describeShared('shapes: reference files', 'models/onnx', (folder) => {
  it('are equal wherever execution tells them', async function () {
    this.timeout(120_000);
    const { files } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
      files: readonly Entry[];
    };
    const total = { known: 0, unknown: 0, wrong: 0, dependent: 0 };
    const wrong: string[] = [];
    for (const entry of files) {
      const file = await fileSource(path.join(folder, entry.file));
      const read = await readOnnx(file, { name: entry.file });
      await file.dispose?.();
      if (read.kind !== 'model') {
        assert.equal(entry.shapes, undefined, entry.file);
        continue;
      }
      const { model, problems } = inferShapes(read.model, {
        dims: entry.reference.dims_bound ?? {},
        inputs: entry.reference.input_shapes ?? {},
      });
      // A file that was executed holds nothing whose sizes contradict.
      if (entry.reference.executed_by)
        for (const p of problems) if (p.code === 'shapes.misfit') wrong.push(`${entry.file}: ${p.message}`);
      const counts = { known: 0, unknown: 0, wrong: 0, dependent: 0 };
      const dependent = new Set(entry.reference.value_dependent_shapes);
      const unknown: string[] = [];
      const main = model.graphs.find((g) => g.kind === 'main')!;
      for (const at of main.operators) {
        const op = model.operators[at]!;
        for (const id of op.outputs) {
          const value = id >= 0 ? model.values[id]! : undefined;
          const truth = value && entry.shapes?.[value.name];
          if (!truth) continue;
          const said = value.shape;
          if (dependent.has(value.name)) counts.dependent++;
          if (
            said &&
            (said.length !== truth.length || said.some((d, i) => typeof d === 'number' && d !== truth[i]))
          ) {
            counts.wrong++;
            wrong.push(`${entry.file} ${op.type} ${value.name}: [${said.map(String)}], is [${truth}]`);
          } else if (!said || said.some((d) => typeof d !== 'number')) {
            if (!dependent.has(value.name)) {
              counts.unknown++;
              unknown.push(`${op.domain}:${op.type} ${value.name} [${truth}]`);
            }
          } else counts.known++;
        }
      }
      if (process.env['SHAPES_VERBOSE'])
        console.log(
          `${entry.file} (${entry.reference.shapes_basis}): ${JSON.stringify(counts)}`,
          unknown.slice(0, 6),
        );
      for (const k of Object.keys(total) as (keyof typeof total)[]) total[k] += counts[k];
    }
    console.log(
      `        ${files.length} files: ${total.known} known and equal, ${total.unknown} unknown, ${total.wrong} wrong; ` +
        `${total.dependent} depend on data`,
    );
    if (process.env['SHAPES_VERBOSE']) console.log(wrong.slice(0, 60).join('\n'));
    assert.deepEqual(wrong, []);
  });
});

async function fileSource(name: string): Promise<ByteSource> {
  const handle = await open(name);
  const { size } = await handle.stat();
  return {
    size,
    incremental: true,
    read: async (offset, target) => (await handle.read(target, 0, target.length, offset)).bytesRead,
    dispose: () => handle.close(),
  };
}
