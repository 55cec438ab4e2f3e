import type * as vscode from 'vscode';
import { openAsText } from './openAsText';

/**
 * What "Reopen With" offers as text. A custom editor cannot be a text editor: this one opens the text in its place and
 * closes itself.
 */
export class OnnxTextEditor implements vscode.CustomReadonlyEditorProvider {
  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor(document: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    await openAsText(document.uri);
    panel.dispose();
  }
}
