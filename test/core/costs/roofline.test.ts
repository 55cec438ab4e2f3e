import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../src/core/analyse';
import { costModel } from '../../../src/core/costs/costModel';
import { operatorFigures } from '../../../src/core/costs/operatorFigures';
import { peakOnDevice, peakTypeOf } from '../../../src/core/costs/peakType';
import { EFFICIENCY } from '../../../src/core/costs/efficiency';
import { BOUND, roofline, timesOf } from '../../../src/core/costs/roofline';
import type { Device } from '../../../src/core/hardware/device';
import { deviceOf } from '../../../src/core/hardware/devices';
import type { Model } from '../../../src/core/model/model';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { blockTree } from '../../../src/core/views/blockTree';
import { GraphMaker, single } from './graph';

const ROOF = { compute: 1, memory: 1 };
/** 100 FLOP/s in fp16, 50 in fp32, 10 B/s, 3 W: ridge at 10 FLOPs a byte in fp16. */
const TOY: Device = {
  id: 'toy',
  name: 'Toy',
  kind: 'own',
  memoryBytes: 1000,
  bytesPerSecond: 10,
  peaks: { fp16: 100, fp32: 50 },
  watts: 3,
  source: 'made up',
};
const h100 = deviceOf('h100-sxm')!;
const llama = analyseConfig(
  readFileSync(path.resolve(__dirname, '../../../media/samples/llama-8b/config.json'), 'utf8'),
  'llama',
)!;

function timed(model: Model, device = TOY, efficiency = ROOF) {
  return roofline(model, costModel(model), scenarioFor(model), device, efficiency);
}

describe('costs: time by the roofline', () => {
  it('is the larger of work and bytes for each operator', () => {
    const g = new GraphMaker();
    // fp32 [2, 4] x [4, 8]: 64 MACs = 128 FLOPs at 50/s = 2.56 s; 4 x (8 + 32 + 16) B = 224 B at 10/s = 22.4 s.
    const x = g.op('MatMul', [g.input([2, 4]), g.weight([4, 8])], [[2, 8]]);
    // 16 element operations at 50/s = 0.32 s; 4 x (16 + 16) B = 128 B: 12.8 s.
    g.outputs.push(g.op('Relu', [x], [[2, 8]]));
    const r = timed(g.model());
    assert.deepEqual([...r.perOperator], [22.4, 12.8]);
    assert.equal(r.seconds.value, 22.4 + 12.8);
    assert.equal(r.seconds.certainty, 'estimated');
    assert.deepEqual([...r.bound], [BOUND.memory, BOUND.memory]);
    assert.equal(r.intensity[0], 128 / 224);
    // 35.2 s at 3 W.
    assert.equal(r.joules.value, 3 * (22.4 + 12.8));
    // Half the bandwidth takes twice as long.
    assert.equal(timed(g.model(), TOY, { compute: 1, memory: 0.5 }).seconds.value, 2 * (22.4 + 12.8));
    // A device with bandwidth to spare is bound by compute: 2.56 s and 0.32 s.
    const wide = timed(g.model(), { ...TOY, bytesPerSecond: 1e6 });
    assert.deepEqual([...wide.bound], [BOUND.compute, BOUND.compute]);
    assert.ok(Math.abs(wide.seconds.value! - 2.88) < 1e-12);
    assert.equal(wide.main!.type, 'fp32');
    assert.equal(wide.main!.ridge, 50 / 1e6);
  });

  it('takes the peak of the wider factor, and the next wider one where none is published', () => {
    assert.equal(peakTypeOf('bfloat16', undefined, 2, 'bf16'), 'bf16');
    // Weight-only quantisation multiplies in the type of the activations.
    assert.equal(peakTypeOf('float16', undefined, 0.5625, 'fp16'), 'fp16');
    assert.equal(peakTypeOf('float32', undefined, 0.5, 'fp16'), 'fp32');
    // 8-bit activations by 16-bit weights multiply in 16 bits, by 4-bit ones in 8.
    assert.equal(peakTypeOf('float16', 'fp8', 2, 'bf16'), 'bf16');
    assert.equal(peakTypeOf('float16', 'int8', 0.52, 'bf16'), 'int8');
    assert.equal(peakTypeOf('float16', 'nvfp4', 1.0002, 'bf16'), 'fp8');
    assert.equal(peakTypeOf('float32', 'tf32', 4, 'fp16'), 'tf32');
    assert.deepEqual(peakOnDevice(TOY, 'tf32'), { type: 'fp32', perSecond: 50 });
    // NVIDIA's datasheets: A100 156, H100 SXM half of 989 TFLOP/s with sparsity.
    assert.equal(deviceOf('a100-sxm-80gb')!.peaks.tf32, 156e12);
    assert.equal(deviceOf('h100-sxm')!.peaks.tf32, 989e12 / 2);
    assert.equal(peakTypeOf('uint8', undefined, 1, 'bf16'), 'int8');
    assert.equal(peakTypeOf('int64', undefined, 0, 'bf16'), undefined);
    assert.deepEqual(peakOnDevice(TOY, 'bf16'), { type: 'fp16', perSecond: 100 });
    assert.deepEqual(peakOnDevice(TOY, 'fp8'), { type: 'fp16', perSecond: 100 });
    assert.equal(peakOnDevice({ ...TOY, peaks: { fp16: 100 } }, 'fp32'), undefined, 'never a narrower one');
  });

  it('names the peak that stands in for TF32 where none is known', () => {
    const { model, costs } = llama;
    const tf32 = { ...scenarioFor(model, { weights: 'tf32' }), phase: 'prefill' as const };
    assert.equal(roofline(model, costs, tf32, h100).main!.type, 'tf32');
    const without = roofline(model, costs, tf32, TOY);
    assert.equal(without.main!.type, 'fp32');
    assert.ok(without.assumptions.includes('No tf32 peak of Toy is known: its fp32 peak is taken.'));
    const fp32 = roofline(model, costs, { ...tf32, weights: 'fp32' }, h100);
    assert.equal(fp32.main!.type, 'fp32');
  });

  it('says what is missing: a lower bound with its count, or the bytes alone', () => {
    const g = new GraphMaker();
    const x = g.op('MatMul', [g.input([2, 4]), g.weight([4, 8])], [[2, 8]]);
    g.outputs.push(g.op('Mystery', [x], [undefined]));
    const r = timed(g.model());
    assert.equal(r.seconds.certainty, 'lower bound');
    assert.match(r.seconds.reason!, /^1 of 2 operators \(50\.0 %\) have no known time/);
    assert.ok(Number.isNaN(r.perOperator[1]));
    const bare = timed(single('MatMul', [[2, 4], { w: [4, 8] }], [[2, 8]]), { ...TOY, peaks: {} });
    assert.equal(bare.seconds.value, 22.4);
    assert.equal(bare.seconds.certainty, 'lower bound');
    assert.match(bare.seconds.reason!, /Toy publishes no peak for fp32/);
    const { watts: _, ...still } = TOY;
    assert.equal(timed(single('Relu', [[2]], [[2]]), still).joules.value, null);
  });

  it('a Llama’s token takes the time of reading its matrices and its cache', () => {
    const { model, costs } = llama;
    const times = timesOf(model, costs, scenarioFor(model), h100);
    // 7,504,658,432 weights in products at 2 B, 4,095 cached tokens at 131,072 B, at 0.9 x 3,350 GB/s; activations,
    // norms and the embedding's one row are below 0.5 %.
    const bytes = 2 * 7_504_658_432 + 4095 * 131_072;
    const expected = bytes / (0.9 * 3350e9);
    const token = times.decode!.seconds.value!;
    assert.ok(token > expected && token < 1.005 * expected, `${token} s, not ${expected}`);
    assert.ok(Math.abs(times.decode!.tokensPerSecond.value! * token - 1) < 1e-12);
    assert.ok(times.decode!.memorySeconds > 0.99 * token, 'bound by memory');
    assert.equal(times.decode!.main!.type, 'bf16');
    // A prompt of 1,024: products of 2 x 1,024 x 7,504,658,432 + attention 2 x 2 x 32 x 1,024^2 x 4,096 FLOPs at
    // 0.7 x 989 TFLOP/s take 23 ms; norms, residuals and the like come on top, bound by memory.
    const flops = 2 * 1024 * 7_504_658_432 + 4 * 32 * 1024 ** 2 * 4096;
    const first = times.prefill.seconds.value!;
    assert.ok(times.prefill.computeSeconds >= (0.99 * flops) / (0.7 * 989e12));
    assert.ok(first > flops / (0.7 * 989e12) && first < (1.35 * flops) / (0.7 * 989e12), `${first} s`);
    assert.equal(EFFICIENCY.compute, 0.7);
    // 700 W for the step.
    assert.ok(Math.abs(times.decode!.joules.value! - 700 * token) < 1e-9);
    assert.match(times.decode!.seconds.formula, /NVIDIA H100 SXM 80 GB/);
  });

  it('spreads over the blocks and adds up', () => {
    const { model, costs } = llama;
    const scenario = scenarioFor(model, { batch: 4 });
    const r = roofline(model, costs, scenario, h100);
    const tree = blockTree(model, costs, scenario, r.perOperator);
    assert.ok(Math.abs(tree.seconds! - r.seconds.value!) < 1e-12);
    const plain = tree.children.reduce((sum, c) => sum + c.seconds!, 0);
    assert.ok(plain > 0.9 * tree.seconds! && plain <= tree.seconds!);
    assert.equal(blockTree(model, costs, scenario).seconds, undefined);
  });

  it('reads the experts that tokens choose, never more than there are', () => {
    // 2 of 4 experts [16, 8] a token: one token reads 2, six read all four.
    const read = (tokens: number) => {
      const m = single(
        'model.efficiency:ExpertMatMul',
        [[1, tokens, 8], { w: [4, 16, 8] }],
        [[1, tokens, 2, 16]],
        {
          experts_per_token: 2,
        },
      );
      return operatorFigures(m, costModel(m), scenarioFor(m)).weightBytes[0];
    };
    assert.equal(read(1), 4 * 2 * 16 * 8);
    assert.equal(read(6), 4 * 4 * 16 * 8);
  });
});
