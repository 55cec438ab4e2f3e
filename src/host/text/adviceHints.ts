import * as vscode from 'vscode';
import type { AdviceLens } from '../../core/views/adviceLenses';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import { adviceOptions } from './adviceOptions';
import type { ConfigDocuments } from './configDocuments';

/** Hints wait until typing rests. */
const REST_MS = 250;

interface Entry {
  readonly version: number;
  readonly generation: number;
  readonly hints: readonly AdviceLens[];
}

/**
 * Hints over the keys that cause a cost. The provider gives the last hints at once, each over its key as it stands now,
 * and new ones are computed when typing rests.
 */
export class AdviceHints implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  /** Counts what else decides hints: settings and the scenario. */
  private generation = 0;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('modelEfficiency')) this.renew();
      }),
      scenarios.onDidChange(() => this.renew()),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri.toString())),
    );
  }

  /** Asks for new hints; the last ones stay until these are there. */
  private renew(): void {
    this.generation++;
    this.changed.fire();
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[]> {
    if (setting('hints.show', document) === 'never') return [];
    const analysis = await this.documents.analysis(document);
    const ranges = analysis?.config?.ranges;
    if (!ranges || token.isCancellationRequested) return [];
    const key = document.uri.toString();
    const entry = this.entries.get(key);
    if (entry?.version !== document.version || entry.generation !== this.generation)
      this.plan(document, entry ? REST_MS : 0);
    return (entry?.hints ?? []).flatMap((hint) => {
      const at = ranges.get(hint.key)?.property.start;
      return at === undefined ? [] : lensesOf(document, hint, document.positionAt(at));
    });
  }

  private plan(document: vscode.TextDocument, wait: number): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.compute(document), wait),
    );
  }

  private async compute(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { generation } = this;
    const analysis = await this.documents.analysis(document);
    if (!analysis || document.isClosed || document.version !== version) return;
    const { adviceLenses } = await engine();
    const hints = adviceLenses(analysis, this.scenarios.wanted, await adviceOptions(document));
    this.entries.set(document.uri.toString(), { version, generation, hints });
    this.changed.fire();
  }

  private forget(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.entries.delete(key);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.watching.dispose();
    this.changed.dispose();
  }
}

function lensesOf(document: vscode.TextDocument, hint: AdviceLens, at: vscode.Position): vscode.CodeLens[] {
  const range = new vscode.Range(at, at);
  const args = [document.uri, hint.technique];
  const explain = {
    command: 'modelEfficiency.explain',
    title: hint.title,
    tooltip: hint.tooltip,
    arguments: args,
  };
  const attempt = { command: 'modelEfficiency.tryIt', title: vscode.l10n.t('Try it'), arguments: args };
  return [new vscode.CodeLens(range, explain), ...(hint.canTry ? [new vscode.CodeLens(range, attempt)] : [])];
}
