/**
 * What a person waits for, on the page as built and in a browser: the first paint after a 2 GB model is opened, the figures
 * after a slider has moved on 10,000 operators, and frames while 100,000 rows scroll. From bytes and events to pixels: the
 * reading, the core's answers and their way between host and page are in it. The slider is moved in a real VS Code too,
 * where messages go the editor's own way between its processes.
 *
 * "Painted" is the end of the frame that has the new figures: what is waited for the next frame to begin (up to 16.7 ms) is in
 * it. "Settled" is when each section, seen or not, and the rows of the table have followed.
 *
 * Run by `npm run bench`; alone: `npx tsx test/bench/paint.bench.ts` after `npm run build -- --production`. Asserts nothing.
 */
import {
  closeSync,
  ftruncateSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onnx } from 'onnx-proto';
import type { Frame } from 'playwright-core';
import type { Analysis } from '../../src/core/analysis';
import { costModel } from '../../src/core/costs/costModel';
import { symbol } from '../../src/core/model/expression';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { Harness } from '../page/harness';
import { PageHost } from '../page/host';
import { findBrowser } from '../support/embedded/browser.mjs';
import { root } from '../support/embedded/parts.mjs';
import { manyNodes } from '../support/manyNodes';
import { manyNodesFile } from '../support/manyNodesFile';
import { bytesField, fieldHead, node, port } from '../support/onnxBuilder';
import { Workbench, closeBrowser } from '../support/workbench';

const OPENS = 5;
const MOVES = 40;
const WARM = 5;
/** Between two moves of a slider that a hand holds, and of one that it has left. */
const HELD_MS = 60;
const RESTED_MS = 500;
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

/** When the page asked, when it was answered and when the figures were painted, by its own clock from the navigation's start. */
interface Opening {
  readonly asked: number;
  readonly answered: number;
  readonly painted: number;
}

/** From the navigation's start to the first frame that holds the figures. */
async function open(file: string): Promise<void> {
  const times: Opening[] = [];
  const read: number[] = [];
  for (let i = 0; i < OPENS; i++) {
    const host = new PageHost(file);
    const harness = await Harness.open(host, { whenMade: paintedFigures });
    times.push(await harness.page.evaluate(() => (window as never as { painted: Promise<Opening> }).painted));
    read.push(host.times.find(({ ask }) => ask === 'open')!.milliseconds);
    await harness.close();
  }
  const [first, ...rest] = times;
  console.log(
    `first paint of the figures of a 2 GB model: first ${ms(first!.painted)}, then ${spread(rest.map((one) => one.painted))}`,
  );
  console.log(
    `  of it the page's own load, until it asks: ${spread(rest.map((one) => one.asked))}; ` +
      `reading, analysis and the first answer: ${spread(read.slice(1))}; ` +
      `from the answer's arrival to its paint: ${spread(rest.map((one) => one.painted - one.answered))}`,
  );
}

const paintedFigures = `window.painted = new Promise((done) => {
  let asked, answered;
  const look = () => {
    if (!document.querySelector('.figure .value')) return requestAnimationFrame(look);
    // The frame in which they stand is painted before the next one's tasks.
    requestAnimationFrame(() => setTimeout(() => done({ asked, answered, painted: performance.now() })));
  };
  window.addEventListener('message', ({ data }) => data.value?.head && (answered ??= performance.now()));
  document.addEventListener('DOMContentLoaded', () => ((asked = performance.now()), look()));
});`;

/** Times from a slider's events: the figures under it painted, and all of the page. */
interface Moves {
  readonly painted: readonly number[];
  readonly settled: readonly number[];
}

/** Moves the slider so many times, with `rest` ms between two moves; a page that is to settle needs more of it. */
function slideOn(page: Frame, rest: number): Promise<Moves> {
  return page.evaluate(
    async ([moves, warm, pause]) => {
      const painted: number[] = [];
      const settled: number[] = [];
      const slider = document.querySelector<HTMLInputElement>(
        '.scenario .field:not([hidden]) input[type=range]',
      )!;
      const figure = document.querySelector('.headline')!;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const task = () =>
        new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(0);
        });
      for (let i = 0; i < moves! + warm!; i++) {
        await new Promise((done) => setTimeout(done, pause! + ((i * 7) % 16)));
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
        await task();
        if (i >= warm!) painted.push(performance.now() - start);
        if (pause! < 200) continue;
        let last = performance.now();
        for (const watch = last; last - watch < 2000; last = performance.now()) {
          await frame();
          await task();
          if (!document.querySelector('[data-behind]')) break;
        }
        if (i >= warm!) settled.push(performance.now() - start);
      }
      return { painted, settled };
    },
    [MOVES, WARM, rest],
  );
}

async function slide(file: string): Promise<void> {
  const host = new PageHost(file);
  host.wanted = { device: 'rtx-4090' };
  const harness = await (await Harness.open(host)).shown();
  const before = host.times.length;
  const held = await slideOn(harness.page.mainFrame(), HELD_MS);
  const hosts = host.times.slice(before).filter(({ ask }) => ask === 'scenario');
  console.log(`slider to painted figures at 10,000 operators, held: ${spread(held.painted)}`);
  console.log(`  of it the core's answer: ${spread(hosts.map((one) => one.milliseconds))}`);
  const rested = await slideOn(harness.page.mainFrame(), RESTED_MS);
  console.log(`  moved once and left: painted ${spread(rested.painted)}`);
  console.log(`  the whole page settled: ${spread(rested.settled)}`);
  await harness.close();
}

/** The same in a real VS Code; says why where there is none. */
async function slideInEditor(folder: string, file: string): Promise<void> {
  let workbench: Workbench | undefined;
  try {
    workbench = await Workbench.open({ folder });
    await workbench.openFile(file);
    const page = await workbench.webview();
    await page.locator('main:not([data-behind]) .layers .grid-body .grid-row').first().waitFor();
    await page.getByRole('combobox', { name: 'Device' }).selectOption('rtx-4090');
    await workbench.page.waitForTimeout(2000);
    const held = await slideOn(page, HELD_MS);
    const rested = await slideOn(page, RESTED_MS);
    console.log(`  in VS Code, held: painted ${spread(held.painted)}`);
    console.log(`  in VS Code, moved once and left: painted ${spread(rested.painted)}`);
    console.log(`  in VS Code, the whole page settled: ${spread(rested.settled)}`);
  } catch (error) {
    console.log(`  in VS Code: not run: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await workbench?.close();
  }
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
    const many = path.join(folder, 'workspace', 'many.onnx');
    mkdirSync(path.dirname(many));
    writeFileSync(many, manyNodesFile(10_000));
    await slide(many);
    await slideInEditor(path.dirname(many), path.basename(many));
    await scroll();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await closeBrowser();
  }
}

void main();
