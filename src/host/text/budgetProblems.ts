import * as vscode from 'vscode';
import { engine } from '../engine';
import { setting } from '../settings';
import type { ConfigDocuments } from './configDocuments';

const REST_MS = 300;

/** Budgets that a config breaks, as warnings on the key that decides the figure. */
export class BudgetProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('modelEfficiency.budgets');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly watching = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((d) => this.plan(d, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.plan(document, REST_MS)),
    vscode.workspace.onDidCloseTextDocument((d) => this.forget(d.uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('modelEfficiency.budgets')) this.all();
    }),
  );

  constructor(private readonly documents: ConfigDocuments) {
    this.all();
  }

  private all(): void {
    for (const document of vscode.workspace.textDocuments) this.plan(document, 0);
  }

  private plan(document: vscode.TextDocument, wait: number): void {
    if (document.languageId !== 'json' && document.languageId !== 'jsonc') return;
    const any = Object.keys(setting('budgets', document)).length > 0;
    if (!any && !this.collection.has(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.check(document), wait),
    );
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const analysis = await this.documents.analysis(document);
    if (document.isClosed || !analysis?.config) return;
    const { budgetsOf, exceededBudgets } = await engine();
    const { ranges } = analysis.config;
    const found = exceededBudgets(analysis, budgetsOf(setting('budgets', document))).map((e) => {
      const key = e.keys.find((k) => ranges.has(k));
      const at = key ? ranges.get(key)!.property : { start: 0, end: 1 };
      const range = new vscode.Range(document.positionAt(at.start), document.positionAt(at.end));
      const severity =
        e.kind === 'exceeded' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
      const diagnostic = new vscode.Diagnostic(range, e.message, severity);
      diagnostic.source = 'Model Efficiency';
      diagnostic.code = e.budget;
      return diagnostic;
    });
    this.collection.set(document.uri, found);
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.timers.get(uri.toString()));
    this.timers.delete(uri.toString());
    this.collection.delete(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.watching.dispose();
    this.collection.dispose();
  }
}
