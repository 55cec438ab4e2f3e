/**
 * What a person waits for, on the page as built and in a browser: the first paint after a 2 GB model is opened, the figures
 * after a slider has moved on 10,000 operators, and frames while 100,000 rows scroll. From bytes and events to pixels: the
 * reading, the core's answers and their way between host and page are in it. Run by `npm run bench`; alone:
 * `npx tsx test/bench/paint.bench.ts` after `npm run build -- --production`. Asserts nothing.
 */
import { closeSync, ftruncateSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onnx } from 'onnx-proto';
import type { Analysis } from '../../src/core/analysis';
import { costModel } from '../../src/core/costs/costModel';
import { symbol } from '../../src/core/model/expression';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { Harness } from '../page/harness';
import { PageHost } from '../page/host';
import { findBrowser } from '../support/embedded/browser.mjs';
import { root } from '../support/embedded/parts.mjs';
import { manyNodes } from '../support/manyNodes';
import { bytesField, fieldHead, node, port } from '../support/onnxBuilder';
import { closeBrowser } from '../support/workbench';

const OPENS = 5;
const MOVES = 40;
const WARM = 5;
const FRAMES = 240;
const LONG_FRAME_MS = 33;

/** A graph of so many operators, analysed; its attention-like blocks stand in blocks as exports name them. */
function analysed(operators: number): Analysis {
  const { model } = inferShapes(manyNodes(operators, [symbol('batch'), symbol('sequence'), 64]));
  return { kind: 'model', name: 'bench.onnx', model, costs: costModel(model) };
}

/** A chain of 252 products whose weights of 8 MiB are holes in the file: 2 GB to a reader, nothing to the disk. */
function writeSparse(file: string): void {
  const [weights, payload] = [252, 8 * 1024 * 1024];
  const out = openSync(file, 'w');
  let at = 0;
  const write = (bytes: Uint8Array) => void (at += writeSync(out, bytes, 0, bytes.length, at));
  const name = (i: number) => `layers.${i}.weight`;
  const heads = Array.from({ length: weights }, (_, i) =>
    onnx.TensorProto.encode({
      name: name(i),
      dataType: 1,
      dims: i % 2 ? [2048, 1024] : [1024, 2048],
    }).finish(),
  );
  const rawHead = fieldHead(9, payload);
  const graph = [
    ...heads.map((_, i) =>
      bytesField(1, onnx.NodeProto.encode(node('MatMul', [`x${i}`, name(i)], [`x${i + 1}`])).finish()),
    ),
    bytesField(11, onnx.ValueInfoProto.encode(port('x0', 1, 'batch', 1024)).finish()),
    bytesField(12, onnx.ValueInfoProto.encode(port(`x${weights}`, 1, 'batch', 1024)).finish()),
  ];
  const tensorBytes = heads.map((head) => head.length + rawHead.length + payload);
  const graphBytes =
    graph.reduce((sum, part) => sum + part.length, 0) +
    tensorBytes.reduce((sum, bytes) => sum + fieldHead(5, bytes).length + bytes, 0);
  write(onnx.ModelProto.encode({ irVersion: 10, opsetImport: [{ domain: '', version: 21 }] }).finish());
  write(fieldHead(7, graphBytes));
  for (const part of graph) write(part);
  for (const [i, head] of heads.entries()) {
    for (const part of [fieldHead(5, tensorBytes[i]!), head, rawHead]) write(part);
    at += payload;
  }
  ftruncateSync(out, at);
  closeSync(out);
}

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const share = (times: readonly number[], part: number) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(part * times.length))]!;
const ms = (time: number) => `${time.toFixed(1)} ms`;
const spread = (times: readonly number[]) =>
  `median ${ms(share(times, 0.5))}, 95 of 100 under ${ms(share(times, 0.95))}, worst ${ms(share(times, 1))}`;

/** From the navigation's start to the first frame that holds the figures, by the page's own clock. */
async function open(file: string): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < OPENS; i++) {
    const harness = await Harness.open(file, { whenMade: paintedFigures });
    times.push(await harness.page.evaluate(() => (window as never as { painted: Promise<number> }).painted));
    await harness.close();
  }
  console.log(
    `first paint of the figures of a 2 GB model, page load and reading with it: first ${ms(times[0]!)}, then ${spread(times.slice(1))}`,
  );
}

const paintedFigures = `window.painted = new Promise((done) => {
  const look = () => {
    if (!document.querySelector('.figure .value')) return requestAnimationFrame(look);
    // The frame in which they stand is painted before the next one's tasks.
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  };
  document.addEventListener('DOMContentLoaded', look);
});`;

async function slide(): Promise<void> {
  const host = new PageHost(analysed(10_000));
  host.wanted = { device: 'rtx-4090' };
  const harness = await (await Harness.open(host)).shown();
  const before = host.times.length;
  const times = await harness.page.evaluate(
    async ([moves, warm]) => {
      const out: number[] = [];
      const slider = document.querySelector<HTMLInputElement>(
        '.scenario .field:not([hidden]) input[type=range]',
      )!;
      const figure = document.querySelector('.headline')!;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let i = 0; i < moves! + warm!; i++) {
        await new Promise((done) => setTimeout(done, 60 + ((i * 7) % 16)));
        slider.value = String(Number(slider.min) + ((i * 3 + 1) % (Number(slider.max) - Number(slider.min))));
        const changed = new Promise<void>((done) => {
          const watch = new MutationObserver(() => {
            watch.disconnect();
            done();
          });
          watch.observe(figure, { subtree: true, childList: true, characterData: true });
        });
        const start = performance.now();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await changed;
        await frame();
        await new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(0);
        });
        if (i >= warm!) out.push(performance.now() - start);
      }
      return out;
    },
    [MOVES, WARM],
  );
  const hosts = host.times.slice(before).filter(({ ask }) => ask === 'scenario');
  console.log(`slider to painted figures at 10,000 operators: ${spread(times)}`);
  console.log(`  of it the core's answer: ${spread(hosts.map((one) => one.milliseconds))}`);
  await harness.close();
}

async function scroll(): Promise<void> {
  const harness = await (await Harness.open(new PageHost(analysed(100_000)))).shown();
  const { page } = harness;
  await page.locator('.layers [data-mode="list"]').click();
  await harness.settled();
  await page.locator('.layers').scrollIntoViewIfNeeded();
  const idle = await frames(page, 0);
  const times = await frames(page, 400);
  const long = (all: readonly number[]) => all.filter((time) => time > LONG_FRAME_MS).length;
  console.log(
    `${FRAMES} frames of scrolling 100,000 rows: ${long(times)} over ${LONG_FRAME_MS} ms, ${spread(times)}`,
  );
  console.log(`  the same page at rest: ${long(idle)} over ${LONG_FRAME_MS} ms, ${spread(idle)}`);
  await harness.close();
}

/** Times between frames while the table of layers moves so many pixels a frame. */
function frames(page: Harness['page'], step: number): Promise<number[]> {
  return page.evaluate(
    async ([count, pixels]) => {
      const scroller = document.querySelector('.grid-scroller')!;
      const out: number[] = [];
      let last = await new Promise<number>((done) => requestAnimationFrame(done));
      for (let i = 0; i < count!; i++) {
        scroller.scrollTop += pixels!;
        const now = await new Promise<number>((done) => requestAnimationFrame(done));
        out.push(now - last);
        last = now;
      }
      return out;
    },
    [FRAMES, step],
  );
}

async function main() {
  if (!existsSync(path.join(root, 'dist', 'view.js')))
    return console.log('not run: the page is not built (npm run build -- --production)');
  try {
    await findBrowser(() => undefined);
  } catch (error) {
    return console.log(`not run: ${(error as Error).message}`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'paint-bench-'));
  try {
    const file = path.join(folder, 'large.onnx');
    writeSparse(file);
    await open(file);
    await slide();
    await scroll();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await closeBrowser();
  }
}

void main();
