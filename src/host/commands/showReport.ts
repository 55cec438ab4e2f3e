import * as vscode from 'vscode';
import { nameOf } from '../files/analyseFile';
import type { ReportDocuments } from './reportDocuments';
import { reportUri } from './reportDocuments';

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

/** The active tab's file, when it is one that can have a report. */
function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === 'modelEfficiency.onnx') return input.uri;
  if (input instanceof vscode.TabInputText && /\.(jsonc?|onnx)$/i.test(input.uri.path)) return input.uri;
  return undefined;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/{*.onnx,*config.json}', '**/node_modules/**', MAX_PICKS);
  const browse = { label: vscode.l10n.t('Browse…'), uri: undefined };
  const items = files
    .map((uri) => ({ label: nameOf(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await vscode.window.showQuickPick([...items, browse], {
    placeHolder: vscode.l10n.t('The model config or ONNX file to report on'),
  });
  if (picked !== browse) return picked?.uri;
  const chosen = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Models')]: ['onnx', 'json'] },
  });
  return chosen?.[0];
}
