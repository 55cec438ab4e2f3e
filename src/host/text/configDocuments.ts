import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { mayBeModel } from '../../core/files/hint';
import { engine } from '../engine';
import { analyseFile } from '../files/analyseFile';
import { FolderNeighbours } from '../files/neighbours';

interface Entry {
  readonly version: number;
  /** The same promise for all who ask for this version: it is analysed once. */
  readonly analysis: Promise<Analysis | undefined>;
}

/**
 * The analyses of open configs, one per document, kept by version. The first answer comes from the text alone; what lies
 * beside it is read meanwhile, and told with `onDidChange`.
 */
export class ConfigDocuments implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly neighbours = new FolderNeighbours();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when a document's analysis is another one although its text is the same. */
  readonly onDidChange = this.changed.event;
  private readonly watching = vscode.Disposable.from(
    this.neighbours,
    this.changed,
    this.neighbours.onDidChange((folder) => this.forget(folder)),
    vscode.workspace.onDidCloseTextDocument((document) => this.entries.delete(document.uri.toString())),
  );

  /** The analysis of a document's present text; undefined when it is some other JSON. */
  analysis(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    const known = this.entries.get(key);
    const { version } = document;
    if (known?.version === version) return known.analysis;
    const analysis = this.present(document, document.getText(), known);
    if (!document.isClosed) this.entries.set(key, { version, analysis });
    return analysis;
  }

  private async present(
    document: vscode.TextDocument,
    text: string,
    last: Entry | undefined,
  ): Promise<Analysis | undefined> {
    const found = mayBeModel(text) ? await this.analyse(document, text) : undefined;
    // While the JSON is broken mid-edit nothing may be readable: what was shown last stays.
    return found ?? (isBroken(text) ? last?.analysis : undefined);
  }

  private async analyse(document: vscode.TextDocument, text: string): Promise<Analysis | undefined> {
    const { analyseConfig, withNeighbours } = await engine();
    const name = vscode.workspace.asRelativePath(document.uri);
    const alone = analyseConfig(text, name);
    if (!isOnDisk(document.uri)) return alone;
    if (alone) {
      const beside = this.neighbours.now(document.uri);
      return beside ? withNeighbours(alone, beside) : alone;
    }
    // A file that names others: what it holds is what they hold.
    const whole = await analyseFile(document.uri);
    return whole.kind === 'model' ? whole : undefined;
  }

  private forget(folder: vscode.Uri): void {
    let some = false;
    for (const key of this.entries.keys())
      if (FolderNeighbours.isIn(vscode.Uri.parse(key), folder)) some = this.entries.delete(key) || some;
    if (some) this.changed.fire();
  }

  dispose(): void {
    this.watching.dispose();
    this.entries.clear();
  }
}

/** Texts of our own, diffs and other revisions have no files beside them. */
function isOnDisk(uri: vscode.Uri): boolean {
  return (
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined &&
    !/^(git|model-efficiency)/.test(uri.scheme)
  );
}

function isBroken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
