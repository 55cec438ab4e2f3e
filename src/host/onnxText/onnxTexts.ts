import * as vscode from 'vscode';
import type { OnnxText } from '../../core/views/onnxText/open';
import { engine } from '../engine';
import { analyseFile, nameOf } from '../files/analyseFile';

/** The scheme of texts made from binary files; the file stands in the query. Nobody can save over them. */
export const ONNX_TEXT_SCHEME = 'model-efficiency-onnx';

/** The address of a file's text; its ending gives it the language. */
export function onnxTextUri(source: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: ONNX_TEXT_SCHEME, path: `${source.path}txt`, query: source.toString() });
}

/** What is known of each open ONNX text: made with the text of a binary file, analysed anew as a written one changes. */
export class OnnxTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly printed = new Map<string, OnnxText>();
  private readonly written = new Map<
    string,
    { readonly version: number; readonly text: OnnxText | undefined }
  >();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly problems = vscode.languages.createDiagnosticCollection('modelEfficiency.onnxtxt');
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.onnx');
  private readonly watching = vscode.Disposable.from(
    this.changed,
    this.problems,
    this.watcher,
    this.watcher.onDidChange((uri) => this.changed.fire(onnxTextUri(uri))),
    vscode.workspace.onDidOpenTextDocument((document) => void this.check(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => void this.check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.printed.delete(uri.toString());
      this.written.delete(uri.toString());
      this.problems.delete(uri);
    }),
  );

  constructor() {
    for (const document of vscode.workspace.textDocuments) void this.check(document);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const analysis = await analyseFile(vscode.Uri.parse(uri.query, true));
    if (analysis.kind === 'unreadable') return `# ${analysis.message}\n`;
    const text = (await engine()).textOfModel(analysis);
    if (!text) return `# ${vscode.l10n.t('Only ONNX files have a text form.')}\n`;
    this.printed.set(uri.toString(), text);
    return text.index.text;
  }

  /** What is known of a document's present text; undefined while nothing can be read of it. */
  async of(document: vscode.TextDocument): Promise<OnnxText | undefined> {
    const key = document.uri.toString();
    if (document.uri.scheme === ONNX_TEXT_SCHEME) return this.printed.get(key);
    const known = this.written.get(key);
    if (known?.version === document.version) return known.text;
    await this.check(document);
    return this.written.get(key)?.text;
  }

  /** Analyses a written text and tells its problems where they stand. */
  private async check(document: vscode.TextDocument): Promise<void> {
    if (document.languageId !== 'onnxtxt' || document.uri.scheme === ONNX_TEXT_SCHEME) return;
    const { analyseOnnxText, indexOfText } = await engine();
    const key = document.uri.toString();
    if (document.isClosed || this.written.get(key)?.version === document.version) return;
    const source = document.getText();
    const analysis = analyseOnnxText(source, nameOf(document.uri));
    const text = analysis.kind === 'model' ? indexOfText(analysis, source) : undefined;
    this.written.set(key, { version: document.version, text });
    const found =
      analysis.kind === 'model'
        ? [...analysis.model.problems, ...analysis.costs.problems]
        : analysis.problems;
    this.problems.set(
      document.uri,
      found.map(({ severity, code, message, origin }) => {
        const [start, end] = origin?.kind === 'text' ? [origin.start, origin.end] : [0, 0];
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const diagnostic = new vscode.Diagnostic(range, message, SEVERITIES[severity]);
        diagnostic.source = 'Model Efficiency';
        diagnostic.code = code;
        return diagnostic;
      }),
    );
  }

  dispose(): void {
    this.watching.dispose();
  }
}

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  assumption: vscode.DiagnosticSeverity.Information,
} as const;
