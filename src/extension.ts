import * as vscode from 'vscode';
import { REPORT_SCHEME, ReportDocuments } from './host/commands/reportDocuments';
import { showReport } from './host/commands/showReport';
import { OnnxEditor } from './host/editors/onnxEditor';
import { ConfigDocuments } from './host/text/configDocuments';
import { ConfigHovers } from './host/text/configHovers';
import { ConfigLenses } from './host/text/configLenses';

/** Registers everything the extension offers and loads nothing heavy: the engine comes on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const json: vscode.DocumentSelector = [{ language: 'json' }, { language: 'jsonc' }];
  const configs = new ConfigDocuments();
  const lenses = new ConfigLenses(configs);
  const reports = new ReportDocuments();
  context.subscriptions.push(
    configs,
    lenses,
    reports,
    vscode.languages.registerCodeLensProvider(json, lenses),
    vscode.languages.registerHoverProvider(json, new ConfigHovers(configs)),
    vscode.window.registerCustomEditorProvider('modelEfficiency.onnx', new OnnxEditor(context.extensionUri), {
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.workspace.registerTextDocumentContentProvider(REPORT_SCHEME, reports),
    vscode.commands.registerCommand('modelEfficiency.showReport', (uri?: unknown) =>
      showReport(reports, uri),
    ),
  );
}
