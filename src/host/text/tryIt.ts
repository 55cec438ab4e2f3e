import * as vscode from 'vscode';
import { engine } from '../engine';
import type { DifferenceNote } from '../../core/views/differenceNote';
import type { Scenarios } from '../scenario/scenarios';
import { adviceOptions } from './adviceOptions';
import type { ConfigDocuments } from './configDocuments';

/** The scheme of tried configs: shown beside the original, never written. */
export const TRY_SCHEME = 'model-efficiency-try';

const MOST_KEPT = 20;

/** What a tried config shows. */
interface Tried {
  readonly text: string;
  /** `28 layers instead of 32: parameters 8.03 B → 7.16 B`, and what of it stands behind the change. */
  readonly line: string;
  readonly note: DifferenceNote;
  /** The original, and the technique that was put in. */
  readonly original: vscode.Uri;
  readonly technique: string;
}

/**
 * Opens a config with a technique's change as a diff beside the original, the difference in cost over the changed text.
 * Applying it is the person's choice: the buttons of the diff's title, or the lens over it.
 */
export class TryIt implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, vscode.Disposable {
  private readonly tried = new Map<string, Tried>();
  /** The difference in cost behind what was changed: editors of a diff show no lenses by default. */
  private readonly note = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('descriptionForeground'), margin: '0 0 0 2ch' },
  });
  private readonly watching = vscode.window.onDidChangeVisibleTextEditors((editors) =>
    this.annotate(editors),
  );

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.tried.get(uri.toString())?.text ?? '';
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const tried = this.tried.get(document.uri.toString());
    if (!tried) return [];
    const at = new vscode.Range(0, 0, 0, 0);
    const args = [tried.original, tried.technique];
    return [
      new vscode.CodeLens(at, { command: 'modelEfficiency.explain', title: tried.line, arguments: args }),
      new vscode.CodeLens(at, {
        command: 'modelEfficiency.applyTried',
        title: vscode.l10n.t('Apply'),
        arguments: [document.uri],
      }),
    ];
  }

  /** Shows the diff; a technique that is no change of this config's keys shows its card, which says why. */
  async show(given: unknown, technique: unknown): Promise<void> {
    if (!(given instanceof vscode.Uri) || typeof technique !== 'string') return;
    const document = await vscode.workspace.openTextDocument(given);
    const made = await this.make(document, technique);
    if (!made) {
      await vscode.commands.executeCommand('modelEfficiency.explain', given, technique);
      return;
    }
    const name = given.path.split('/').at(-1) ?? 'config.json';
    const uri = vscode.Uri.from({
      scheme: TRY_SCHEME,
      path: given.path,
      query: technique,
      fragment: String(document.version),
    });
    const line = `${made.title}: ${made.difference}`;
    const { text, note } = made;
    this.tried.set(uri.toString(), { text, line, note, original: given, technique });
    for (const key of this.tried.keys()) if (this.tried.size > MOST_KEPT) this.tried.delete(key);
    await vscode.commands.executeCommand(
      'vscode.diff',
      given,
      uri,
      `${name} ↔ ${made.title}: ${made.difference.split(' · ', 1)[0]}`,
      {
        preview: true,
      },
    );
    this.annotate(vscode.window.visibleTextEditors);
  }

  /** Puts a tried change into its document as an edit that can be undone; saving stays with the person. */
  async apply(given?: unknown): Promise<boolean> {
    const tried = this.triedAt(given);
    if (!tried) return false;
    const document = await vscode.workspace.openTextDocument(tried.original);
    // The text may have been edited since: the change is made to what it is now.
    const made = await this.make(document, tried.technique);
    if (!made) return false;
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    edit.replace(tried.original, all, made.text);
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    await closeDiffs(given instanceof vscode.Uri ? given : undefined);
    await vscode.window.showTextDocument(document, { preview: false });
    return true;
  }

  /** The card of the technique that a diff tries. */
  async explain(given?: unknown): Promise<void> {
    const tried = this.triedAt(given);
    if (tried)
      await vscode.commands.executeCommand('modelEfficiency.explain', tried.original, tried.technique);
  }

  /** By the address of the tried text, or of the diff that is active. */
  private triedAt(given: unknown): Tried | undefined {
    if (given instanceof vscode.Uri) return this.tried.get(given.toString());
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? this.tried.get(input.modified.toString()) : undefined;
  }

  private async make(document: vscode.TextDocument, technique: string) {
    const analysis = await this.documents.analysis(document);
    if (!analysis) return undefined;
    const { tryText } = await engine();
    return tryText(
      analysis,
      document.getText(),
      technique,
      this.scenarios.wanted,
      await adviceOptions(document),
    );
  }

  private annotate(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const tried = this.tried.get(editor.document.uri.toString());
      if (!tried) continue;
      const { line, shown, more } = tried.note;
      const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
      const after = { contentText: more > 0 ? `${shown} · ${vscode.l10n.t('{0} more', more)}` : shown };
      // The hover has all of it.
      const hoverMessage = new vscode.MarkdownString().appendText(tried.line.replaceAll(' · ', '\n'));
      editor.setDecorations(this.note, [{ range, hoverMessage, renderOptions: { after } }]);
    }
  }

  dispose(): void {
    this.watching.dispose();
    this.note.dispose();
  }
}

/** Closes the diffs that show a tried text: what is applied is no proposal any more. */
async function closeDiffs(modified: vscode.Uri | undefined): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(
    ({ input }) =>
      input instanceof vscode.TabInputTextDiff &&
      input.modified.scheme === TRY_SCHEME &&
      (modified === undefined || input.modified.toString() === modified.toString()),
  );
  await vscode.window.tabGroups.close(shown);
}
