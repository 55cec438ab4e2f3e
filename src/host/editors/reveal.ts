import * as vscode from 'vscode';
import { isText } from '../files/isText';

/** Goes to a place in a model's text: beside the page, in the column where the text is open already. */
export async function reveal(uri: vscode.Uri, args: unknown): Promise<null> {
  const { offset, operator } = (args ?? {}) as { offset?: unknown; operator?: unknown };
  if (!isText(uri)) {
    await vscode.commands.executeCommand(
      'modelEfficiency.revealInText',
      uri,
      typeof operator === 'number' ? operator : undefined,
    );
    return null;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const options: vscode.TextDocumentShowOptions = { viewColumn: columnOf(uri) };
  if (typeof offset === 'number' && Number.isInteger(offset)) {
    const at = document.positionAt(offset);
    options.selection = new vscode.Range(at, document.lineAt(at).range.end);
  }
  await vscode.window.showTextDocument(document, options);
  return null;
}

/** The column where the text has a tab; beside the page when there is none. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  for (const group of vscode.window.tabGroups.all)
    for (const { input } of group.tabs)
      if (input instanceof vscode.TabInputText && input.uri.toString() === uri.toString())
        return group.viewColumn;
  return vscode.ViewColumn.Beside;
}
