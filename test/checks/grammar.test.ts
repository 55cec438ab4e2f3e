/** The grammar of the ONNX text form, by its tokens. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
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
    ['  Y = local.Twice:v2 <alpha = 1.0> (X)', 'Twice', 'entity.name.function.onnxtxt'],
  ];
  for (const [line, text, scope] of cases)
    it(`${text} in: ${line.trim()}`, () => assert.equal(scopeOf(line, text), scope));
});
