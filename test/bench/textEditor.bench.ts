/**
 * The text of 100,000 nodes in a real editor (the embedded one: server, extension host and browser on one machine): from the
 * double click to the first lines on screen and to the lens over the graph, the longest that the extension host answered
 * nobody, and beside it the same text as a plain file, which is all that the editor itself needs. Run by `npm run bench`;
 * alone: `npx tsx test/bench/textEditor.bench.ts` after `npm run build -- --production`. Asserts nothing.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { analyseFile } from '../../src/core/analyse';
import { textOfModel } from '../../src/core/views/onnxText/open';
import { nodeFolder } from '../../src/host/files/nodeSource';
import { findBrowser } from '../support/embedded/browser.mjs';
import { root } from '../support/embedded/parts.mjs';
import { manyNodesFile } from '../support/manyNodesFile';
import { Workbench, closeBrowser } from '../support/workbench';

const NODES = 100_000;
const MINUTE = 60_000;

interface Times {
  readonly clicked: number;
  readonly text: number;
  readonly lens?: number;
}

/** Notes by the page's own clock when it was clicked, and the first frames that show the text and the graph's lens. */
const watch = `window.times = {}; {
  const shows = (selector, text) => [...document.querySelectorAll(selector)].some((e) => text.test(e.textContent));
  document.addEventListener('dblclick', () => (times = { clicked: Date.now() }), true);
  const look = () => {
    const now = Date.now();
    if (times.clicked && !times.text && shows('.view-line', /ir_version/)) times.text = now;
    if (times.clicked && !times.lens && shows('.codelens-decoration', /in one run/)) times.lens = now;
    requestAnimationFrame(look);
  };
  look();
}`;

const ms = (time: number) => `${time.toFixed(0)} ms`;

async function open(workbench: Workbench, file: string, want: keyof Times): Promise<Times> {
  await workbench.page.evaluate(watch);
  await workbench.openFile(file);
  // By asking again: the workbench's page lets nobody wait inside it.
  for (const end = Date.now() + MINUTE; Date.now() < end; await workbench.page.waitForTimeout(100)) {
    const times = await workbench.page.evaluate<Times>('times');
    if (times[want]) return times;
  }
  throw new Error(`${file}: nothing shown within a minute`);
}

async function core(file: string): Promise<string> {
  let text = '';
  for (const which of ['first', 'again']) {
    const from = performance.now();
    const analysis = await analyseFile(nodeFolder(file), path.basename(file), { laterCosts: true });
    if (analysis.kind !== 'model') throw new Error(analysis.message);
    ({ text } = textOfModel(analysis)!.index);
    console.log(`core alone, bytes to text, ${which}: ${ms(performance.now() - from)}`);
  }
  return text;
}

async function main(folder: string): Promise<void> {
  const file = path.join(folder, 'many.onnx');
  writeFileSync(file, manyNodesFile(NODES));
  console.log(`load of this machine: ${loadavg()[0]!.toFixed(1)}`);
  writeFileSync(path.join(folder, 'plain.txt'), await core(file));
  const workbench = await Workbench.open({
    folder,
    helper: path.join(root, 'test', 'support', 'loopDelay'),
    settings: {
      'workbench.editorAssociations': { '*.onnx': 'modelEfficiency.onnxText' },
      // In megabytes; over 10 a browser's workbench asks first whether a plain file is to be shown.
      'workbench.editorLargeFileConfirmation': 100,
    },
  });
  try {
    const plain = await open(workbench, 'plain.txt', 'text');
    await workbench.run('View: Close All Editors');
    const { clicked, text, lens } = await open(workbench, 'many.onnx', 'lens');
    const [ours, theirs] = [text - clicked, plain.text - plain.clicked];
    console.log(`${NODES} nodes opened as text, double click to painted: ${ms(ours)}`);
    console.log(`  the same text as a plain file: ${ms(theirs)}; ratio ${(ours / theirs).toFixed(1)}`);
    console.log(`  to the graph's lens: ${ms(lens! - clicked)}`);
    const log = path.join(folder, '.loop-delay');
    const held = (existsSync(log) ? readFileSync(log, 'utf8') : '')
      .split('\n')
      .map((line) => line.split(' ').map(Number))
      .filter(([end]) => end! > clicked && end! <= lens!);
    const longest = (to: number) =>
      Math.max(0, ...held.filter(([end]) => end! <= to).map(([, time]) => time!));
    console.log(
      `  longest without an answer of the extension host: ${ms(longest(text))} until the text is painted, ${ms(longest(lens!))} until the lens`,
    );
  } finally {
    await workbench.close();
    await closeBrowser();
  }
}

async function begin(): Promise<void> {
  if (!existsSync(path.join(root, 'dist', 'extension.js')))
    return console.log('not run: the extension is not built (npm run build -- --production)');
  try {
    await findBrowser(() => undefined);
  } catch (error) {
    return console.log(`not run: ${(error as Error).message}`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'text-editor-bench-'));
  await main(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

void begin();
