/** The grammar of the ONNX text form, by its tokens. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import { CONTAINER_WORDS, ELEMENT_TYPES } from '../../src/core/text/words';
import { INITIAL, Registry, parseRawGrammar } from 'vscode-textmate';

const file = path.resolve(__dirname, '../../syntaxes/onnxtxt.tmLanguage.json');

describe('the grammar of ONNX text', () => {
  let grammar: IGrammar;

  before(async () => {
    await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (sources) => new OnigScanner(sources),
        createOnigString: (text) => new OnigString(text),
      }),
      loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), file)),
    });
    grammar = (await registry.loadGrammar('source.onnxtxt'))!;
  });

  /** The innermost scope of the first token that is this text. */
  function scopeOf(line: string, text: string): string {
    const token = grammar
      .tokenizeLine(line, INITIAL)
      .tokens.find((t) => line.slice(t.startIndex, t.endIndex) === text);
    assert.ok(token, `'${text}' is no token of: ${line}`);
    return token.scopes.at(-1)!;
  }

  const cases: readonly (readonly [line: string, text: string, scope: string])[] = [
    ['<ir_version: 8, opset_import: ["" : 17]>', 'ir_version', 'keyword.other.onnxtxt'],
    ['<ir_version: 8, opset_import: ["" : 17]>', '17', 'constant.numeric.onnxtxt'],
    ['agraph (float[N, 128] X) => (float[N, 10] C) {', 'float', 'storage.type.onnxtxt'],
    ['agraph (float[N, 128] X) => (float[N, 10] C) {', '=>', 'keyword.operator.arrow.onnxtxt'],
    ['  T = MatMul(X, W)', 'MatMul', 'entity.name.function.onnxtxt'],
    ['  T = MatMul(X, W)', 'W', 'variable.other.onnxtxt'],
    ['  Y = com.microsoft.Gelu(X)', 'com.microsoft.', 'entity.name.namespace.onnxtxt'],
    ['  Y = Softmax <axis = -1> (X)', 'axis', 'variable.parameter.onnxtxt'],
    ['  Y = Softmax <axis = -1> (X)', '-1', 'constant.numeric.onnxtxt'],
    ['  # layers.0', '# layers.0', 'comment.line.number-sign.onnxtxt'],
    // The standard knows no other comment: two slashes begin none.
    ['  Y = Relu (X) // no comment', 'comment', 'variable.other.onnxtxt'],
    ['  Y = Relu (X)  # float[2] inferred', '# float[2] inferred', 'comment.line.number-sign.onnxtxt'],
    // Types, with symbolic and unknown dimensions.
    ['g (int64[batch, "a + 1", ?, 4] ids) => ()', 'int64', 'storage.type.onnxtxt'],
    ['g (int64[batch, "a + 1", ?, 4] ids) => ()', 'batch', 'variable.other.onnxtxt'],
    ['g (int64[batch, "a + 1", ?, 4] ids) => ()', 'a + 1', 'string.quoted.double.onnxtxt'],
    ['g (int64[batch, "a + 1", ?, 4] ids) => ()', '4', 'constant.numeric.onnxtxt'],
    ['g (int64[batch, "a + 1", ?, 4] ids) => ()', 'ids', 'variable.other.onnxtxt'],
    ['  seq(map(int64, float[])) table', 'seq', 'storage.type.onnxtxt'],
    ['  seq(map(int64, float[])) table', 'map', 'storage.type.onnxtxt'],
    ['  sparse_tensor(float16[2, 3]) s = {}', 'sparse_tensor', 'storage.type.onnxtxt'],
    ['  float8e4m3fn[64] scale = {}', 'float8e4m3fn', 'storage.type.onnxtxt'],
    ['  float scalar = {0.5}', 'float', 'storage.type.onnxtxt'],
    ['  float scalar = {0.5}', 'scalar', 'variable.other.onnxtxt'],
    ['  float w = {-1.5e-05}', '-1.5e-05', 'constant.numeric.onnxtxt'],
    // Attributes of every kind.
    ['  Y = Conv <pads = [1, 1], group = 1> (X, W)', 'pads', 'variable.parameter.onnxtxt'],
    ['  Y = Conv <pads = [1, 1], group = 1> (X, W)', 'group', 'variable.parameter.onnxtxt'],
    ['  Y = Cast <to: int = 1> (X)', 'to', 'variable.parameter.onnxtxt'],
    ['  Y = Pad <mode = "edge"> (X)', 'mode', 'variable.parameter.onnxtxt'],
    ['  Y = Pad <mode = "edge"> (X)', 'edge', 'string.quoted.double.onnxtxt'],
    ['  Y = Act <alpha = @alpha> (X)', 'alpha', 'variable.parameter.onnxtxt'],
    // Texts in quotes, with escapes and signs that mean something elsewhere.
    ['  ["/a/\\"b\\" # c"] Y = Relu (X)', '\\"', 'constant.character.escape.onnxtxt'],
    ['  ["/a/\\"b\\" # c"] Y = Relu (X)', ' # c', 'string.quoted.double.onnxtxt'],
    ['  ["/a/\\"b\\" # c"] Y = Relu (X)', 'Relu', 'entity.name.function.onnxtxt'],
    // Sub-graphs and functions.
    ['    then_branch = yes () => (float[2] A)', 'yes', 'entity.name.function.onnxtxt'],
    ['    then_branch = yes () => (float[2] A)', '=>', 'keyword.operator.arrow.onnxtxt'],
    ['  domain: "local",', 'domain', 'keyword.other.onnxtxt'],
    ['Twice <alpha, beta = 0.5> (x) => (y)', 'Twice', 'entity.name.function.onnxtxt'],
    ['Twice <alpha, beta = 0.5> (x) => (y)', 'beta', 'variable.parameter.onnxtxt'],
    ['  Y = local.Twice:v2 <alpha = 1.0> (X)', 'local.', 'entity.name.namespace.onnxtxt'],
    ['  Y = local.Twice:v2 <alpha = 1.0> (X)', 'v2', 'entity.name.function.overload.onnxtxt'],
    // Attributes by what stands before them, whatever their value is; values and outputs are none.
    [
      '  Y = If (C) <then_branch = yes () => (float[2] A) { A = Relu (S) }>',
      'then_branch',
      'variable.parameter.onnxtxt',
    ],
    ['  Y = If (C) <then_branch = yes () => (float[2] A) { A = Relu (S) }>', 'A', 'variable.other.onnxtxt'],
    [
      '  Y = If (C) <a = f () => (float[2] A) <float[2] w = {1}> { A = Relu (w) }>',
      'w',
      'variable.other.onnxtxt',
    ],
    ['  Y = Constant <value = float[2] {1, 2}> ()', 'value', 'variable.parameter.onnxtxt'],
    ['  Y = Constant <value = float[2] {1, 2}> ()', 'float', 'storage.type.onnxtxt'],
    ['  a, b = Split <num_outputs = 2> (X)', 'b', 'variable.other.onnxtxt'],
    ['  Y = Cast <to: int = 1> (X)', 'int', 'storage.type.attribute.onnxtxt'],
    ['  Y = Op <axes: ints = [], to: int = 1> (X)', 'axes', 'variable.parameter.onnxtxt'],
    ['  Y = Act <alpha = @beta> (X)', 'beta', 'variable.parameter.onnxtxt'],
    ['  Y = Act <alpha = @beta> (X)', '@', 'keyword.operator.reference.onnxtxt'],
    ['  [product] Y = MatMul (X, W)', 'product', 'entity.name.label.onnxtxt'],
    ['  Y = Clip <max = -inf> (X)', '-inf', 'constant.numeric.onnxtxt'],
    // A name is letters, digits and _: nothing else belongs to it.
    ['  T = Sub (a, b)', 'a', 'variable.other.onnxtxt'],
    ['g (float[n] x)=>(y)', '=>', 'keyword.operator.arrow.onnxtxt'],
    ['<metadata_props: ["author": "me", "k": "v"]>', 'metadata_props', 'keyword.other.onnxtxt'],
    ['<overload: "v2", opset_import: ["": 21]>', 'overload', 'keyword.other.onnxtxt'],
    ['g (map(int64, float) m, optional(float) o, opaque(a, b) q) => ()', 'int64', 'storage.type.onnxtxt'],
    ['g (map(int64, float) m, optional(float) o, opaque(a, b) q) => ()', 'optional', 'storage.type.onnxtxt'],
    ['g (map(int64, float) m, optional(float) o, opaque(a, b) q) => ()', 'opaque', 'storage.type.onnxtxt'],
    ['<float[2] w = ["location": "w.bin"], float[2] h>', 'location', 'string.quoted.double.onnxtxt'],
    ['<float[2] w = ["location": "w.bin"], float[2] h>', 'h', 'variable.other.onnxtxt'],
    ['<float[2] w = {1}, float[2] h>', 'w', 'variable.other.onnxtxt'],
    ['  Y = local.Twice:v2 <alpha = 1.0> (X)', 'Twice', 'entity.name.function.onnxtxt'],
  ];
  it('a sub-graph’s stored tensors and bodies end where they end, over lines', () => {
    const lines = [
      'Y = If (C) <',
      '  then_branch = yes () => (float[2] A)',
      '  <float[2] w = {1, 2}>',
      '  { A, B = Split <axis = 0> (w) },',
      '  else_branch = no () => (float[2] A) { A = Neg (X) }',
      '>',
      'Z = Relu (Y)',
    ];
    const scopes = new Map<string, string>();
    let state = INITIAL;
    lines.forEach((line, i) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      for (const t of tokens) {
        const text = line.slice(t.startIndex, t.endIndex).trim();
        if (text !== '') scopes.set(`${i} ${text}`, t.scopes.at(-1)!);
      }
    });
    assert.equal(scopes.get('1 then_branch'), 'variable.parameter.onnxtxt');
    assert.equal(scopes.get('2 w'), 'variable.other.onnxtxt');
    assert.equal(scopes.get('3 B'), 'variable.other.onnxtxt');
    assert.equal(scopes.get('3 axis'), 'variable.parameter.onnxtxt');
    assert.equal(scopes.get('4 else_branch'), 'variable.parameter.onnxtxt');
    assert.equal(scopes.get('6 Z'), 'variable.other.onnxtxt');
    assert.equal(scopes.get('6 Relu'), 'entity.name.function.onnxtxt');
  });

  it('every word of the standard’s types is a type', () => {
    for (const [word] of ELEMENT_TYPES)
      assert.equal(scopeOf(`g (${word}[2] x) => ()`, word), 'storage.type.onnxtxt', word);
    for (const word of CONTAINER_WORDS)
      assert.equal(scopeOf(`g (${word}(float) x) => ()`, word), 'storage.type.onnxtxt', word);
  });

  it('words, brackets and indentation are those of the syntax', () => {
    const { wordPattern, indentationRules, autoClosingPairs } = JSON.parse(
      readFileSync(path.resolve(file, '../onnxtxt.language-configuration.json'), 'utf8'),
    ) as {
      wordPattern: string;
      indentationRules: Record<'increaseIndentPattern' | 'decreaseIndentPattern', string>;
      autoClosingPairs: readonly { readonly open: string }[];
    };
    // A double click takes a whole name: with its domain, with its path, without its quotes and brackets.
    const word = (line: string, part: string) =>
      [...line.matchAll(new RegExp(wordPattern, 'g'))].find((m) => m[0].includes(part))?.[0];
    assert.equal(word('y = com.microsoft.Gelu <a = 1> (x)', 'Gelu'), 'com.microsoft.Gelu');
    assert.equal(word('["/layers.0/mm"] y = MatMul ("/a/b", w)', 'layers'), '/layers.0/mm');
    assert.equal(word('float[N, 128] x', 'float'), 'float');
    assert.equal(word('alpha = @beta', 'beta'), 'beta');
    assert.equal(word('w = {-1.5e-05}', '1.5'), '-1.5e-05');
    const more = new RegExp(indentationRules.increaseIndentPattern);
    for (const line of ['{', 'y = If (c) <', 'g (', '<', 'y = Add (  # two', '[ "a" ] y = Op ('])
      assert.ok(more.test(line), line);
    for (const line of ['y = Relu (x)', '# a list (', 'g (float x) => (y)', 'y = Op <a = "(">'])
      assert.ok(!more.test(line), line);
    const less = new RegExp(indentationRules.decreaseIndentPattern);
    assert.ok(less.test('  }') && less.test('>') && !less.test('y = Relu (x)'));
    assert.deepEqual(
      autoClosingPairs.map((p) => p.open),
      ['{', '[', '(', '<', '"'],
    );
  });

  for (const [line, text, scope] of cases)
    it(`${text} in: ${line.trim()}`, () => assert.equal(scopeOf(line, text), scope));
});
