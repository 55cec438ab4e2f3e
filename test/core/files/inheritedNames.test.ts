import { strict as assert } from 'node:assert';
import { analyseOnnxText } from '../../../src/core/analyse';
import { indexOfText } from '../../../src/core/views/onnxText/open';
import { textHover } from '../../../src/core/views/onnxText/hovers';
import { textLenses } from '../../../src/core/views/onnxText/lenses';
import { textProblems } from '../../../src/core/views/onnxText/problems';
import { answerPage } from '../../../src/core/views/page/answer';
import { makeReport } from '../../../src/core/views/report';

/** Names that every plain object of the language answers to, though nobody put them in. */
const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'];

describe('names that tables of the language inherit', () => {
  for (const name of NAMES)
    it(`are names like others: '${name}' as operator, domain, attribute, value and symbol`, () => {
      const text = `<ir_version: 10, opset_import: ["": 21, "${name}": 1]>
${name} (float[${name}, 4] ${name}) => (float[${name}, 4] z)
<float[4, 4] w = {}>
{
  a = ${name} (${name})
  b = ${name}.${name} <${name} = 1> (a)
  c = com.microsoft.${name} (b, w)
  d = MatMul <${name} = "${name}"> (${name}, w)
  z = Add (d, c)
}
`;
      const analysis = analyseOnnxText(text, 'names.onnxtxt');
      assert.ok(analysis.kind === 'model');
      // The three are unknown and said to be so; the product is counted: 4 x 4 for each row.
      const { operators } = analysis.costs;
      for (const unknown of operators.slice(0, 3)) {
        assert.equal(unknown.certainty, 'unknown');
        assert.match(unknown.reason!, /is not known$/);
      }
      const dims = Object.fromEntries([[name, 3]]);
      const page = answerPage(analysis, { dims });
      page.view();
      page.head();
      page.advice(null);
      const rows = page.layers({ mode: 'list', open: [], offset: 0, count: 9 }).rows;
      assert.equal(rows.length, 5);
      // 3 x 4 x 4. No size can be given to the one name that is no key of a plain object: unknown, and no other number.
      assert.equal(rows.find((row) => row.type === 'MatMul')?.macs, name === '__proto__' ? 'unknown' : '48');
      assert.ok(page.search({ text: name }).length > 0);
      makeReport(analysis, { dims, batch: 1 }, { shapes: true, operators: true, tensors: true });
      const open = indexOfText(analysis, text)!;
      textLenses(open);
      textProblems(open);
      for (let at = 0; at < text.length; at++) textHover(open, at);
    });
});
