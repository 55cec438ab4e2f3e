import { strict as assert } from 'node:assert';
import { analyseOnnxText } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { printExpression } from '../../../../src/core/model/print';
import { readText } from '../../../../src/core/readers/onnxtxt/readText';
import type { Model } from '../../../../src/core/model/model';

const HEAD = '<ir_version: 10, opset_import: ["": 21]>\n';

function read(text: string): Model {
  const found = readText(text, 'sketch.onnxtxt');
  assert.ok(found.kind === 'model', found.kind === 'unreadable' ? found.message : '');
  return found.model;
}

function analysis(text: string): Analysis {
  const found = analyseOnnxText(text, 'sketch.onnxtxt');
  assert.ok(found.kind === 'model', found.kind === 'unreadable' ? found.message : '');
  return found;
}

/** Each problem with the text that it points at. */
function problems(text: string): string[] {
  const found = readText(text, 'x');
  const list = found.kind === 'model' ? found.model.problems : found.problems;
  return list.map(({ severity, message, origin }) => {
    const at = origin?.kind === 'text' ? text.slice(origin.start, origin.end) : '-';
    return `${severity} at ${JSON.stringify(at)}: ${message}`;
  });
}

const MLP = `${HEAD}mlp (float[N, 128] X) => (float[N, 10] Y)
<float[128, 64] W1 = {}, float[64, 10] W2 = {}>
{
  # one hidden layer
  H = MatMul (X, W1)
  A = Relu (H)
  Y = MatMul (A, W2)
}
`;

describe('ONNX text by hand', () => {
  it('has the costs that a calculation gives', () => {
    const { model, costs } = analysis(MLP);
    assert.deepEqual(model.problems, []);
    // N x 128 by 128 x 64, and N x 64 by 64 x 10.
    const macs = costs.operators.map((c) => (c.macs === undefined ? '?' : printExpression(c.macs)));
    assert.deepEqual(macs, ['8192*N', '0', '640*N']);
    // 128 x 64 + 64 x 10 elements of 4 bytes.
    assert.deepEqual(
      model.weights.map((w) => w.storage?.bytes),
      [128 * 64 * 4, 64 * 10 * 4],
    );
    assert.deepEqual(
      model.weights.map((w) => w.role),
      ['parameter', 'parameter'],
    );
    const hidden = model.values.find((v) => v.name === 'H')!;
    assert.equal(printExpression(hidden.shape![1]!), '64');
  });

  it('knows where each operator and graph stands', () => {
    const { model, places } = analysis(MLP);
    const texts = model.operators.map(({ origin }) =>
      origin?.kind === 'text' ? MLP.slice(origin.start, origin.end) : '',
    );
    assert.deepEqual(texts, ['H = MatMul (X, W1)', 'A = Relu (H)', 'Y = MatMul (A, W2)']);
    const main = places!.get(0)!;
    assert.ok(MLP.slice(main.start).startsWith('mlp (float'));
    assert.equal(MLP[main.body], '{');
    assert.equal(MLP.slice(main.end), '\n');
  });

  it('takes every kind of attribute', () => {
    const model = read(`${HEAD}g (float[2] X) => (Y) {
      Y = my.domain.Op:over <a = 1, b = 1.5, c = "t\\"x", d = [1, 2], e = [0.5, 1], f = ["p", "q"], g: ints = [],
        h = float[2] {1, 2}, i: float = 2, j = -inf, k = @outer> (X, "")
    }`);
    const op = model.operators[0]!;
    assert.deepEqual([op.domain, op.type, op.overload], ['my.domain', 'Op', 'over']);
    assert.deepEqual(
      op.inputs.map((id) => (id < 0 ? '' : model.values[id]!.name)),
      ['X', ''],
    );
    assert.deepEqual(
      Object.entries(op.attributes).map(([k, a]) => `${k} ${a.kind} ${JSON.stringify(a.value)}`),
      [
        'a int 1',
        'b float 1.5',
        'c string "t\\"x"',
        'd ints [1,2]',
        'e floats [0.5,1]',
        'f strings ["p","q"]',
        'g ints []',
        'h tensor {"dtype":"float32","shape":[2],"data":[1,2],"bytes":0}',
        'i float 2',
        'j float null',
        'k reference "outer"',
      ],
    );
  });

  it('takes sub-graphs, functions and labels', () => {
    const model = read(`${HEAD}g (bool c, float[2] X) => (float[2] Y) {
      [choice] Y = If (c) <
        then_branch = yes () => (float[2] t) { t = local.Twice <alpha = 2.0> (X) },
        else_branch = no () => (float[2] e) { e = Identity (X) }
      >
    }
    <domain: "local", opset_import: ["": 21]>
    Twice <alpha: float = 1.0> (x) => (y) { a = Constant <value_float: float = @alpha> () y = Mul (x, a) }`);
    assert.deepEqual(model.problems, []);
    assert.deepEqual(
      model.graphs.map((g) => `${g.kind} ${g.name} ${g.owner}`),
      ['main g -1', 'subgraph yes 0', 'subgraph no 0', 'function Twice -1'],
    );
    assert.equal(model.operators[0]!.name, 'choice');
    assert.deepEqual(model.functions[0]!.defaults, { alpha: { kind: 'float', value: 1 } });
    // X is seen from inside by its id.
    const x = model.graphs[0]!.inputs[1];
    assert.equal(model.operators.find((op) => op.type === 'Identity')!.inputs[0], x);
  });

  it('gives a shape to scalars, open ranks and containers as the standard does', () => {
    const model =
      read(`${HEAD}g (float s, float[] r, float[?, "a + b", 3] d, seq(float[2]) q, map(int64, float[]) m,
      optional(float[1]) o, sparse_tensor(float[3]) p, untyped) => () { }`);
    const show = (name: string) => {
      const { kind, dtype, shape, element, key } = model.values.find((v) => v.name === name)!;
      return JSON.stringify([
        kind,
        dtype,
        shape?.map((x) => (x === undefined ? '?' : printExpression(x))),
        element,
        key,
      ]);
    };
    assert.equal(show('s'), '["tensor","float32",[],null,null]');
    assert.equal(show('r'), '["tensor","float32",null,null,null]');
    assert.equal(show('d'), '["tensor","float32",["?","a + b","3"],null,null]');
    assert.match(show('q'), /sequence.*"shape":\[2\]/);
    assert.match(show('m'), /map.*int64/);
    assert.match(show('o'), /optional/);
    assert.match(show('p'), /sparse/);
    assert.match(show('untyped'), /tensor/);
  });

  it('assumes a present opset where the text names none, and says so', () => {
    const model = read('g (float[2] X) => (Y) { Y = Relu (X) }');
    assert.equal(model.opsets[''], 21);
    assert.deepEqual(
      model.problems.map((p) => [p.severity, p.code]),
      [['assumption', 'onnxtxt.opset']],
    );
  });

  it('tells a broken statement with its place, and reads the others', () => {
    const text = `${HEAD}g (float[2, 3] X) => (Z) {
  A = Relu (X
  B = Relu (X)
  C = Softmax <axis = > (B)
  = = =
  Z = Add (B, Nothing)
}`;
    assert.deepEqual(problems(text), [
      "error at \"B\": ')' is missing after the inputs of Relu: there is 'B'.",
      'error at ">": A value is missing: there is \'>\'.',
      "error at \"=\": The operator's type is missing: there is '='.",
      "warning at \"Nothing\": Nothing makes 'Nothing', a name of Add 'Z'.",
    ]);
    const types = read(text).operators.map((op) => op.type);
    assert.deepEqual(types, ['Relu', 'Softmax', 'Add']);
  });

  it('says what is wrong with types, data and heads', () => {
    const at = (graph: string) => problems(`${HEAD}${graph}`);
    assert.deepEqual(at('g (flaot[2] X) => () { }'), ["error at \"[\": ',' or ')' is missing before '['."]);
    assert.deepEqual(at('g () => () <float[N] w = {1}> { }'), [
      'error at "{": Every dimension of a tensor with data must be a number.',
    ]);
    assert.deepEqual(at('g () => () <int64[2] w = {1, 2, 3}> { }'), [
      'warning at "1, 2, 3}": \'w\' has 3 elements in the text, its shape holds 2.',
    ]);
    assert.deepEqual(at('g () => () <int64[2] w = {...}> { }'), [
      "warning at \"...\": The standard's parser does not know '...': leave the data out as {}.",
    ]);
    assert.deepEqual(problems('<ir_versoin: 8>\ng () => () { }'), [
      'error at "ir_versoin:": \'ir_versoin\' is no field of a head: they are ir_version, opset_import, producer_name, ' +
        'producer_version, domain, model_version, doc_string, metadata_props.',
    ]);
    assert.deepEqual(problems('g (X) => (Y) { Y = Relu (X)').slice(0, 1), [
      'error at "": The \'}\' after the operators is missing.',
    ]);
  });

  it('names what it is not when there is no graph', () => {
    const found = readText('Hello, world', 'x');
    assert.equal(found.kind, 'unreadable');
    assert.ok(found.kind === 'unreadable' && found.message.endsWith('.') && found.problems.length === 1);
  });

  it('points at a name that is made twice or read too early', () => {
    const text = `${HEAD}g (float[2] X) => (B) {\n  B = Relu (A)\n  A = Relu (X)\n  A = Relu (X)\n}`;
    assert.deepEqual(problems(text).filter((p) => p.includes("'A'")).length > 0, true);
    assert.match(problems(text).join('\n'), /warning at "A": .*before it is made/);
    assert.match(problems(text).join('\n'), /warning at "A": The name 'A' is given twice/);
  });
});
