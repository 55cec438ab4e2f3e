import * as vscode from 'vscode';
import { activeFile } from '../files/activeFile';
import { FileWatch } from '../files/fileWatch';
import { pickFiles } from '../files/pickFiles';
import type { Scenarios } from '../scenario/scenarios';
import { engine } from '../engine';
import { setting } from '../settings';
import { analyseFile } from '../files/analyseFile';
import type { Served } from './attach';
import { attach } from './attach';
import { devicesFor } from './pageServices';
import { pageWords } from './pageWords';
import type { PageNotice } from '../../protocol/pageAsks';

/** The view type of a page that compares. */
export const COMPARISON_PANEL = 'modelEfficiency.comparison';

/** Pages that show models side by side. */
export class ComparisonPanels implements vscode.WebviewPanelSerializer {
  constructor(
    private readonly extension: vscode.Uri,
    private readonly scenarios: Scenarios,
  ) {}

  /** Compares the files given with others that are picked; without any, the active one with others. */
  async show(given?: unknown, more?: unknown): Promise<void> {
    const from = Array.isArray(more) ? more : Array.isArray(given) ? given : [given];
    const first = from.filter((uri): uri is vscode.Uri => uri instanceof vscode.Uri);
    const active = first.length === 0 ? activeFile() : undefined;
    const start = active ? [active] : first;
    const picked = start.length > 1 ? [] : await pickFiles(vscode.l10n.t('Models to compare'), true, start);
    const all = [...start, ...picked];
    if (all.length < 2) return;
    const panel = vscode.window.createWebviewPanel(COMPARISON_PANEL, '', vscode.ViewColumn.Active, {});
    this.fill(panel, all);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uris } = (state ?? {}) as { uris?: unknown };
    const list = Array.isArray(uris) ? uris.filter((uri): uri is string => typeof uri === 'string') : [];
    if (list.length > 0)
      this.fill(
        panel,
        list.map((uri) => vscode.Uri.parse(uri, true)),
      );
    else panel.dispose();
    return Promise.resolve();
  }

  private fill(panel: vscode.WebviewPanel, uris: readonly vscode.Uri[]): void {
    panel.title = vscode.l10n.t('Comparison of models');
    attach(panel, this.extension, 'comparison', (tell) => serveComparison(uris, this.scenarios, tell));
  }
}

function serveComparison(
  first: readonly vscode.Uri[],
  scenarios: Scenarios,
  tell: (notice: PageNotice) => void,
): Served {
  let uris = [...first];
  const watches = new Map<string, FileWatch>();
  const watch = (uri: vscode.Uri) => {
    const one = new FileWatch(uri);
    one.onDidChange(() => tell({ notice: 'changed' }));
    watches.set(uri.toString(), one);
  };
  uris.forEach(watch);
  const following = vscode.Disposable.from(
    scenarios.onDidChange(() => tell({ notice: 'scenario' })),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('modelEfficiency.units')) tell({ notice: 'changed' });
    }),
  );
  return {
    end: {
      dispose: () => {
        following.dispose();
        for (const one of watches.values()) one.dispose();
      },
    },
    answers: {
      words: pageWords,
      comparison: async () => {
        const { compareModels } = await engine();
        const compared = await Promise.all(
          uris.map(async (uri) => ({ uri: uri.toString(), analysis: await analyseFile(uri) })),
        );
        const [one] = uris;
        const devices = one ? await devicesFor(one) : [];
        const comparison = compareModels(compared, scenarios.wanted, { devices });
        return {
          ...comparison,
          units: setting('units'),
        };
      },
      compareAdd: async () => {
        for (const uri of await pickFiles(vscode.l10n.t('Models to compare'), true, uris)) {
          uris.push(uri);
          watch(uri);
        }
        tell({ notice: 'changed' });
        return null;
      },
      compareRemove: (args) => {
        const { uri } = (args ?? {}) as { uri?: unknown };
        uris = uris.filter((one) => one.toString() !== uri);
        if (typeof uri === 'string') watches.get(uri)?.dispose();
        tell({ notice: 'changed' });
        return Promise.resolve(null);
      },
    },
  };
}
