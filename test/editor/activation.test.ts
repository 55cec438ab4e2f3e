import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'model-efficiency-lens.model-efficiency-lens';

describe('activation', () => {
  it('is found under its id, in a workspace whose path has a space and a letter beyond ASCII', () => {
    assert.ok(vscode.extensions.getExtension(id));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    assert.match(folder, /modèle efficiency$/);
  });

  it('registers every command that its manifest declares', async () => {
    const extension = vscode.extensions.getExtension(id)!;
    await extension.activate();
    const registered = await vscode.commands.getCommands(true);
    const declared: { command: string }[] = extension.packageJSON.contributes.commands;
    assert.ok(declared.length > 0);
    for (const { command } of declared) assert.ok(registered.includes(command), command);
  });
});
