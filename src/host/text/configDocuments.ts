import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { mayBeModel } from '../../core/files/hint';
import { engine } from '../engine';

interface Entry {
  readonly version: number;
  readonly analysis: Analysis | undefined;
}

/** The analyses of open configs, one per document, kept by version. */
export class ConfigDocuments implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly closing = vscode.workspace.onDidCloseTextDocument((document) =>
    this.entries.delete(document.uri.toString()),
  );

  /** The analysis of a document's present text; undefined when it is some other JSON. */
  async analysis(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    const known = this.entries.get(key);
    const { version } = document;
    if (known?.version === version) return known.analysis;
    const text = document.getText();
    const found = mayBeModel(text)
      ? (await engine()).analyseConfig(text, vscode.workspace.asRelativePath(document.uri))
      : undefined;
    // While the JSON is broken mid-edit nothing may be readable: what was shown last stays.
    const analysis = found ?? (isBroken(text) ? known?.analysis : undefined);
    if (!document.isClosed) this.entries.set(key, { version, analysis });
    return analysis;
  }

  dispose(): void {
    this.closing.dispose();
    this.entries.clear();
  }
}

function isBroken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
