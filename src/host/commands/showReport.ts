import * as vscode from 'vscode';
import { activeFile } from '../files/activeFile';
import { pickFiles } from '../files/pickFiles';
import type { ReportDocuments } from './reportDocuments';
import { reportUri } from './reportDocuments';

/** Opens the report of the file given, else of the active one, else of one picked. */
export async function showReport(reports: ReportDocuments, given?: unknown): Promise<void> {
  const source =
    given instanceof vscode.Uri
      ? given
      : (activeFile() ??
        (await pickFiles(vscode.l10n.t('The model file or model config to report on'), false))[0]);
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
