import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, until } from './files';

const activeInput = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;

describe('an ONNX file', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const path of ['samples/digits-cnn.onnx', 'fixtures/broken.onnx', 'fixtures/empty.onnx']) {
    it(`${path} opens in the page by itself`, async () => {
      await vscode.commands.executeCommand('vscode.open', file(path));
      const input = await until('the custom editor', () => {
        const now = activeInput();
        return now instanceof vscode.TabInputCustom ? now : undefined;
      });
      assert.equal(input.viewType, 'modelEfficiency.onnx');
      assert.equal(input.uri.toString(), file(path).toString());
    });
  }
});
