import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../../../src/core/readers/onnxtxt/readText';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import { onnxFiles, textOfFile } from '../../support/onnxTexts';
import type { TextOfFile } from '../../support/onnxTexts';
import { describeShared } from '../../support/shared';
import { structureOf } from '../../support/structure';

const samples = path.resolve(__dirname, '../../../media/samples');

/** Data that stands in attributes and is cut, as the text says in a comment: the one fact in which each differs. */
const CUT: Readonly<Record<string, RegExp>> = {
  'ml/pipeline_vectorize.onnx': /^operator 1 ai\.onnx\.ml\.TreeEnsembleRegressor/,
  'ml/test_bert_tokenizer.onnx': /^operator 0 ai\.onnx\.contrib\.BertTokenizer/,
};

/** The text read by the project's own parser is the model: structure, and every value's type after shape inference. */
function comparesEqual(name: string, { file, shaped, printed }: TextOfFile): void {
  const back = readText(printed.text, name);
  assert.ok(back.kind === 'model', back.kind === 'unreadable' ? back.message : '');
  const syntax = back.model.problems.filter(
    (p) => p.code.startsWith('onnxtxt') && p.severity !== 'assumption',
  );
  assert.deepEqual(syntax, []);
  const expected = structureOf(file, shaped);
  const found = structureOf(back.model, inferShapes(back.model).model);
  const differs = expected.filter((line, i) => line !== found[i]);
  const allowed = CUT[name];
  if (allowed) {
    assert.equal(differs.length, 1);
    assert.match(differs[0]!, allowed);
    assert.match(printed.text, / of [\d,]+ (elements|characters)/);
  } else assert.deepEqual(differs, []);
  assert.equal(found.length, expected.length);
}

describe('the text of the samples read back', () => {
  for (const name of onnxFiles(samples))
    it(name, async () => comparesEqual(name, (await textOfFile(samples, name))!));
});

interface Row {
  readonly sha256: string;
  readonly refused?: string;
  readonly differs?: readonly string[];
}

describeShared('the text of real files', 'models/onnx', (folder) => {
  const standard = JSON.parse(
    readFileSync(path.resolve(__dirname, '../../fixtures/text/standard.json'), 'utf8'),
  ) as { onnx: string; files: Record<string, Row> };
  let readable = 0;
  for (const name of onnxFiles(folder))
    it(name, async () => {
      const text = await textOfFile(folder, name);
      if (!text) {
        assert.equal(standard.files[name], undefined, 'the oracle read what cannot be read');
        return;
      }
      readable++;
      comparesEqual(name, text);
      // The very text that the standard's parser was given; another one needs the oracle again.
      const row = standard.files[name];
      assert.ok(row, 'not in the oracle’s table');
      assert.equal(createHash('sha256').update(text.printed.text).digest('hex'), row.sha256);
    });

  it('is taken by the parser of the onnx package, but for what its syntax does not have', () => {
    const rows = Object.entries(standard.files);
    assert.equal(rows.length, readable);
    const refused = rows.filter(([, r]) => r.refused).map(([name]) => name);
    assert.deepEqual(refused, ['sparse/sparse_initializer_handling.onnx', 'sparse/sparse_nnz_rank.onnx']);
    const differs = rows.filter(([, r]) => r.differs).map(([name]) => name);
    assert.deepEqual(differs, Object.keys(CUT));
  });
});
