/**
 * Shape inference of 100,000 nodes, against the onnx package's own where Python with onnx is present (PYTHON names it).
 * Run: npx tsx test/bench/shapes.bench.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memorySource } from '../../src/core/bytes/byteSource';
import type { Model } from '../../src/core/model/model';
import { symbol } from '../../src/core/model/expression';
import { readOnnx } from '../../src/core/readers/onnx/readOnnx';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { manyNodes } from '../support/manyNodes';

const NODES = 100_000;

function timed(title: string, run: () => void): void {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  const used = process.cpuUsage(cpu);
  const first = times[0]!.toFixed(0);
  console.log(
    `${title}: first ${first} ms, median ${times.sort((a, b) => a - b)[2]!.toFixed(0)} ms; processor time each ${((used.user + used.system) / 5000).toFixed(0)} ms`,
  );
}

async function againstPython(): Promise<void> {
  const python = process.env['PYTHON'] ?? 'python3';
  const folder = mkdtempSync(path.join(tmpdir(), 'shapes-'));
  const target = path.join(folder, 'large.onnx');
  const script = path.resolve(__dirname, '../oracle/large_model.py');
  try {
    const ran = spawnSync(python, [script, target, String(NODES)], { encoding: 'utf8' });
    if (ran.status !== 0) {
      console.log(`not compared: ${python} has no onnx package`);
      return;
    }
    const { onnx, seconds } = JSON.parse(ran.stdout) as { onnx: string; seconds: Record<string, number> };
    for (const [how, s] of Object.entries(seconds))
      console.log(`onnx ${onnx}, ${how}: ${(s * 1000).toFixed(0)} ms`);
    const start = performance.now();
    const read = await readOnnx(memorySource(readFileSync(target)));
    console.log(`reading the same file: ${(performance.now() - start).toFixed(0)} ms`);
    if (read.kind === 'model') timed('inferring the same file', () => inferShapes(read.model));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  await againstPython();
  const plain: Model = manyNodes(NODES, [2, 16, 64]);
  timed(`${NODES} nodes made here, numbers`, () => inferShapes(plain));
  const symbolic = manyNodes(NODES, [symbol('batch'), symbol('sequence'), 64]);
  timed(`${NODES} nodes made here, symbols`, () => inferShapes(symbolic));
}

void main();
