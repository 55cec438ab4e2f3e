import * as vscode from 'vscode';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import { adviceOptions } from './adviceOptions';
import type { ConfigDocuments } from './configDocuments';
import { innermostKey } from './innermostKey';

/** What the key under the mouse costs, with the formula and the numbers put in. */
export class ConfigHovers implements vscode.HoverProvider {
  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled', document)) return undefined;
    const analysis = await this.documents.analysis(document);
    if (!analysis?.config || token.isCancellationRequested) return undefined;
    const path = innermostKey(analysis.config.ranges, document.offsetAt(position));
    if (path === undefined) return undefined;
    const { keyHover } = await engine();
    const markdown = keyHover(analysis, path, this.scenarios.wanted, await adviceOptions(document));
    if (markdown === undefined) return undefined;
    const { start, end } = analysis.config.ranges.get(path)!.property;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    // Untrusted text: no command links, no HTML.
    return new vscode.Hover(new vscode.MarkdownString(markdown), range);
  }
}
