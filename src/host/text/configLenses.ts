import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { mayBeModel } from '../../core/files/hint';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { ConfigDocuments } from './configDocuments';
import type { FoundLens } from '../keptLenses';
import { ConfigKeptLenses } from './configKeptLenses';

/** Figures follow typing after so long. */
const REST_MS = 60;

/** One line of figures over the first line of a model config; a click opens the page. */
export class ConfigLenses extends ConfigKeptLenses {
  constructor(
    documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
  ) {
    super(documents, REST_MS, scenarios.onDidChange);
  }

  protected isShown(document: vscode.TextDocument): boolean {
    return setting('lens.enabled', document);
  }

  protected override reserved(document: vscode.TextDocument): readonly FoundLens[] {
    if (!mayBeModel(document.getText())) return [];
    return [{ offset: 0, commands: [{ command: '', title: vscode.l10n.t('Model Efficiency …') }] }];
  }

  protected async find(document: vscode.TextDocument, analysis: Analysis): Promise<readonly FoundLens[]> {
    const { summaryLens } = await engine();
    const { title, tooltip } = summaryLens(analysis, this.scenarios.wanted);
    const command = {
      command: 'modelEfficiency.showPage',
      title,
      tooltip,
      arguments: [document.uri],
    };
    return [{ offset: 0, commands: [command] }];
  }
}
