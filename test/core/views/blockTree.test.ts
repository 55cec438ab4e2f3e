import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig, analyseOnnx } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { groupByScopes } from '../../../src/core/costs/blocks';
import { noDecode } from '../../../src/core/costs/compute';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { openNodeSource } from '../../../src/host/files/nodeSource';
import { symbol } from '../../../src/core/model/expression';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { blockTree } from '../../../src/core/views/blockTree';
import type { BlockNode } from '../../../src/core/views/blockTree';
import { reportMarkdown } from '../../../src/core/views/markdown';
import { makeReport } from '../../../src/core/views/report';
import { GraphMaker } from '../costs/graph';
import { describeShared } from '../../support/shared';

const root = path.resolve(__dirname, '../../..');
const sample = (name: string): Analysis => {
  const file = path.join(root, `media/samples/${name}/config.json`);
  return analyseConfig(readFileSync(file, 'utf8'), file)!;
};

function find(node: BlockNode, ...names: readonly string[]): BlockNode {
  let at = node;
  for (const name of names) {
    const child = at.children.find((c) => c.name === name);
    assert.ok(child, `${at.name} has ${name}`);
    at = child;
  }
  return at;
}

function near(a: number | null | undefined, b: number | null | undefined, what: string): void {
  if (typeof a !== 'number' || typeof b !== 'number') return assert.equal(a ?? null, b ?? null, what);
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.abs(b), `${what}: ${a}, not ${b}`);
}

/** The root must say what the totals say: two ways to the same sum. */
function assertIsTotal({ model, costs }: Analysis, wanted: Partial<Scenario>): void {
  const scenario = scenarioFor(model, wanted);
  const e = estimate(model, costs, scenario);
  const t = blockTree(model, costs, scenario);
  const compute = e.compute[noDecode(model, costs) ? 'prefill' : scenario.phase];
  near(t.macs, compute.macs.value, 'MACs');
  near(t.usefulMacs, compute.usefulMacs.value, 'useful MACs');
  near(t.elementOperations, compute.elementOperations.value, 'element operations');
  assert.equal(t.certainty, compute.macs.certainty);
  assert.equal(t.elementCertainty, compute.elementOperations.certainty);
  if (compute.macs.certainty !== 'unknown') assert.equal(t.reason, compute.macs.reason);
  near(t.parameters, e.parameters.distinct.value, 'parameters');
  near(t.activeParameters, e.parameters.active.value, 'active parameters');
  if (e.weights.stored.certainty !== 'lower bound') {
    near(t.bytes, e.weights.stored.value, 'stored bytes');
    near(t.weightBytes, e.weights.scenario.value, 'weight bytes');
  }
  const { bytesAtContext, stateBytes } = e.cache;
  const cache =
    bytesAtContext.value === null || stateBytes.value === null
      ? null
      : bytesAtContext.value + stateBytes.value;
  if (bytesAtContext.certainty !== 'lower bound') near(t.cacheBytes, cache, 'cache');
}

describe('tree of blocks', () => {
  it('tells a Llama’s layers by hand', () => {
    const { model, costs } = sample('llama-8b');
    const tree = blockTree(model, costs, scenarioFor(model, { weights: 'int4' }));
    const layers = find(tree, 'model', 'layers');
    assert.equal(layers.repeat, 32);
    // gate, up and down of 4,096 x 14,336, one token, 32 layers.
    const mlp = find(layers, 'mlp');
    assert.equal(mlp.macs, 32 * 3 * 4096 * 14336);
    assert.equal(mlp.parameters, 32 * 3 * 4096 * 14336);
    assert.equal(mlp.bytes, 2 * 32 * 3 * 4096 * 14336);
    // 4 bits and, per group of 128, an fp16 scale and a 4-bit zero point: 66.5 bytes.
    assert.equal(mlp.weightBytes, (32 * 3 * 4096 * 14336 * 66.5) / 128);
    assert.equal(mlp.cacheBytes, 0);
    // Keys and values of 4,096 tokens: 2 x 8 heads x 128 x 2 bytes a layer and token.
    assert.equal(find(layers, 'self_attn').cacheBytes, 32 * 4096 * 2 * 8 * 128 * 2);
    // A token's gate, up product and the residual: 14,336 x 2 + 4,096 (normed) + 4,096 (residual) bf16 values.
    assert.equal(mlp.peakActivations, 2 * (2 * 14336 + 2 * 4096));
    assert.equal(mlp.certainty, 'exact');
    assert.equal(mlp.peakCertainty, 'estimated');
  });

  it('adds up to the totals in both phases', () => {
    for (const name of ['llama-8b', 'gpt2-small', 'bert-base'])
      for (const phase of ['prefill', 'decode'] as const)
        for (const weights of ['stored', 'q4_k']) assertIsTotal(sample(name), { phase, weights, batch: 3 });
  });

  it('says which share of the operators a lower bound misses, block by block', () => {
    const g = new GraphMaker();
    let x = g.input([1, 4]);
    const add = (type: string, where: string, weight: number[]) => {
      x = g.op(type, [x, g.weight(weight)], [[1, 4]]);
      g.operators[g.operators.length - 1] = { ...g.operators.at(-1)!, name: `/${where}/${type}` };
    };
    add('MatMul', 'a', [4, 4]);
    add('MatMul', 'b', [4, 4]);
    add('Mystery', 'b', [4, 4]);
    add('Mystery', 'c', [4, 4]);
    g.outputs.push(x);
    const model = groupByScopes(g.model());
    const tree = blockTree(model, costModel(model), scenarioFor(model));
    const [a, b, c] = ['a', 'b', 'c'].map((n) => find(tree, n));
    assert.deepEqual([a!.macs, a!.certainty], [16, 'exact']);
    assert.deepEqual([b!.macs, b!.certainty, b!.unknownOperators], [16, 'lower bound', 1]);
    assert.match(b!.reason!, /^1 of 2 operators \(50\.0 %\) are not fully counted/);
    assert.deepEqual([c!.macs, c!.certainty], [undefined, 'unknown'], 'nothing known is not 0');
    assert.match(tree.reason!, /^2 of 4 operators \(50\.0 %\)/);
  });

  it('a size without a number leaves only its own blocks unknown', () => {
    const g = new GraphMaker();
    const h = symbol('height');
    const x = g.op('MatMul', [g.input([h, 4]), g.weight([4, 4])], [[h, 4]]);
    g.operators[0] = { ...g.operators[0]!, name: '/a/MatMul' };
    const y = g.op('MatMul', [g.input([2, 4]), g.weight([4, 4])], [[2, 4]]);
    g.operators[1] = { ...g.operators[1]!, name: '/b/MatMul' };
    g.outputs.push(x, y);
    const model = groupByScopes(g.model());
    const tree = blockTree(model, costModel(model), scenarioFor(model));
    assert.equal(find(tree, 'a').macs, undefined);
    assert.equal(find(tree, 'a').reason, 'dimension "height" has no value');
    assert.equal(find(tree, 'b').macs, 32);
    const bound = blockTree(model, costModel(model), scenarioFor(model, { dims: { height: 3 } }));
    assert.equal(bound.macs, 48 + 32);
  });
});

describe('report: blocks and the peak', () => {
  it('holds the tree and all that is alive at the peak', () => {
    const report = makeReport(sample('llama-8b'));
    const layers = report.blocks.children
      .find((c) => c.name === 'model')!
      .children.find((c) => c.name === 'layers')!;
    assert.equal(layers.repeat, 32);
    assert.equal(report.blocks.macs, report.compute.decode.macs.value);
    // Prefill of 1,024: the normed stream 1,024 x 4,096 and the logits 1,024 x 128,256, bf16.
    const { peak, peakActivations } = report.memory;
    assert.equal(peak!.phase, 'prefill');
    assert.deepEqual(
      peak!.alive.map((a) => a.bytes),
      [2 * 1024 * 128256, 2 * 1024 * 4096],
    );
    assert.equal(peak!.operator!.type, 'MatMul');
    assert.equal(
      peakActivations.value,
      peak!.alive.reduce((sum, a) => sum + a.bytes, 0),
    );
  });
});

describe('report: time on a device', () => {
  it('is there with a device, for the whole and for each block', () => {
    const report = makeReport(sample('llama-8b'), { device: 'h100-sxm' });
    assert.ok(report.time!.decode!.seconds.value! > 0);
    assert.equal(report.time!.decode!.seconds.certainty, 'estimated');
    near(report.blocks.seconds, report.time!.decode!.seconds.value, 'seconds of all blocks');
    assert.equal(makeReport(sample('llama-8b')).time, undefined);
    const text = reportMarkdown(report);
    assert.match(text, /## Time on NVIDIA H100 SXM 80 GB/);
    assert.match(text, /\| One decode step \| about 5\.\d+ ms/);
    // An encoder has one run and no tokens.
    const bert = makeReport(sample('bert-base'), { device: 'h100-sxm' }).time!;
    assert.equal(bert.decode, undefined);
    assert.equal(bert.prefill.tokensPerSecond.value, null);
  });
});

describeShared('trees of blocks of real files', 'models', (folder) => {
  const configs = path.join(folder, 'configs');
  const jsons = readdirSync(configs, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('config.json'),
  );
  it('are many', () => assert.ok(jsons.length > 90));
  for (const file of jsons)
    it(`${file} adds up to its totals`, () => {
      const analysis = analyseConfig(readFileSync(path.join(configs, file), 'utf8'), file);
      assert.ok(analysis);
      for (const phase of ['prefill', 'decode'] as const)
        assertIsTotal(analysis, { phase, weights: 'int4', batch: 2 });
    });
  const onnx = path.join(folder, 'onnx');
  const files = readdirSync(onnx, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.onnx'));
  for (const file of files)
    it(`${file} adds up to its totals`, async () => {
      const source = await openNodeSource(path.join(onnx, file));
      const analysis = await analyseOnnx(source, file);
      if (analysis.kind === 'model')
        for (const phase of ['prefill', 'decode'] as const) assertIsTotal(analysis, { phase });
    });
});
