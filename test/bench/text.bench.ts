/**
 * The text of 100,000 nodes: written, indexed, asked for lenses, outline and hover, and read back by the parser.
 * Run: npx tsx test/bench/text.bench.ts
 */
import { costModel } from '../../src/core/costs/costModel';
import { groupByScopes } from '../../src/core/costs/blocks';
import { readText } from '../../src/core/readers/onnxtxt/readText';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { symbol } from '../../src/core/model/expression';
import { textHover } from '../../src/core/views/onnxText/hovers';
import { textLenses } from '../../src/core/views/onnxText/lenses';
import { textOfModel } from '../../src/core/views/onnxText/open';
import { textFolds, textSymbols } from '../../src/core/views/onnxText/symbols';
import { manyNodes } from '../support/manyNodes';

const NODES = 100_000;

function timed<T>(title: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  console.log(`${title}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

const declared = manyNodes(NODES, [symbol('batch'), symbol('sequence'), 64]);
const model = timed('shapes and blocks', () => groupByScopes(inferShapes(declared).model));
const costs = timed('costs', () => costModel(model));
const analysis = { kind: 'model', name: 'many', model, costs, declared } as const;
const text = timed('text', () => textOfModel(analysis)!);
console.log(`${text.index.text.length} characters, ${text.index.map.sections.length} sections`);
const middle = text.index.map.start[NODES / 2]!;
timed('lenses', () => textLenses(text));
timed('outline and folds', () => [textSymbols(text), textFolds(text)]);
timed('first hover', () => textHover(text, middle + 1));
timed('next hover', () => textHover(text, text.index.map.start[(NODES / 3) | 0]! + 1));
const value = declared.operators[NODES / 2]!.outputs[0]!;
timed('first definition', () => text.index.definitionOf(value));
timed('references', () => text.index.placesOf(value));
timed('read back by the parser', () => readText(text.index.text, 'many'));
