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
  ];
  for (const [line, text, scope] of cases)
    it(`${text} in: ${line.trim()}`, () => assert.equal(scopeOf(line, text), scope));
});
