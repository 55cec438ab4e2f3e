/**
 * The text of 100,000 nodes: a file read, its shapes, its text, in one total; then what comes after the text is there
 * (costs, lenses, outline, hover) and the reading back by the parser.
 * Run: npx tsx test/bench/text.bench.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyseFile } from '../../src/core/analyse';
import { readText } from '../../src/core/readers/onnxtxt/readText';
import { textHover } from '../../src/core/views/onnxText/hovers';
import { textLensSteps } from '../../src/core/views/onnxText/lenses';
import { textOfModel } from '../../src/core/views/onnxText/open';
import { textFolds, textSymbols } from '../../src/core/views/onnxText/symbols';
import { inEnglish } from '../../src/core/views/onnxText/words';
import { nodeFolder } from '../../src/host/files/nodeSource';
import { manyNodesFile } from '../support/manyNodesFile';

const NODES = 100_000;

const told = (title: string, from: number) =>
  console.log(`${title}: ${(performance.now() - from).toFixed(0)} ms`);

function timed<T>(title: string, run: () => T): T {
  const from = performance.now();
  const result = run();
  told(title, from);
  return result;
}

async function main(folder: string): Promise<void> {
  const file = path.join(folder, 'many.onnx');
  const bytes = manyNodesFile(NODES);
  writeFileSync(file, bytes);
  const open = async () => {
    const analysis = await analyseFile(nodeFolder(file), 'many.onnx', { laterCosts: true });
    if (analysis.kind !== 'model') throw new Error(analysis.message);
    return analysis;
  };
  console.log(`${NODES} nodes, ${(bytes.length / 1e6).toFixed(1)} MB`);
  for (const which of ['first', 'again']) {
    const from = performance.now();
    const analysis = await open();
    told(`file to model with shapes, ${which}`, from);
    const text = textOfModel(analysis)!;
    told(`file to text in all, ${which}`, from);
    if (which === 'first') continue;
    const { index } = text;
    console.log(`${index.text.length} characters, ${index.map.sections.length} sections`);
    timed('outline and folds', () => [textSymbols(text), textFolds(text)]);
    // In slices, as the host does: what counts is the longest that nothing else could run.
    const steps = textLensSteps(text, {}, inEnglish);
    const lenses = performance.now();
    let longest = 0;
    for (let done = false; !done;) {
      const step = performance.now();
      done = steps.next().done === true;
      longest = Math.max(longest, performance.now() - step);
    }
    told('costs and lenses in steps', lenses);
    console.log(`longest step: ${longest.toFixed(0)} ms`);
    const middle = index.map.start[NODES / 2]!;
    timed('first hover', () => textHover(text, middle + 1));
    timed('next hover', () => textHover(text, index.map.start[(NODES / 3) | 0]! + 1));
    const value = analysis.declared!.operators[NODES / 2]!.outputs[0]!;
    timed('first definition', () => index.definitionOf(value));
    timed('references', () => index.placesOf(value));
    timed('read back by the parser', () => readText(index.text, 'many'));
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'text-bench-'));
void main(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
