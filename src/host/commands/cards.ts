import * as vscode from 'vscode';
import { activeFile } from '../files/activeFile';
import { analyseFile } from '../files/analyseFile';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';

/** The scheme of technique cards, and of the list of all techniques, for one file. */
export const CARD_SCHEME = 'model-efficiency-card';

/** Text of cards: what a technique does for the file that the query names. */
export class Cards implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly watching: vscode.Disposable;

  constructor(private readonly scenarios: Scenarios) {
    this.watching = scenarios.onDidChange(() => {
      for (const document of vscode.workspace.textDocuments)
        if (document.uri.scheme === CARD_SCHEME) this.changed.fire(document.uri);
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const source = vscode.Uri.parse(uri.query, true);
    const analysis = await analyseFile(source);
    const { allTechniquesMarkdown, escapeMarkdown, ownDevices, techniqueCard } = await engine();
    if (analysis.kind === 'unreadable')
      return `# ${escapeMarkdown(analysis.name)}\n\n${escapeMarkdown(analysis.message)}\n`;
    const options = { devices: ownDevices(setting('devices', source)).devices };
    if (uri.fragment === '') return allTechniquesMarkdown(analysis, this.scenarios.wanted, options);
    return techniqueCard(analysis, uri.fragment, this.scenarios.wanted, options) ?? '';
  }

  dispose(): void {
    this.watching.dispose();
    this.changed.dispose();
  }
}

/** Opens the card of a technique for a file, or the list of all. */
export async function showCard(given: unknown, technique?: unknown): Promise<void> {
  const source = given instanceof vscode.Uri ? given : activeFile();
  if (!source) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a model file or a model config first.'));
    return;
  }
  const id = typeof technique === 'string' ? technique : '';
  const name = id === '' ? vscode.l10n.t('techniques') : id;
  const file = source.path.split('/').slice(-2).join(' · ');
  const uri = vscode.Uri.from({
    scheme: CARD_SCHEME,
    path: `/${file} ${name}.md`,
    query: source.toString(),
    fragment: id,
  });
  const document = await vscode.workspace.openTextDocument(uri);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Without VS Code's Markdown preview the text itself is readable.
    await vscode.window.showTextDocument(document, { preview: true });
  }
}
