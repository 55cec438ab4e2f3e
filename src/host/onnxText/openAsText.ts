import * as vscode from 'vscode';
import { activeFile } from '../files/activeFile';
import { ONNX_TEXT_SCHEME, onnxTextUri } from './scheme';

/** Opens the text of the ONNX file given, else of the active one. */
export async function openAsText(given?: unknown): Promise<void> {
  const source = given instanceof vscode.Uri ? given : activeFile();
  if (!source || !/\.onnx$/i.test(source.path)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open or select an ONNX file first.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(onnxTextUri(source));
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Shows an operator's line in the text of its file, by the operator's number in the model. */
export async function revealInText(texts: RevealSource, uri: unknown, operator: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof operator !== 'number') return;
  const document = await vscode.workspace.openTextDocument(onnxTextUri(uri));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const start = (await texts.of(document))?.index.map.start[operator] ?? -1;
  if (start < 0) return;
  const at = document.positionAt(start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
}

type RevealSource = {
  of(document: vscode.TextDocument): Promise<{ index: { map: { start: Int32Array } } } | undefined>;
};

/** The page of the file whose text this is. */
export async function openPage(given?: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== ONNX_TEXT_SCHEME) return;
  await vscode.commands.executeCommand(
    'vscode.openWith',
    vscode.Uri.parse(uri.query, true),
    'modelEfficiency.onnx',
  );
}
