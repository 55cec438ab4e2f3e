import { strict as assert } from 'node:assert';
import { analyseOnnxText } from '../../../src/core/analyse';
import { placesAt } from '../../../src/core/text/namedPlaces';
import { textCompletions } from '../../../src/core/views/onnxText/completions';
import { findSymbols } from '../../../src/core/views/onnxText/findSymbols';
import { indexOfText } from '../../../src/core/views/onnxText/open';
import type { OnnxText } from '../../../src/core/views/onnxText/open';
import { textProblems } from '../../../src/core/views/onnxText/problems';
import { renameValue } from '../../../src/core/views/onnxText/rename';
import { textSignature } from '../../../src/core/views/onnxText/signatures';

function known(text: string): OnnxText {
  const analysis = analyseOnnxText(text, 'sketch.onnxtxt');
  assert.ok(analysis.kind === 'model');
  return indexOfText(analysis, text)!;
}

const HEAD = '<ir_version: 10, opset_import: ["": 21]>\n';
const MLP = `${HEAD}mlp (float[N, 784] x) => (float[N, 10] y)
<float[784, 256] w1 = {}, float[256, 10] w2 = {}>
{
  h = MatMul (x, w1)
  a = Relu (h)
  y = MatMul (a, w2)
}
`;

/** Completions at the `|` of a text; `before` is the text that was analysed last. */
function offered(text: string, before?: string) {
  const offset = text.indexOf('|');
  const source = text.replace('|', '');
  const { start, items } = textCompletions(source, offset, known(before ?? source));
  return { word: source.slice(start, offset), items, labels: items.map((i) => i.label) };
}

describe('writing an ONNX text', () => {
  it('offers operators with what they read, and the opset that brought them', () => {
    const { items, labels } = offered(MLP.replace('Relu (h)', 'Ge|'));
    const show = (label: string) => {
      const item = items.find((i) => i.label === label);
      return item && [item.detail, item.snippet];
    };
    assert.deepEqual(show('Gelu'), ['(X) → Y · from opset 20', 'Gelu (${1:X})']);
    assert.deepEqual(show('Gemm'), ['(A, B, C?) → Y · from opset 1', 'Gemm (${1:A}, ${2:B})']);
    assert.deepEqual(show('Cast')?.[1], 'Cast <to = ${1:1}> (${2:input})');
    assert.deepEqual(show('com.microsoft.Gelu'), [
      '(X) → Y · from opset 1 · com.microsoft is not imported',
      'com.microsoft.Gelu (${1:X})',
    ]);
    assert.ok(!labels.includes('Upsample'), 'opset 21 has none');
    // An older text is offered what its opset has.
    const old = offered(MLP.replace('21', '13').replace('Relu (h)', '|'));
    assert.ok(!old.labels.includes('Gelu') && old.labels.includes('Relu'));
    // What stands behind the cursor stays.
    assert.equal(
      offered(MLP.replace('Relu (h)', 'Ge| (h)')).items.find((i) => i.label === 'Gelu')!.snippet,
      'Gelu',
    );
  });

  it('offers the values that are made before, the nearest first, with their types', () => {
    const { items, word } = offered(MLP.replace('(a, w2)', '(|'), MLP);
    assert.equal(word, '');
    assert.deepEqual(
      items.map((i) => `${i.label} ${i.detail}`),
      ['a float[N, 256]', 'h float[N, 256]', 'x float[N, 784]', 'w1 float[784, 256]', 'w2 float[256, 10]'],
    );
    // The same where nothing could be read yet, without types.
    assert.deepEqual(
      textCompletions('g (float[2] x) => (y) { y = Relu (', 34).items.map((i) => i.label),
      ['x'],
    );
  });

  it('offers the attributes that an operator still lacks, and numbers for element types', () => {
    assert.deepEqual(
      offered(MLP.replace('Relu (h)', 'Gemm <alpha = 2.0, |'), MLP).items.map(
        (i) => `${i.label}: ${i.detail}`,
      ),
      ['beta: float = 1', 'transA: int = 0', 'transB: int = 0'],
    );
    const [first] = offered(MLP.replace('Relu (h)', 'Cast <|'), MLP).items;
    assert.deepEqual(
      [first!.label, first!.detail, first!.snippet],
      ['to', 'int, must be given', 'to = ${1:1}'],
    );
    const types = offered(MLP.replace('Relu (h)', 'Cast <to = |'), MLP).items;
    // TensorProto.DataType: FLOAT = 1, FLOAT16 = 10.
    assert.deepEqual(
      types
        .filter(({ label }) => /^float(16)?$/.test(label))
        .map(({ label, snippet }) => `${label} ${snippet}`),
      ['float 1', 'float16 10'],
    );
  });

  it('offers element types and fields of the head', () => {
    assert.ok(offered(`${HEAD}g (fl|) => (y) { }`, MLP).labels.includes('float16'));
    assert.deepEqual(offered('<ir_version: 10, |\ng () => () { }', MLP).labels.slice(0, 2), [
      'opset_import',
      'producer_name',
    ]);
  });

  it('answers from the last analysis in a text of 100,000 operators', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `  v${i + 1} = Relu (v${i})`);
    const text = (last: string) =>
      `${HEAD}g (float[2] v0) => (float[2] y)\n{\n${lines.join('\n')}\n${last}\n}\n`;
    const before = known(text('  y = Relu (v100000)'));
    const now = text('  y = Relu (');
    const offset = now.indexOf('y = Relu (') + 10;
    const { items, isCut } = textCompletions(now, offset, before);
    assert.deepEqual(
      items.slice(0, 2).map((i) => i.label),
      ['v100000', 'v99999'],
    );
    assert.ok(isCut && items.length <= 500);
  });

  it('shows what an operator reads, and which of it is written', () => {
    const show = (text: string) => {
      const offset = text.indexOf('|');
      const found = textSignature(text.replace('|', ''), offset, known(MLP));
      const active = found?.parameters[found.active ?? -1];
      return found && [found.label, active && found.label.slice(active.start, active.end)];
    };
    assert.deepEqual(show(MLP.replace('(a, w2)', '(a, |')), ['MatMul (A, B) → Y', 'B']);
    assert.deepEqual(show(MLP.replace('MatMul (a, w2)', 'Concat <axis = 0> (a, x, |')), [
      'Concat (inputs...) → concat_result',
      'inputs...',
    ]);
    assert.deepEqual(show(MLP.replace('(a, w2)', '(a, w2, |')), ['MatMul (A, B) → Y', undefined]);
    assert.equal(show(MLP.replace('MatMul (a, w2)', 'Unheard (|')), undefined);
  });

  it('gives a value another name wherever a graph sees it, in quotes where it must', () => {
    const text = `${HEAD}g (bool c, float[2] x) => (float[2] y)
<float[2] x2>
{
  x2 = Neg (x)
  y = If (c) <then_branch = t () => (float[2] o) { o = Add (x2, x2) }, else_branch = e () => (float[2] p) { p = Relu (x2) }>
}
`;
    const index = known(text);
    const renamed = (name: string) => {
      const found = renameValue(index, text.indexOf('x2 = Neg'), name);
      if (found?.kind !== 'edits') return found;
      return [...found.places]
        .reverse()
        .reduce((t, p) => t.slice(0, p.start) + found.text + t.slice(p.end), text);
    };
    assert.equal(renamed('minus'), text.replaceAll('x2', 'minus'));
    assert.equal(renamed('a b'), text.replaceAll('x2', '"a b"'));
    assert.equal(renamed('float'), text.replaceAll('x2', '"float"'));
    // Taken in the graph itself, and in one inside that reads the value.
    assert.deepEqual(renamed('x'), { kind: 'refused', why: 'taken', name: 'x' });
    assert.deepEqual(renamed('o'), { kind: 'refused', why: 'taken', name: 'o' });
    assert.deepEqual(renamed(' '), { kind: 'refused', why: 'empty', name: '' });
  });

  it('finds functions and their attributes, calls and uses', () => {
    const text = `${HEAD}g (float[2] x) => (float[2] y)
{
  h = local.Scaled <alpha = 2.0> (x)
  y = local.Scaled (h)
}
<domain: "local", opset_import: ["": 21]>
Scaled <alpha: float = 1.0> (x) => (y)
{
  a = Constant <value_float: float = @alpha> ()
  y = Mul (x, a)
}
`;
    const { index } = known(text);
    const lines = (part: string, shift = 0) => {
      const found = placesAt(index, text.indexOf(part) + shift);
      const line = (at: number) => text.slice(0, at).split('\n').length;
      return (
        found && [found.definition && line(found.definition.start), found.places.map((p) => line(p.start))]
      );
    };
    assert.deepEqual(lines('Scaled <alpha = 2.0'), [8, [4, 5, 8]]);
    assert.deepEqual(lines('Scaled <alpha: float'), [8, [4, 5, 8]]);
    assert.deepEqual(lines('@alpha', 2), [8, [8, 10]]);
    assert.deepEqual(lines('alpha: float'), [8, [8, 10]]);
    // Each x is that of its own graph.
    assert.deepEqual(lines('x) => (float[2] y)'), [2, [2, 4]]);
    assert.deepEqual(lines('x) => (y)'), [8, [8, 11]]);
  });

  it('finds graphs, weights and operators by a part of their names', () => {
    const find = (query: string) =>
      findSymbols(known(MLP), query).map(
        (s) => `${s.kind} ${s.name}: ${MLP.slice(s.start, s.end).split(' (')[0]}`,
      );
    assert.deepEqual(find('ML'), ['graph mlp: mlp']);
    assert.deepEqual(find('w'), ['weight w1: w1', 'weight w2: w2']);
    assert.deepEqual(find('matmul'), ['operator h: h = MatMul', 'operator y: y = MatMul']);
    assert.deepEqual(find('nothing'), []);
  });

  it('does not take a type or the name of a graph for a value', () => {
    const text = `${HEAD}x (float[2] x, float[2] "float") => (float[2] y)\n{\n  y = Add (x, "float")\n}\n`;
    const { index } = known(text);
    const of = (at: number) => placesAt(index, at)?.places.map((p) => p.start);
    assert.equal(placesAt(index, text.indexOf('x (float')), undefined);
    assert.deepEqual(of(text.indexOf('x, float')), [text.indexOf('x, float'), text.indexOf('x, "float"')]);
    assert.deepEqual(of(text.indexOf('"float")')), [text.indexOf('"float")'), text.lastIndexOf('"float"')]);
  });
});

describe('what is told of a written ONNX text', () => {
  const told = (text: string) =>
    textProblems(known(text)).map(
      ({ message, start, end, fix }) =>
        `${text.slice(start, end)}: ${message}${fix ? ` [${fix.kind} ${JSON.stringify(fix.text)}]` : ''}`,
    );
  const mended = (text: string) =>
    textProblems(known(text)).reduceRight(
      (t, { fix }) => (fix ? t.slice(0, fix.start) + fix.text + t.slice(fix.end) : t),
      text,
    );

  it('a weight without data is only declared, and one among the inputs is no weight', () => {
    const declared = MLP.replace('w1 = {}', 'w1');
    assert.deepEqual(told(declared), [
      "w1: 'w1' is only declared: nothing makes it. As a weight it is written 'float[784, 256] w1 = {}'. [addData \" = {}\"]",
      "w1: Nothing makes 'w1', a name of MatMul 'h'.",
    ]);
    assert.equal(mended(declared), MLP);
    const open = told(MLP.replace('float[784, 256] w1 = {}', 'float[M, 256] w1'));
    assert.match(open[0]!, /a number for every dimension\.$/);
    const input = `${HEAD}g (float[N, 784] x, float[784, 256] w) => (float[N, 256] y) { y = MatMul (x, w) }`;
    assert.deepEqual(told(input), [
      "w: 'w' is an input, so it is not counted as a weight. As a weight it is written 'float[784, 256] w = {}'. [addData \" = {}\"]",
    ]);
    const stored = known(mended(input)).analysis.model.weights;
    assert.deepEqual(
      stored.map((w) => w.shape),
      [[784, 256]],
    );
    // Two inputs that meet in a product of data, and inputs alone, are as they should be.
    assert.deepEqual(
      told(`${HEAD}g (float[2, 3] a, float[3, 4] b) => (float[2, 4] y) { y = MatMul (a, b) }`),
      [],
    );
    assert.deepEqual(
      told(`${HEAD}g (float[N, 3] a, float[N, 3] b) => (float[N, 3] y) { y = Add (a, b) }`),
      [],
    );
  });

  it('names what may be meant, and mends it', () => {
    const text = MLP.replace('Relu', 'Rellu').replace('y = MatMul (a, w2)', 'y = Gemm <transb = 0> (a, w2)');
    assert.deepEqual(told(text), [
      "Rellu: The standard has no operator 'Rellu': 'Relu' may be meant. [replace \"Relu\"]",
      "transb: Gemm has no attribute 'transb': 'transB' may be meant. [replace \"transB\"]",
    ]);
    assert.deepEqual(told(mended(text)), []);
  });

  it('holds operators to the opset of their text or function, to their attributes and counts', () => {
    const one = (call: string, opset = 21) =>
      told(`<ir_version: 10, opset_import: ["": ${opset}]>\ng (float[2] x) => (y) { y = ${call} }`);
    assert.deepEqual(one('Gelu (x)', 17), ['Gelu: Gelu came with opset 20; the text imports 17.']);
    assert.deepEqual(one('Upsample (x)'), [
      'Upsample: Upsample was taken out of the standard with opset 10.',
    ]);
    assert.deepEqual(one('Cast (x)'), ["Cast: Cast needs the attribute 'to'."]);
    assert.deepEqual(one('Softmax <axis = 1.5> (x)'), [
      "axis: 'axis' of Softmax is of type int, here it is of type float.",
    ]);
    assert.deepEqual(one('Relu (x, x)'), ['Relu: Relu reads (X): 2 inputs are too many.']);
    assert.match(one('Add (x)')[0]!, /^Add: Add needs its input 'B'/);
    const f = `${HEAD.replace('21', '13')}g (float[2] x) => (float[2] y) { y = l.F (x) }\n<domain: "l", opset_import: ["": 20]>\nF (x) => (y) { y = Gelu (x) }\n`;
    assert.deepEqual(told(f), []);
  });

  it('stands where it belongs: an unknown operator at its name, a wrong shape at its value', () => {
    assert.match(
      told(`${HEAD}g (float[2] x) => (y) { a = my.own.Op (x) y = my.own.Op (a) }`).join('\n'),
      /^my\.own\.Op: The operator my\.own\.Op is not known[^\n]*$/,
    );
    assert.match(
      told(MLP.replace('float[N, 10] y', 'float[N, 11] y'))[0]!,
      /^y: The file says 'y' has shape \[N, 11\]/,
    );
    // No opset: said at the graph's name, with the head to put in.
    const bare = MLP.replace(HEAD, '');
    assert.match(told(bare)[0]!, /^mlp: The text names no opset.*\[addHead/);
    assert.equal(mended(bare), MLP);
  });
});
