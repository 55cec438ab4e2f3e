import * as vscode from 'vscode';
import { Slices } from '../../core/slices';
import type { OnnxText } from '../../core/views/onnxText/open';
import { engine } from '../engine';
import { analyseFile } from '../files/analyseFile';
import { pause } from '../inSlices';
import { Makings } from './makings';
import { ONNX_TEXT_SCHEME, onnxTextUri } from './scheme';
import { WrittenTexts } from './writtenTexts';

/** What is known of each open ONNX text: made with the text of a binary file, analysed anew as a written one changes. */
export class OnnxTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly printed = new Map<string, OnnxText>();
  readonly written = new WrittenTexts();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly made = new vscode.EventEmitter<{ readonly uri: vscode.Uri; readonly text: OnnxText }>();
  /** A text was made that no document holds yet: the editor takes it over after this. */
  readonly onDidMake = this.made.event;
  private readonly makings = new Makings();
  readonly onDidChange = this.changed.event;
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.onnx');
  private readonly watching = vscode.Disposable.from(
    this.changed,
    this.made,
    this.makings,
    this.written,
    this.watcher,
    this.watcher.onDidChange((uri) => this.changed.fire(onnxTextUri(uri))),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.printed.delete(uri.toString())),
  );

  /**
   * The text of a file, without waiting for what its operators cost: that is worked out for the lenses. Rejects when the
   * tab is closed meanwhile.
   */
  provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.makings.run(uri, (signal) => this.make(uri, signal));
  }

  private async make(uri: vscode.Uri, signal: AbortSignal): Promise<string> {
    const analysis = await analyseFile(vscode.Uri.parse(uri.query, true), { laterCosts: true, signal });
    signal.throwIfAborted();
    if (analysis.kind === 'unreadable') return `# ${analysis.message}\n`;
    const { textSteps } = await engine();
    const text = await new Slices({ pause, signal }).take(textSteps(analysis));
    if (!text) return `# ${vscode.l10n.t('Only ONNX files have a text form.')}\n`;
    this.printed.set(uri.toString(), text);
    this.made.fire({ uri, text });
    return text.index.text;
  }

  /** What is known of a document's present text; undefined while nothing can be read of it. */
  async of(document: vscode.TextDocument): Promise<OnnxText | undefined> {
    if (document.uri.scheme === ONNX_TEXT_SCHEME) return this.printed.get(document.uri.toString());
    return this.written.of(document);
  }

  dispose(): void {
    this.watching.dispose();
  }
}
