/**
 * MACs by operator type of the reference set's executed files, under that file's own convention: main graph only,
 * Conv, Gemm, MatMul and cells and their quantised forms. The true shapes recorded by execution are put in, so that
 * costs are tested apart from shape inference.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { memorySource } from '../../../src/core/bytes/byteSource';
import { readOnnx } from '../../../src/core/readers/onnx/readOnnx';
import { costOperator } from '../../../src/core/costs/costOperator';
import { computeOf } from '../../../src/core/costs/compute';
import { costModel } from '../../../src/core/costs/costModel';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import type { Model } from '../../../src/core/model/model';

const FOLDER = resolve(process.cwd(), '../shared/models/onnx');

/** Types that the reference counts; it leaves out attention operators, Einsum, sub-graphs and function bodies. */
const COUNTED: ReadonlySet<string> = new Set([
  'Conv',
  'QLinearConv',
  'ConvInteger',
  'ConvTranspose',
  'MatMul',
  'MatMulInteger',
  'QLinearMatMul',
  'MatMulNBits',
  'Gemm',
  'LSTM',
  'GRU',
  'RNN',
]);

interface File {
  readonly file: string;
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  readonly reference?: {
    readonly executed_by?: string;
    readonly shapes_basis?: string;
    readonly input_shapes?: Readonly<Record<string, readonly number[]>>;
    readonly macs_main_graph?: Readonly<Record<string, number>>;
  };
}

/** Files whose shapes depend on the values fed, so that their MACs are expressions in a symbol of the data. */
const DATA_DECIDES: Readonly<Record<string, string>> = {
  'edge/unbounded_dds.onnx': 'the length of a Range is computed from an input',
};

describe('costs: reference MACs of executed ONNX files', function () {
  if (!existsSync(join(FOLDER, 'index.json'))) {
    console.log('  no reference set beside the project: 0 of 32 executed ONNX files compared');
    return;
  }
  const { files } = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as {
    files: readonly File[];
  };
  const compared = files.filter(
    (f) => f.reference?.macs_main_graph && f.reference.shapes_basis?.startsWith('execution'),
  );

  it('covers every file that was executed and has a count', () => {
    assert.ok(compared.length >= 32, `${compared.length} files`);
  });

  for (const f of compared) {
    it(`${f.file}, by the whole way from bytes through inferred shapes`, async () => {
      const read = await readOnnx(memorySource(readFileSync(join(FOLDER, f.file))));
      assert.equal(read.kind, 'model');
      if (read.kind !== 'model') return;
      const want = f.reference!.macs_main_graph!;
      if (Object.hasOwn(DATA_DECIDES, f.file)) return assertOpen(read.model, f);
      const { model } = inferShapes(read.model, { inputs: f.reference!.input_shapes });
      assert.deepEqual(macsByType(model), new Map(Object.entries(want).sort()));
    });

    it(`${f.file}, with the true shapes`, async () => {
      const bytes = readFileSync(join(FOLDER, f.file));
      const read = await readOnnx(memorySource(bytes));
      assert.equal(read.kind, 'model');
      if (read.kind !== 'model') return;
      const got = macsByType(withShapes(read.model, { ...f.shapes, ...f.reference!.input_shapes }));
      assert.deepEqual(got, new Map(Object.entries(f.reference!.macs_main_graph!).sort()));
    });
  }
});

/** The count is open, names the symbol, and is no number. */
function assertOpen(read: Model, f: File): void {
  const { model } = inferShapes(read, { inputs: f.reference!.input_shapes });
  const { macs } = computeOf(model, costModel(model), scenarioFor(model), 'prefill');
  assert.equal(macs.value, null);
  assert.match(macs.reason!, /dimension .* no value/);
}

/** The main graph's values with these shapes, and no others. */
function withShapes(model: Model, shapes: Readonly<Record<string, readonly number[]>>): Model {
  const main = new Set<number>();
  const graph = model.graphs.find((g) => g.kind === 'main')!;
  for (const id of graph.inputs) main.add(id);
  for (const op of graph.operators) for (const id of model.operators[op]!.outputs) main.add(id);
  const values = model.values.map((v, id) => (main.has(id) ? { ...v, shape: shapes[v.name] } : v));
  return { ...model, values };
}

function macsByType(model: Model): Map<string, number> {
  const sums = new Map<string, number>();
  for (const id of model.graphs.find((g) => g.kind === 'main')!.operators) {
    const op = model.operators[id]!;
    if (!COUNTED.has(op.type)) continue;
    const { macs, reason } = costOperator(model, op);
    assert.equal(typeof macs, 'number', `${op.type} ${op.name}: ${reason}`);
    if (macs !== 0) sums.set(op.type, (sums.get(op.type) ?? 0) + (macs as number));
  }
  return new Map([...sums].sort());
}
