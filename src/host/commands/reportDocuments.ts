import * as vscode from 'vscode';
import { analyseFile, nameOf } from '../files/analyseFile';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';

/** The scheme of reports: documents that nobody can save over, made from the file that their query names. */
export const REPORT_SCHEME = 'model-efficiency-report';

/** The address of a file's report; its path ends in what an editor tab should say. */
export function reportUri(source: vscode.Uri): vscode.Uri {
  const name = nameOf(source).replaceAll('\\', '/').split('/').slice(-2).join(' · ');
  return vscode.Uri.from({ scheme: REPORT_SCHEME, path: `/${name} report.md`, query: source.toString() });
}

/** Provides the text of reports, anew when the file they are about changes. */
export class ReportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly watching: vscode.Disposable;

  constructor(private readonly scenarios: Scenarios) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument((document) => this.renew(document.uri)),
      scenarios.onDidChange(() => this.renewAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const is = (name: string) => event.affectsConfiguration(`modelEfficiency.${name}`);
        if (is('devices') || is('units')) this.renewAll();
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const source = vscode.Uri.parse(uri.query, true);
    const analysis = await analyseFile(source);
    const { escapeMarkdown, makeReport, ownDevices, reportMarkdown } = await engine();
    if (analysis.kind === 'unreadable') {
      return `# ${escapeMarkdown(analysis.name)}\n\n${escapeMarkdown(analysis.message)}\n`;
    }
    const { devices } = ownDevices(setting('devices', source));
    return reportMarkdown(makeReport(analysis, this.scenarios.wanted, {}, devices));
  }

  /** Makes an open report of this file anew. */
  renew(source: vscode.Uri): void {
    const report = reportUri(source).toString();
    for (const document of vscode.workspace.textDocuments) {
      if (document.uri.toString() === report) this.changed.fire(document.uri);
    }
  }

  private renewAll(): void {
    for (const document of vscode.workspace.textDocuments)
      if (document.uri.scheme === REPORT_SCHEME) this.changed.fire(document.uri);
  }

  dispose(): void {
    this.watching.dispose();
    this.changed.dispose();
  }
}
