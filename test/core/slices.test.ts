import assert from 'node:assert/strict';
import { analyseFile } from '../../src/core/analyse';
import { groupSteps } from '../../src/core/costs/blocks';
import type { Folder } from '../../src/core/files/folder';
import { Assembler } from '../../src/core/readers/onnx/assemble';
import { readOnnx } from '../../src/core/readers/onnx/readOnnx';
import { shapeSteps } from '../../src/core/shapes/inferShapes';
import { Slices } from '../../src/core/slices';
import { STEP_OPERATORS } from '../../src/core/steps';
import { printSteps } from '../../src/core/text/printModel';
import { textSteps } from '../../src/core/views/onnxText/open';
import { memorySource } from '../../src/core/bytes/byteSource';
import { manyNodesFile } from '../support/manyNodesFile';

const NODES = 20_000;

/** Takes all steps; their number and the result. */
function counted<T>(work: Generator<void, T>): { rests: number; result: T } {
  for (let rests = 0; ; rests++) {
    const step = work.next();
    if (step.done) return { rests, result: step.value };
  }
}

describe('the analysis of a large graph in slices', () => {
  const bytes = manyNodesFile(NODES);
  const folder: Folder = { open: () => Promise.resolve(memorySource(bytes)) };

  it('rests at least once in every thousand operators of every stage', async () => {
    const least = Math.floor(NODES / STEP_OPERATORS);
    const read = await readOnnx(memorySource(bytes));
    assert.ok(read.kind === 'model');
    const shapes = counted(shapeSteps(read.model));
    assert.ok(shapes.rests >= least, `shapes: ${shapes.rests}`);
    const blocks = counted(groupSteps(shapes.result.model));
    assert.ok(blocks.rests >= 2 * least, `blocks: ${blocks.rests}`);
    const text = counted(printSteps(read.model, blocks.result));
    assert.ok(text.rests >= least, `text: ${text.rests}`);
    assert.equal(text.result.map.start.filter((at) => at >= 0).length, NODES);
    const nodes = Array.from({ length: NODES }, (_, i) => ({
      type: 'Relu',
      domain: '',
      name: '',
      overload: '',
      inputs: [`v${i}`],
      outputs: [`v${i + 1}`],
      attributes: [],
      metadata: {},
      offset: 0,
    }));
    const graph = { name: 'g', nodes, initializers: [], inputs: [], outputs: [], valueInfos: [] };
    // Names are given first, then looked up.
    const assembled = counted(new Assembler().graphSteps(graph, 'main', -1));
    assert.ok(assembled.rests >= 2 * least, `reading: ${assembled.rests}`);
  });

  it('pauses whenever a slice is over, and comes to the same text', async () => {
    let pauses = 0;
    const pause = () => {
      pauses++;
      return new Promise<void>((resolve) => setImmediate(resolve));
    };
    const text = async (options: { pause?: () => Promise<void> }) => {
      const analysis = await analyseFile(folder, 'many.onnx', { ...options, laterCosts: true });
      assert.ok(analysis.kind === 'model');
      return (await new Slices(options).take(textSteps(analysis)))!.index.text;
    };
    const inOne = await text({});
    assert.equal(pauses, 0);
    assert.ok((await text({ pause })) === inOne);
    assert.ok(pauses > 3, `${pauses} pauses`);
  });

  it('is given up at the pause at which its signal aborts', async () => {
    const controller = new AbortController();
    let pauses = 0;
    const pause = () => {
      if (++pauses === 3) controller.abort();
      return Promise.resolve();
    };
    await assert.rejects(analyseFile(folder, 'many.onnx', { pause, signal: controller.signal }), {
      name: 'AbortError',
    });
    // Nothing goes on behind the back of whoever gave it up.
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(pauses, 3);
  });
});
