import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import type { AdviceLens } from '../../core/views/adviceLenses';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import { adviceOptions } from './adviceOptions';
import type { ConfigDocuments } from './configDocuments';
import { inSlices } from '../inSlices';
import type { FoundLens } from '../keptLenses';
import { ConfigKeptLenses } from './configKeptLenses';
import { TRY_SCHEME } from './tryIt';

/** Hints wait until typing rests. */
const REST_MS = 250;

/** Hints over the keys that cause a cost, judged in slices that leave the extension host free in between. */
export class AdviceHints extends ConfigKeptLenses {
  constructor(
    documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {
    super(documents, REST_MS, scenarios.onDidChange);
  }

  protected isShown(document: vscode.TextDocument): boolean {
    return document.uri.scheme !== TRY_SCHEME && setting('hints.show', document) !== 'never';
  }

  protected async find(
    document: vscode.TextDocument,
    analysis: Analysis,
    isStale: () => boolean,
  ): Promise<readonly FoundLens[] | undefined> {
    const { adviceLenses, adviceSteps } = await engine();
    const options = await adviceOptions(document);
    const { wanted } = this.scenarios;
    if (!(await inSlices(adviceSteps(analysis, wanted, options), isStale))) return undefined;
    const hints = adviceLenses(analysis, wanted, options);
    return hints.map((hint) => ({ offset: hint.offset, commands: commandsOf(document, hint) }));
  }
}

function commandsOf(document: vscode.TextDocument, hint: AdviceLens): vscode.Command[] {
  const args = [document.uri, hint.technique];
  const explain = {
    command: 'modelEfficiency.explain',
    title: hint.title,
    tooltip: hint.tooltip,
    arguments: args,
  };
  const attempt = { command: 'modelEfficiency.tryIt', title: vscode.l10n.t('Try it'), arguments: args };
  return hint.canTry ? [explain, attempt] : [explain];
}
