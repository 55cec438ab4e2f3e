import * as vscode from 'vscode';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { adviceOptions } from './adviceOptions';
import type { ConfigDocuments } from './configDocuments';
import { innermostKey } from './innermostKey';
import { TRY_SCHEME } from './tryIt';

const MOST = 4;

/** The light bulb on a key: try or explain the techniques that act on it, hide their hints. */
export class AdviceActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.RefactorRewrite, vscode.CodeActionKind.Empty];

  constructor(
    private readonly documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    _context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (document.uri.scheme === TRY_SCHEME) return [];
    const analysis = await this.documents.analysis(document);
    if (!analysis?.config || token.isCancellationRequested) return [];
    const key = innermostKey(analysis.config.ranges, document.offsetAt(range.start));
    if (key === undefined) return [];
    const { adviceOnKey, adviceLine, canTry } = await engine();
    const found = adviceOnKey(analysis, key, this.scenarios.wanted, await adviceOptions(document)).slice(
      0,
      MOST,
    );
    return found.flatMap((advice) => {
      const args = [document.uri, advice.id];
      const { title } = advice.technique;
      const actions: vscode.CodeAction[] = [];
      if (canTry(advice))
        actions.push(
          action(
            vscode.l10n.t('Try it: {0}', adviceLine(advice)),
            'modelEfficiency.tryIt',
            args,
            AdviceActions.kinds[0]!,
          ),
        );
      actions.push(
        action(
          vscode.l10n.t('Explain: {0}', title),
          'modelEfficiency.explain',
          args,
          AdviceActions.kinds[1]!,
        ),
        action(
          vscode.l10n.t('Never hint at: {0}', title),
          'modelEfficiency.hideHint',
          [advice.id],
          AdviceActions.kinds[1]!,
        ),
      );
      return actions;
    });
  }
}

function action(
  title: string,
  command: string,
  args: unknown[],
  kind: vscode.CodeActionKind,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.command = { command, title, arguments: args };
  return made;
}

/** Puts a technique on the list of those never hinted at, for all workspaces. */
export async function hideHint(id: unknown): Promise<void> {
  if (typeof id !== 'string') return;
  const settings = vscode.workspace.getConfiguration('modelEfficiency');
  const hidden = settings.get<unknown>('hints.hidden');
  const list: readonly unknown[] = Array.isArray(hidden) ? hidden : [];
  if (!list.includes(id))
    await settings.update('hints.hidden', [...list, id], vscode.ConfigurationTarget.Global);
}
