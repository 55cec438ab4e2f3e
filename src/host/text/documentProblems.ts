import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import type { ConfigDocuments } from './configDocuments';

const REST_MS = 300;

/** A sentence about a place in a document's text. */
export interface PlacedSentence {
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The line of another file that it is about: its path from the document's folder, and the line from 1. */
  readonly elsewhere?: { readonly file: string; readonly line: number };
}

/** What finds sentences for the Problems view, and what it depends on. */
export interface ProblemFinder {
  /** Name of the collection. */
  readonly name: string;
  /** A setting whose change asks for all documents again. */
  readonly setting?: string;
  /** False where nothing could be found, so that nothing need be computed. */
  wants(document: vscode.TextDocument): boolean;
  find(analysis: Analysis, document: vscode.TextDocument): Promise<readonly PlacedSentence[]>;
}

/** Keeps one collection of the Problems view up to date with the open configs, a moment after each edit. */
export class DocumentProblems implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly beside: vscode.Disposable;
  private readonly watching = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((d) => this.plan(d, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.plan(document, REST_MS)),
    vscode.workspace.onDidCloseTextDocument((d) => this.forget(d.uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const { setting } = this.finder;
      if (setting === undefined) return;
      if (event.affectsConfiguration(setting) || event.affectsConfiguration('modelEfficiency.units'))
        this.all();
    }),
  );

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly finder: ProblemFinder,
  ) {
    this.collection = vscode.languages.createDiagnosticCollection(finder.name);
    // What lies beside a config is known a moment after its text.
    this.beside = documents.onDidChange(() => this.all());
    this.all();
  }

  private all(): void {
    for (const document of vscode.workspace.textDocuments) this.plan(document, 0);
  }

  private plan(document: vscode.TextDocument, wait: number): void {
    if (document.languageId !== 'json' && document.languageId !== 'jsonc') return;
    if (!this.finder.wants(document) && !this.collection.has(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.check(document), wait),
    );
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const analysis = await this.documents.analysis(document);
    const found = analysis?.config ? await this.finder.find(analysis, document) : [];
    if (document.isClosed || document.version !== version) return;
    this.collection.set(
      document.uri,
      found.map((f) => diagnosticOf(document, f)),
    );
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.timers.get(uri.toString()));
    this.timers.delete(uri.toString());
    this.collection.delete(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.beside.dispose();
    this.watching.dispose();
    this.collection.dispose();
  }
}

function diagnosticOf(document: vscode.TextDocument, f: PlacedSentence): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(f.start), document.positionAt(f.end));
  const diagnostic = new vscode.Diagnostic(range, f.message, SEVERITIES[f.severity]);
  diagnostic.source = 'Model Efficiency';
  diagnostic.code = f.code;
  if (f.elsewhere) {
    const { file, line } = f.elsewhere;
    const there = vscode.Uri.joinPath(document.uri, '..', file);
    const at = new vscode.Location(there, new vscode.Position(line - 1, 0));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(at, file)];
  }
  return diagnostic;
}

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};
