import * as vscode from 'vscode';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { ConfigDocuments } from './configDocuments';

/** One line of figures over the first line of a model config; a click opens the report. */
export class ConfigLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('modelEfficiency')) this.changed.fire();
      }),
      scenarios.onDidChange(() => this.changed.fire()),
      documents.onDidChange(() => this.changed.fire()),
    );
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[]> {
    if (!setting('lens.enabled', document)) return [];
    const analysis = await this.documents.analysis(document);
    if (!analysis || token.isCancellationRequested) return [];
    const { summaryLens } = await engine();
    const lens = summaryLens(analysis, this.scenarios.wanted);
    const command: vscode.Command = {
      command: 'modelEfficiency.showReport',
      title: lens.title,
      tooltip: lens.tooltip,
      arguments: [document.uri],
    };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }

  dispose(): void {
    this.watching.dispose();
    this.changed.dispose();
  }
}
