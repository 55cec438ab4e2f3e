/**
 * The page in a plain browser: first paint of a 2 GB file, from a slider's step to painted figures on a graph of 10,000 operators, and frames while a list
 * of 100,000 rows scrolls. Needs the built page (`npm run build`). Run: npx tsx test/bench/page.bench.ts
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Analysis } from '../../src/core/analysis';
import { costModel } from '../../src/core/costs/costModel';
import { symbol } from '../../src/core/model/expression';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { Harness } from '../page/harness';
import { PageHost } from '../page/host';
import { manyNodes } from '../support/manyNodes';
import { closeBrowser } from '../support/workbench';
import { writeLarge } from './models';

const STEPS = 40;

function analysisOf(count: number): Analysis {
  const { model } = inferShapes(manyNodes(count, [symbol('batch'), symbol('sequence'), 64]));
  return { kind: 'model', name: `${count}.onnx`, model, costs: costModel(model) };
}

const summary = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
  return `median ${at(0.5)} ms, 95 of 100 under ${at(0.95)} ms, most ${at(1)} ms`;
};

async function slider(): Promise<void> {
  const analysis = analysisOf(10_000);
  const host = new PageHost(analysis);
  const engine: number[] = [];
  const usual = host.answer.bind(host);
  host.answer = async (ask, args) => {
    const start = performance.now();
    const value = await usual(ask, args);
    if (ask === 'scenario') engine.push(performance.now() - start);
    return value;
  };
  const harness = await (await Harness.open(host)).shown();
  const times = await harness.page.evaluate(async (steps) => {
    const field = document.querySelector<HTMLInputElement>('.scenario .field.length:not([hidden]) .slider')!;
    const figure = document.querySelector('.figure[data-figure="memory.total"] .value')!;
    const list: number[] = [];
    for (let step = 0; step < steps; step++) {
      const start = performance.now();
      const changed = new Promise((done) => {
        const watch = new MutationObserver(() => (watch.disconnect(), done(undefined)));
        watch.observe(figure, { childList: true, characterData: true, subtree: true });
        setTimeout(done, 2000);
      });
      field.value = String(20 + step);
      field.dispatchEvent(new Event('input'));
      await changed;
      // With the next frame it is on the screen.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      list.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 400));
    }
    return list;
  }, STEPS);
  console.log(
    `from the slider to painted figures, ${analysis.model.operators.length} operators: ${summary(times)}`,
  );
  console.log(`  of it the answer of the engine: ${summary(engine)}`);
  await harness.close();
}

/** 240 weights of 8 MiB, noise in the file itself: 2.01 GB. */
async function firstPaint(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  const file = path.join(folder, 'large.onnx');
  try {
    writeLarge(file, 240);
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      const harness = await Harness.open(file);
      await harness.page.locator('.figure .value').first().waitFor();
      await harness.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      times.push(performance.now() - start);
      await harness.close();
    }
    console.log(
      `first paint of the figures after open, ${(statSync(file).size / 1e9).toFixed(2)} GB ONNX, browser page included: ${summary(times)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function rows(): Promise<void> {
  const analysis = analysisOf(100_000);
  const harness = await (
    await Harness.open(new PageHost(analysis), { state: { layers: { mode: 'list' } } })
  ).shown();
  const grid = harness.page.locator('.grid-scroller');
  await grid.scrollIntoViewIfNeeded();
  const gaps = await grid.evaluate(async (scroller) => {
    const list: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 240; frame++) {
      scroller.scrollTop += frame < 200 ? 180 : 24_000;
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      if (frame > 0) list.push(now - last);
      last = now;
    }
    return list;
  });
  const slow = gaps.filter((gap) => gap > 33).length;
  console.log(
    `frames while ${analysis.model.operators.length} rows scroll: ${summary(gaps)}; over 33 ms: ${slow}`,
  );
  await harness.close();
}

async function main(): Promise<void> {
  await firstPaint();
  await slider();
  await rows();
  await closeBrowser();
}

void main();
