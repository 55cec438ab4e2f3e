import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { ConfigDocuments } from './configDocuments';

/** What of the built-in Git extension is used. */
interface GitApi {
  getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null;
}

interface Kept {
  readonly text: string;
  readonly analysis: Analysis | undefined;
}

/** Over the first line: what the present text changes against the saved file, and against HEAD in a git repository. */
export class ConfigDifferences implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly saved = new Map<string, Kept>();
  private readonly heads = new Map<string, Promise<Analysis | undefined>>();
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.forget(document.uri.toString());
        this.changed.fire();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri.toString())),
      vscode.window.onDidChangeWindowState(() => this.heads.clear()),
      scenarios.onDidChange(() => this.changed.fire()),
    );
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[]> {
    if (!setting('lens.difference', document) || document.uri.scheme !== 'file') return [];
    const now = await this.documents.analysis(document);
    if (!now || token.isCancellationRequested) return [];
    const { differenceLine } = await engine();
    const saved = document.isDirty ? await this.savedOf(document) : undefined;
    const head = await this.headOf(document);
    const rows = [
      [vscode.l10n.t('since saved'), saved && differenceLine(saved, now, this.scenarios.wanted)],
      [vscode.l10n.t('since HEAD'), head && differenceLine(head, now, this.scenarios.wanted)],
    ] as const;
    return rows
      .filter(([, line]) => line)
      .map(([since, line]) => {
        const command = {
          command: 'modelEfficiency.showReport',
          title: `${since}: ${line}`,
          arguments: [document.uri],
        };
        return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command);
      });
  }

  private async savedOf(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    const known = this.saved.get(key);
    if (known) return known.analysis;
    const bytes = await vscode.workspace.fs.readFile(document.uri).then(
      (b) => b,
      () => undefined,
    );
    if (!bytes) return undefined;
    const text = new TextDecoder().decode(bytes);
    const analysis = (await engine()).analyseConfig(text, vscode.workspace.asRelativePath(document.uri));
    this.saved.set(key, { text, analysis });
    return analysis;
  }

  private headOf(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    const known = this.heads.get(key) ?? this.readHead(document);
    this.heads.set(key, known);
    return known;
  }

  private async readHead(document: vscode.TextDocument): Promise<Analysis | undefined> {
    try {
      const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
      const api = git?.isActive ? git.exports.getAPI(1) : undefined;
      const text = await api?.getRepository(document.uri)?.show('HEAD', document.uri.fsPath);
      if (text === undefined) return undefined;
      return (await engine()).analyseConfig(text, vscode.workspace.asRelativePath(document.uri));
    } catch {
      // Not in HEAD, or no git here: nothing to compare with.
      return undefined;
    }
  }

  private forget(key: string): void {
    this.saved.delete(key);
    this.heads.delete(key);
  }

  dispose(): void {
    this.watching.dispose();
    this.changed.dispose();
  }
}
