import * as vscode from 'vscode';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { adviceOptions } from './adviceOptions';
import type { ConfigDocuments } from './configDocuments';

/** The scheme of tried configs: shown beside the original, never written. */
export const TRY_SCHEME = 'model-efficiency-try';

const MOST_KEPT = 20;

/** Opens a config with a technique's change as a diff beside the original; applying it is the person's choice. */
export class TryIt implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  async show(given: unknown, technique: unknown): Promise<void> {
    if (!(given instanceof vscode.Uri) || typeof technique !== 'string') return;
    const document = await vscode.workspace.openTextDocument(given);
    const tried = await this.tried(document, technique);
    if (!tried) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This technique is no change of this config’s keys.'),
      );
      return;
    }
    const name = given.path.split('/').at(-1) ?? 'config.json';
    const uri = vscode.Uri.from({
      scheme: TRY_SCHEME,
      path: given.path,
      query: technique,
      fragment: String(document.version),
    });
    this.texts.set(uri.toString(), tried.text);
    for (const key of this.texts.keys()) if (this.texts.size > MOST_KEPT) this.texts.delete(key);
    const title = `${name} ↔ ${tried.title}: ${tried.difference}`;
    await vscode.commands.executeCommand('vscode.diff', given, uri, title, { preview: true });
    const apply = vscode.l10n.t('Apply');
    void vscode.window
      .showInformationMessage(`${tried.title}: ${tried.difference}`, apply)
      .then((answer) => (answer === apply ? this.apply(given, technique) : undefined));
  }

  /** Puts the change into the document as an edit that can be undone; saving stays with the person. */
  async apply(given: vscode.Uri, technique: string): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(given);
    const tried = await this.tried(document, technique);
    if (!tried) return false;
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    edit.replace(given, all, tried.text);
    return vscode.workspace.applyEdit(edit);
  }

  private async tried(document: vscode.TextDocument, technique: string) {
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
}
