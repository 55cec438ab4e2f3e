import { strict as assert } from 'node:assert';
import path from 'node:path';
import fc from 'fast-check';
import { analyseOnnxText } from '../../../../src/core/analyse';
import { readText } from '../../../../src/core/readers/onnxtxt/readText';
import { random } from '../../../support/mutations';
import { onnxFiles, textOfFile } from '../../../support/onnxTexts';

const samples = path.resolve(__dirname, '../../../../media/samples');
/** Pieces that mean something to the parser, put in at random places. */
const PIECES = [
  '{',
  '}',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '"',
  '=',
  '=>',
  ',',
  ':',
  '.',
  '#',
  '\n',
  '@',
  '-',
  'float',
  'seq(',
  '\\',
];

/** Reads a text and holds what must be so for every text: problems end in a full stop and stand inside it. */
function check(text: string): void {
  const read = readText(text, 'x');
  const list = read.kind === 'model' ? read.model.problems : read.problems;
  for (const { message, origin } of list) {
    assert.ok(message.endsWith('.'), message);
    if (origin?.kind !== 'text') continue;
    assert.ok(origin.start >= 0 && origin.start <= origin.end && origin.end <= text.length + 1, message);
  }
  if (read.kind === 'unreadable') assert.ok(read.message.endsWith('.'), read.message);
  else
    for (const { origin } of read.model.operators)
      assert.ok(origin?.kind === 'text' && origin.start < origin.end && origin.end <= text.length);
}

describe('ONNX text of any kind', () => {
  it('never throws for text made of the syntax’s own pieces', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PIECES, 'x', 'g', 'Relu', '1', '0.5', ' '),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => check(parts.join(''))),
      { numRuns: 2000, seed: 9 },
    );
  });

  it('never throws for real text that is changed, and analyses what is left', async () => {
    const texts = await Promise.all(
      onnxFiles(samples).map(async (name) =>
        (await textOfFile(samples, name))!.printed.text.slice(0, 20_000),
      ),
    );
    for (let i = 0; i < 400; i++) {
      const next = random(900 + i);
      let text = texts[next(texts.length)]!;
      for (let n = 1 + next(5); n > 0; n--) {
        const at = next(text.length + 1);
        const to = next(3) === 0 ? Math.min(text.length, at + next(200)) : at;
        text = text.slice(0, at) + PIECES[next(PIECES.length)]! + text.slice(to);
      }
      check(text);
      if (i % 10 === 0) analyseOnnxText(text, 'x');
    }
  });

  it('is bounded in depth and does not slow down on broken text', () => {
    const deep = 'g () => () { y = If (c) <then_branch = '.repeat(2000);
    const types = `g (${'seq('.repeat(5000)}float x) => () { }`;
    const open = `g () => () {${'a = b (\n'.repeat(20_000)}`;
    const quotes = `g () => () {${'"a = b (c)\n'.repeat(20_000)}`;
    const lists = `g () => () <int64[1] w = {${'1,'.repeat(200_000)}`;
    for (const text of [deep, types, open, quotes, lists]) {
      const start = performance.now();
      check(text);
      // Generous: a quadratic walk over these takes minutes.
      assert.ok(performance.now() - start < 10_000);
    }
  });
});
