import { strict as assert } from 'node:assert';
import { analyseOnnxText } from '../../../src/core/analyse';
import { indexOfText } from '../../../src/core/views/onnxText/open';
import { textProblems } from '../../../src/core/views/onnxText/problems';

/** One operator over inputs of these types, analysed: what is said of its inputs, where, and its MACs. */
function said(inputs: readonly string[], call: string, opset = 21) {
  const head = `<ir_version: 10, opset_import: ["": ${opset}]>\n`;
  const text = `${head}g (${inputs.join(', ')}) => (float y)\n{\n  y = ${call}\n}\n`;
  const analysis = analyseOnnxText(text, 'sketch.onnxtxt');
  assert.ok(analysis.kind === 'model');
  const { problems } = analysis.model;
  const found = problems.filter((p) => p.code === 'shapes.misfit');
  const place = textProblems(indexOfText(analysis, text)!).find((p) => p.code === 'shapes.misfit');
  return {
    sentence: found.map((p) => p.message).join('\n'),
    place: place && text.slice(place.start, place.end),
    cost: analysis.costs.operators[0]!,
  };
}

describe('inputs that do not fit', () => {
  // By the operators' definitions; each pair differs in the one size that must be the same.
  const WRONG: readonly [string, readonly string[], string, string][] = [
    [
      'MatMul',
      ['float[2, 9] a', 'float[8, 16] b'],
      'MatMul (a, b)',
      '[2, 9] by [8, 16] is no matrix product: 9 against 8',
    ],
    [
      'a vector',
      ['float[4] a', 'float[5] b'],
      'MatMul (a, b)',
      '[4] by [5] is no matrix product: 4 against 5',
    ],
    [
      'Gemm turned',
      ['float[3, 7] a', 'float[3, 5] b'],
      'Gemm <transB = 1> (a, b)',
      '[3, 7] by [3, 5] is no matrix product: 7 against 5',
    ],
    [
      'Conv',
      ['float[1, 3, 8, 8] a', 'float[16, 4, 3, 3] b'],
      'Conv (a, b)',
      'weights [16, 4, 3, 3] in 1 group want 4 channels, the input has 3',
    ],
    [
      'Conv in groups',
      ['float[1, 8, 8, 8] a', 'float[16, 8, 3, 3] b'],
      'Conv <group = 2> (a, b)',
      'weights [16, 8, 3, 3] in 2 groups want 16 channels, the input has 8',
    ],
    [
      'ConvTranspose',
      ['float[1, 3, 8, 8] a', 'float[4, 16, 3, 3] b'],
      'ConvTranspose (a, b)',
      'weights [4, 16, 3, 3] want 4 channels, the input has 3',
    ],
  ];
  for (const [what, inputs, call, why] of WRONG)
    it(`of ${what} are told at the operator, and its MACs are unknown with the reason`, () => {
      const { sentence, place, cost } = said(inputs, call);
      const type = call.split(' ')[0]!;
      assert.equal(sentence, `The inputs of ${type} do not fit: ${why}.`);
      assert.equal(place, type);
      assert.equal(cost.macs, undefined);
      assert.equal(cost.certainty, 'unknown');
      assert.equal(cost.reason, `its inputs do not fit: ${why}`);
    });

  it('of a broadcast are told', () => {
    const { sentence } = said(['float[2, 3] a', 'float[2, 4] b'], 'Add (a, b)');
    assert.equal(
      sentence,
      'The inputs of Add do not fit: [2, 3] and [2, 4] cannot be broadcast together: 3 against 4.',
    );
    assert.match(
      said(['float[2, 3] a', 'float[1, 1] b', 'float[5] c'], 'Sum (a, b, c)').sentence,
      /3 against 5/,
    );
    // Before numpy's rule: by `axis`.
    assert.equal(
      said(['float[2, 3] a', 'float[2] b'], 'Add <broadcast = 1, axis = 0> (a, b)', 6).sentence,
      '',
    );
  });

  it('are not told where a size may still be equal, or is stretched', () => {
    const right: readonly [readonly string[], string, unknown][] = [
      // 2 x 16 outputs of 8 each; a symbol may be 8; a vector's 8 against [8, 16].
      [['float[2, 8] a', 'float[8, 16] b'], 'MatMul (a, b)', 256],
      [['float[2, K] a', 'float[8, 16] b'], 'MatMul (a, b)', undefined],
      [['float[8] a', 'float[8, 16] b'], 'MatMul (a, b)', 128],
      [['float[7, 3] a', 'float[5, 7] b'], 'Gemm <transA = 1, transB = 1> (a, b)', 105],
      // Depth-wise: 8 groups of one channel, 36 places of 9 each.
      [['float[1, 8, 8, 8] a', 'float[8, 1, 3, 3] b'], 'Conv <group = 8> (a, b)', 8 * 36 * 9],
      [['float[2, 3] a', 'float[3] b'], 'Add (a, b)', 0],
      [['float[2, 1] a', 'float[1, 4] b'], 'Add (a, b)', 0],
    ];
    for (const [inputs, call, macs] of right) {
      const { sentence, cost } = said(inputs, call);
      assert.equal(sentence, '', call);
      if (macs !== undefined) assert.equal(cost.macs, macs, call);
    }
  });

  it('are not told in a branch, which may not run for these sizes', () => {
    const branches =
      '<then_branch = t () => (float y1) { y1 = MatMul (a, b) }, else_branch = e () => (float y2) { y2 = Relu (a) }>';
    assert.equal(said(['float[2, 9] a', 'float[8, 16] b', 'bool c'], `If ${branches} (c)`).sentence, '');
  });

  it('are looked for by names of operators only', () => {
    assert.equal(said(['float[2] a', 'float[3] b'], 'constructor (a, b)').sentence, '');
  });
});
