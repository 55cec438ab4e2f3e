import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, openText, until } from './files';

const scheme = 'model-efficiency-report';

/** Runs the command and gives the report's text. */
async function report(source?: vscode.Uri): Promise<string> {
  await vscode.commands.executeCommand('modelEfficiency.showReport', source);
  const document = await until('the report', () =>
    vscode.workspace.textDocuments.find(
      (one) => one.uri.scheme === scheme && (!source || one.uri.query === source.toString()),
    ),
  );
  return document.getText();
}

describe('the report', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('holds a config’s figures, whole numbers and formulas', async () => {
    const text = await report(file('samples/llama-8b/config.json'));
    assert.match(text, /^# .*config\.json/);
    assert.match(text, /8,030,261,248/);
    assert.match(text, /\| Per token \| 128 KiB\/token/);
  });

  it('holds an ONNX file’s figures', async () => {
    const text = await report(file('samples/digits-cnn.onnx'));
    // conv 16x1x5x5 + 16, conv 32x16x5x5 + 32, dense 48x512 + 48, dense 10x48 + 10
    // = 416 + 12,832 + 24,624 + 490 = 38,362.
    assert.match(text, /38,362/);
  });

  it('is about the active file when none is given', async () => {
    const document = await openText('samples/gpt2-small/config.json');
    await vscode.commands.executeCommand('modelEfficiency.showReport');
    const found = await until('the report', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.scheme === scheme && one.uri.query === document.uri.toString(),
      ),
    );
    assert.match(found.getText(), /124,439,808/);
  });

  for (const path of ['fixtures/broken.onnx', 'fixtures/empty.onnx', 'fixtures/pointer.onnx']) {
    it(`says in a sentence why ${path} has none`, async () => {
      const lines = (await report(file(path))).trim().split('\n');
      assert.match(lines[0]!, /^# /);
      assert.ok(lines.at(-1)!.length > 10 && /[.]$/.test(lines.at(-1)!), lines.join('\n'));
    });
  }
});
