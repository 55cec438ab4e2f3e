import * as vscode from 'vscode';
import { activeFile } from '../files/activeFile';
import { nameOf } from '../files/analyseFile';
import type { ReportDocuments } from './reportDocuments';
import { reportUri } from './reportDocuments';

/** What the pick looks for: files of models, and configs by the names they have. */
const PICKED =
  '**/{*.onnx,*.gguf,*.safetensors,*config.json,params.json,modules.json,model_index.json,*.safetensors.index.json}';
/** What the pick offers at most. */
const MAX_PICKS = 500;

/** Opens the report of the file given, else of the active one, else of one picked. */
export async function showReport(reports: ReportDocuments, given?: unknown): Promise<void> {
  const source = given instanceof vscode.Uri ? given : (activeFile() ?? (await pickFile()));
  if (!source) return;
  const uri = reportUri(source);
  reports.renew(source);
  const document = await vscode.workspace.openTextDocument(uri);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Without VS Code's Markdown preview the text itself is readable.
    await vscode.window.showTextDocument(document, { preview: true });
  }
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles(PICKED, '**/node_modules/**', MAX_PICKS);
  const browse = { label: vscode.l10n.t('Browse…'), uri: undefined };
  const items = files
    .map((uri) => ({ label: nameOf(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await vscode.window.showQuickPick([...items, browse], {
    placeHolder: vscode.l10n.t('The model file or model config to report on'),
  });
  if (picked !== browse) return picked?.uri;
  const chosen = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Models')]: ['onnx', 'gguf', 'safetensors', 'json'] },
  });
  return chosen?.[0];
}
