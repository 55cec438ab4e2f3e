import * as vscode from 'vscode';
import type { OnnxText } from '../../core/views/onnxText/open';
import { activeFile } from '../files/activeFile';
import { ONNX_TEXT_SCHEME, onnxTextUri, sourceOf } from './scheme';

/** What is known of an open text. */
interface Texts {
  of(document: vscode.TextDocument): Promise<OnnxText | undefined>;
}

/** Through which a page is told which row to show. */
interface Pages {
  showRow(uri: vscode.Uri, operator: number): void;
}

/** Opens the text of the ONNX file given, else of the active one. */
export async function openAsText(given?: unknown): Promise<void> {
  const source = given instanceof vscode.Uri ? given : activeFile();
  if (!source || !/\.onnx$/i.test(source.path)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open or select an ONNX file first.'));
    return;
  }
  await open(onnxTextUri(source));
}

/**
 * Opens a text in a tab, which stands there while the text is made: closing it ends the work. The editor shows it without
 * asking for the document first, which would go to the extension host and back.
 */
async function open(text: vscode.Uri, viewColumn?: vscode.ViewColumn): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', text, { preview: false, viewColumn });
}

/** Shows an operator's line in the text of its file, by the operator's number in the model: beside the page it is asked from. */
export async function revealInText(texts: Texts, uri: unknown, operator: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri)) return;
  const target = onnxTextUri(uri);
  const viewColumn = columnOf(({ input }) => textOf(input)?.toString() === target.toString());
  await open(target, viewColumn);
  const document = await vscode.workspace.openTextDocument(target);
  const editor = await vscode.window.showTextDocument(document, { preview: false, viewColumn });
  const start =
    typeof operator === 'number' ? ((await texts.of(document))?.index.map.start[operator] ?? -1) : -1;
  if (start < 0) return;
  const at = document.positionAt(start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
}

/**
 * The page of the file whose text this is, beside it; with the row of an operator, by default of the one whose line the
 * cursor is on.
 */
export async function openPage(
  texts: Texts,
  pages: Pages,
  given?: unknown,
  operator?: unknown,
): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const uri = given instanceof vscode.Uri ? given : active?.document.uri;
  if (uri?.scheme !== ONNX_TEXT_SCHEME) return;
  const source = sourceOf(uri);
  const here = active?.document.uri.toString() === uri.toString() ? active : undefined;
  const known = here && (await texts.of(here.document));
  const row =
    typeof operator === 'number'
      ? operator
      : here && known?.index.operatorAt(here.document.offsetAt(here.selection.active));
  if (row !== undefined) pages.showRow(source, row);
  const isPage = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputCustom && input.uri.toString() === source.toString();
  await vscode.commands.executeCommand('vscode.openWith', source, 'modelEfficiency.onnx', columnOf(isPage));
}

function textOf(input: unknown): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** The column with such a tab; beside the active one when there is none. */
function columnOf(isIt: (tab: vscode.Tab) => boolean): vscode.ViewColumn {
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isIt));
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}
