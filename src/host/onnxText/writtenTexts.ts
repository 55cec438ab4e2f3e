import * as vscode from 'vscode';
import type { OnnxText } from '../../core/views/onnxText/open';
import type { TextProblem } from '../../core/views/onnxText/problems';
import { engine } from '../engine';
import { nameOf } from '../files/analyseFile';
import { inSlices } from '../inSlices';
import { ONNX_TEXT_SCHEME } from './scheme';

/** So long typing rests before a text is analysed anew. */
const REST_MS = 200;

interface Known {
  readonly version: number;
  readonly text: OnnxText | undefined;
  readonly problems: readonly TextProblem[];
}

/** An analysis that is to come; whoever waits for it gets that of the last version typed. */
interface Coming {
  timer: NodeJS.Timeout;
  readonly done: Promise<void>;
  readonly end: () => void;
}

/** Texts that somebody writes: analysed when typing rests, with their problems told where they stand. */
export class WrittenTexts implements vscode.Disposable {
  private readonly known = new Map<string, Known>();
  private readonly coming = new Map<string, Coming>();
  private readonly problems = vscode.languages.createDiagnosticCollection('modelEfficiency.onnxtxt');
  private readonly watching = vscode.Disposable.from(
    this.problems,
    vscode.workspace.onDidOpenTextDocument((document) => this.plan(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.plan(document, REST_MS);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri)),
  );

  constructor() {
    for (const document of vscode.workspace.textDocuments) this.plan(document, 0);
  }

  /** What is known of a document's text, as soon as typing rests; undefined when no graph can be read in it. */
  async of(document: vscode.TextDocument): Promise<OnnxText | undefined> {
    const key = document.uri.toString();
    if (this.known.get(key)?.version !== document.version && !this.coming.has(key)) this.plan(document, 0);
    await this.coming.get(key)?.done;
    const known = this.known.get(key);
    return known?.version === document.version ? known.text : undefined;
  }

  /** What was known last, maybe of the text some keys ago; waits only where nothing was known yet. */
  async last(document: vscode.TextDocument): Promise<OnnxText | undefined> {
    return (this.known.get(document.uri.toString()) ?? { text: await this.of(document) }).text;
  }

  /** What is wrong with a document's present text; nothing while it is being worked out. */
  problemsOf(document: vscode.TextDocument): readonly TextProblem[] {
    const known = this.known.get(document.uri.toString());
    return known?.version === document.version ? known.problems : [];
  }

  private plan(document: vscode.TextDocument, wait: number): void {
    if (!isWritten(document) || document.isClosed) return;
    const key = document.uri.toString();
    const coming = this.coming.get(key);
    const timer = setTimeout(() => void this.analyse(document, timer), wait);
    if (coming) {
      clearTimeout(coming.timer);
      coming.timer = timer;
      return;
    }
    let end = (): void => undefined;
    const done = new Promise<void>((resolve) => (end = resolve));
    this.coming.set(key, { timer, done, end });
  }

  private async analyse(document: vscode.TextDocument, timer: NodeJS.Timeout): Promise<void> {
    const key = document.uri.toString();
    const { version } = document;
    // A later key press has set another timer: that one ends the wait.
    const isStale = () => this.coming.get(key)?.timer !== timer || document.isClosed;
    try {
      const { analyseOnnxText, indexOfText, textProblems } = await engine();
      if (isStale()) return;
      const source = document.getText();
      const analysis = analyseOnnxText(source, nameOf(document.uri), { laterCosts: true });
      const isModel = analysis.kind === 'model';
      if (isModel && analysis.costSteps && !(await inSlices(analysis.costSteps(), isStale))) return;
      const text = isModel ? indexOfText(analysis, source) : undefined;
      const problems = text
        ? textProblems(text)
        : analysis.kind === 'unreadable'
          ? analysis.problems.map((p) => ({ ...p, ...placeOf(p) }))
          : [];
      this.known.set(key, { version, text, problems });
      this.problems.set(
        document.uri,
        problems.map((problem) => diagnostic(document, problem)),
      );
    } finally {
      if (this.coming.get(key)?.timer === timer) {
        this.coming.get(key)!.end();
        this.coming.delete(key);
      }
    }
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.coming.get(key)?.timer);
    this.coming.get(key)?.end();
    this.coming.delete(key);
    this.known.delete(key);
    this.problems.delete(uri);
  }

  dispose(): void {
    for (const { timer, end } of this.coming.values()) {
      clearTimeout(timer);
      end();
    }
    this.watching.dispose();
  }
}

function isWritten(document: vscode.TextDocument): boolean {
  return document.languageId === 'onnxtxt' && document.uri.scheme !== ONNX_TEXT_SCHEME;
}

function placeOf({ origin }: { readonly origin?: { readonly kind: string } }): {
  start: number;
  end: number;
} {
  return origin?.kind === 'text'
    ? (origin as { kind: 'text'; start: number; end: number })
    : { start: 0, end: 0 };
}

function diagnostic(
  document: vscode.TextDocument,
  { severity, code, message, start, end }: TextProblem,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const made = new vscode.Diagnostic(range, message, SEVERITIES[severity]);
  made.source = 'Model Efficiency';
  made.code = code;
  return made;
}

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  assumption: vscode.DiagnosticSeverity.Information,
} as const;
