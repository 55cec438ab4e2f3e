import { strict as assert } from 'node:assert';
import path from 'node:path';
import { analyseFile, analyseOnnxText } from '../../../src/core/analyse';
import { textHover } from '../../../src/core/views/onnxText/hovers';
import { textLenses } from '../../../src/core/views/onnxText/lenses';
import { indexOfText, textOfModel } from '../../../src/core/views/onnxText/open';
import type { OnnxText } from '../../../src/core/views/onnxText/open';
import { textSymbols } from '../../../src/core/views/onnxText/symbols';
import { openNodeSource } from '../../../src/host/files/nodeSource';

const TEXT = `<ir_version: 10, opset_import: ["": 21]>
mlp (float[2, 128] X) => (float[2, 10] Y)
<float[128, 64] W1 = {}, float[64, 10] W2 = {}>
{
  ["/layers.0/mm"] H = MatMul (X, W1)
  ["/layers.0/relu"] A = Relu (H)
  ["/layers.0/id"] B = Identity (A)
  ["/head/mm"] Y = MatMul (B, W2)
}
`;

function written(): OnnxText {
  const analysis = analyseOnnxText(TEXT, 'mlp.onnxtxt');
  assert.ok(analysis.kind === 'model');
  return indexOfText(analysis, TEXT)!;
}

const at = (part: string) => TEXT.indexOf(part);

describe('what an editor shows of an ONNX text', () => {
  it('lenses: parameters, MACs, share and peak of a layer, and the heaviest operators', () => {
    const lenses = textLenses(written());
    // 128 x 64 + 64 x 10 parameters; 2 x 128 x 64 + 2 x 64 x 10 = 16,384 + 1,280 MACs.
    assert.match(lenses[0]!.title, /^8\.83 K parameters · 35\.33 kB · 17\.66 kMACs in one run/);
    const layer = lenses.filter((l) => l.offset === at('["/layers.0/mm"]'));
    // 16,384 of 17,664 is 92.8 %. X (1,024 B) and H (512 B) are held while the first product runs.
    assert.match(layer[0]!.title, /^8\.19 K parameters · 16\.38 kMACs · 92\.8 % · peak 1\.5 KiB$/);
    assert.match(layer[1]!.title, /^92\.8 % of all MACs/);
  });

  it('stands over the heaviest of very many blocks, and says so', () => {
    // 600 layers of two products each, the last one twice as wide: 2 x 64 x 64 + 2 x 64 x 64 MACs, then 2 x 64 x 128 + 2 x 128 x 64.
    const layers = 600;
    const wide = (i: number) => (i === layers - 1 ? 'V' : 'W');
    const lines = Array.from({ length: layers }, (_, i) => [
      `  ["/layers.${i}/in"] h${i} = MatMul (x${i}, ${wide(i)}1)`,
      `  ["/layers.${i}/act"] a${i} = Relu (h${i})`,
      `  ["/layers.${i}/out"] x${i + 1} = MatMul (a${i}, ${wide(i)}2)`,
    ]).flat();
    const source = `<ir_version: 10, opset_import: ["": 21]>
g (float[2, 64] x0) => (float[2, 64] x${layers})
<float[64, 64] W1 = {}, float[64, 64] W2 = {}, float[64, 128] V1 = {}, float[128, 64] V2 = {}>
{
${lines.join('\n')}
}
`;
    const analysis = analyseOnnxText(source, 'g.onnxtxt');
    assert.ok(analysis.kind === 'model');
    const lenses = textLenses(indexOfText(analysis, source)!);
    assert.match(lenses[0]!.title, / · figures over the 500 heaviest of 600 blocks$/);
    const over = (i: number) => lenses.find((l) => l.offset === source.indexOf(`["/layers.${i}/in"]`));
    assert.match(over(599)!.title, /^16\.38 K parameters · 32\.77 kMACs/);
    // Of equal ones the first in the text.
    assert.match(over(498)!.title, /^8\.19 K parameters · 16\.38 kMACs/);
    assert.equal(over(499), undefined);
  });

  it('shares are of the known MACs where some are unknown, and say so', () => {
    const source = TEXT.replace('["/layers.0/id"] B = Identity (A)', '["/layers.0/id"] B = my.own.Mixer (A)');
    const analysis = analyseOnnxText(source, 'mlp.onnxtxt');
    assert.ok(analysis.kind === 'model');
    const lenses = textLenses(indexOfText(analysis, source)!);
    const over = (part: string) => lenses.filter((l) => l.offset === source.indexOf(part));
    // What B is, is unknown: so are the MACs of the mixer and of the last product. 16,384 known ones remain.
    const [graph] = over('mlp (float');
    assert.match(graph!.title, /at least 16\.38 kMACs in one run/);
    const [layer, heavy] = over('["/layers.0/mm"]');
    assert.match(layer!.title, /at least 16\.38 kMACs · 100 % of known · /);
    assert.match(layer!.tooltip ?? '', /1 operators of unknown MACs\. The MACs of 2 operators are unknown/);
    assert.match(heavy!.title, /^100 % of known MACs · 16\.38 kMACs$/);
    assert.match(heavy!.tooltip ?? '', /shares are of the known ones/);
  });

  it('advises on the lines that cause a cost, by the verdicts of the page', () => {
    const source = `<ir_version: 10, opset_import: ["": 21]>
g (float[2, 64] input_ids) => (float[2, 64] Y)
<float[64, 64] W = {}, float[64, 64] V = {}, float[2] c = {1, 2}>
{
  d = Neg (c)
  e = Abs (d)
  H = MatMul (input_ids, W)
  S = Sigmoid (H)
  A = Mul (H, S)
  B = MatMul (A, V)
  Y = Add (B, B)
  unused = Identity (e)
}
`;
    const analysis = analyseOnnxText(source, 'g.onnxtxt');
    assert.ok(analysis.kind === 'model');
    const lenses = textLenses(indexOfText(analysis, source)!);
    const over = (part: string) =>
      lenses.filter((l) => l.offset === source.indexOf(part) && l.opens && 'technique' in l.opens);
    // 64 x 64 floats are 16,384 bytes; int8 keeps 4,096 and 5 bytes for each of 64 channels.
    assert.deepEqual(
      over('W = {}').map((l) => l.title),
      ['float16: 16.38 kB → 8.19 kB', 'int8: 16.38 kB → 4.42 kB'],
    );
    assert.deepEqual(
      over('A = Mul').map((l) => l.title),
      ['SiLU written out: one operator instead of 2'],
    );
    assert.deepEqual(
      over('unused = ')
        .concat(over('e = Abs'))
        .map((l) => l.opens),
      [],
      'nobody reads what the last of them makes',
    );
    assert.deepEqual(
      over('input_ids) =>').map((l) => l.title),
      ['Leave batch and sequence open'],
    );
    const hidden = ['onnx-int8-quantization', 'onnx-dynamic-axes'];
    const left = textLenses(indexOfText(analysis, source)!, {}, undefined, { hidden });
    assert.ok(!left.some((l) => l.opens && 'technique' in l.opens && hidden.includes(l.opens.technique)));
  });

  it('says which initializers are stored twice and which operators follow from constants', () => {
    const source = `<ir_version: 10, opset_import: ["": 21]>
g (float[n, 2] X) => (float[n, 2] Y)
<float[2] c = {1, 2}>
{
  d = Neg (c)
  e = Abs (d)
  Y = Add (X, e)
}
`;
    const analysis = analyseOnnxText(source, 'g.onnxtxt');
    assert.ok(analysis.kind === 'model');
    const found = textLenses(indexOfText(analysis, source)!).filter((l) => /constants alone/.test(l.title));
    // Neg feeds only Abs: the tensor to store in their place is what Abs makes.
    assert.deepEqual(
      found.map((l) => l.offset),
      [source.indexOf('e = Abs')],
    );
  });

  it('hovers: an operator’s costs, a value’s life, a weight’s bytes at each precision', () => {
    const text = written();
    const operator = textHover(text, at('MatMul (X'))!.markdown;
    assert.match(operator, /float\\\[2, 128\\\], float\\\[128, 64\\\] → float\\\[2, 64\\\]/);
    assert.match(operator, /MACs: 16,384/);
    // (2 x 128 + 128 x 64) floats are read, 2 x 64 written: 33,792 and 512 bytes; 2 x 16,384 FLOPs over 34,304 bytes.
    assert.match(operator, /Read: 33 KiB\n- Written: 512 B\n- Intensity: 0\.96 FLOPs\/byte/);
    assert.match(operator, /Block: layers\.0/);
    assert.match(operator, /exact; of one run, batch 1, /);
    // With an open dimension the formula stands before its number: 128 x 64 MACs for each row.
    const source = TEXT.replaceAll('[2, ', '[batch, ');
    const open = analyseOnnxText(source, 'mlp.onnxtxt');
    assert.ok(open.kind === 'model');
    const formula = textHover(indexOfText(open, source)!, source.indexOf('MatMul (X'), {
      batch: 3,
    })!.markdown;
    assert.match(formula, /MACs: 8192\\\*batch = 24,576/);
    const value = textHover(text, at('H)'))!.markdown;
    assert.match(value, /\(inferred\)/);
    assert.match(value, /Made by MatMul .*\n- Read by Relu/);
    assert.match(value, /In memory from operator 1 to/);
    const weight = textHover(text, at('W1)'))!.markdown;
    assert.match(weight, /parameter, 8,192 elements, stored 32\.77 kB/);
    assert.match(weight, /\| bf16 \| 16\.38 kB \|/);
    // 8,192 elements of 4, 2 and 1 bytes.
    assert.match(weight, /\| fp32 \| 32\.77 kB \|/);
    assert.match(weight, /\| fp8 \| 8\.19 kB \|/);
    assert.match(weight, /Read by MatMul/);
    assert.equal(textHover(text, at('ir_version')), undefined);
  });

  it('definitions and references of values, inputs and weights', () => {
    const { index } = written();
    const show = (part: string) => {
      const { value } = index.valueAt(at(part))!;
      const define = index.definitionOf(value)!;
      return [define.start, ...index.placesOf(value).map((r) => r.start)];
    };
    const h = at('H = MatMul');
    assert.deepEqual(show('H)'), [h, h, at('H)')]);
    assert.deepEqual(show('W1 ='), [at('W1 ='), at('W1 ='), at('W1)')]);
    assert.deepEqual(show('Y = MatMul'), [at('Y = MatMul'), at('Y)'), at('Y = MatMul')]);
  });

  it('an outline by layers', () => {
    const [graph] = textSymbols(written());
    assert.equal(graph!.name, 'mlp');
    assert.deepEqual(
      graph!.children.map((c) => `${c.kind} ${c.name}: ${c.detail}`),
      ['section layers.0: 3 operators'],
    );
  });

  it('the same of a binary file’s text', async () => {
    const folder = path.resolve(__dirname, '../../../media/samples');
    const open = (file: string) => openNodeSource(path.join(folder, file));
    const analysis = await analyseFile({ open }, 'text-encoder.onnx');
    assert.ok(analysis.kind === 'model');
    const text = textOfModel(analysis)!;
    const { index } = text;
    analysis.declared!.operators.forEach((op, id) => {
      const start = index.map.start[id]!;
      assert.equal(index.operatorAt(start + 1), id);
      for (const v of op.outputs) {
        const range = index.definitionOf(v)!;
        assert.equal(index.valueAt(range.start)!.value, v);
      }
    });
    assert.ok(textLenses(text).length > 1);
  });
});
