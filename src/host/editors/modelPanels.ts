import * as vscode from 'vscode';
import { activeFile } from '../files/activeFile';
import { fileName } from '../files/openSource';
import { isText } from '../files/isText';
import { pickFiles } from '../files/pickFiles';
import { attach } from './attach';
import { serveModel } from './modelAnswers';
import type { PageServices } from './pageServices';

/** The view type of a page beside a text. */
export const MODEL_PANEL = 'modelEfficiency.page';

/** Pages beside configs: one for each file, restored when the window is. */
export class ModelPanels implements vscode.WebviewPanelSerializer {
  private readonly open = new Map<string, vscode.WebviewPanel>();

  constructor(private readonly services: PageServices) {}

  /** Shows the page of the file given, else of the active one, else of one picked: beside a text, in place of the rest. */
  async show(given?: unknown): Promise<void> {
    const uri =
      given instanceof vscode.Uri
        ? given
        : (activeFile() ?? (await pickFiles(vscode.l10n.t('The model to show'), false))[0]);
    if (!uri) return;
    if (!isText(uri)) {
      await vscode.commands.executeCommand('vscode.open', uri);
      return;
    }
    const known = this.open.get(uri.toString());
    if (known) {
      known.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.fill(vscode.window.createWebviewPanel(MODEL_PANEL, '', place, {}), uri);
  }

  /** A page that was open when the window was closed: it kept the address of its file. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as { uri?: unknown };
    if (typeof uri === 'string') this.fill(panel, vscode.Uri.parse(uri, true));
    else panel.dispose();
    return Promise.resolve();
  }

  private fill(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const key = uri.toString();
    const folder = uri.path.split('/').at(-2);
    panel.title = folder ? `${folder} · ${fileName(uri)}` : fileName(uri);
    this.open.set(key, panel);
    panel.onDidDispose(() => {
      if (this.open.get(key) === panel) this.open.delete(key);
    });
    attach(panel, this.services.extension, 'model', (tell) => serveModel(uri, this.services, tell));
  }
}
