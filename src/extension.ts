import * as vscode from 'vscode';
import { CARD_SCHEME, Cards, showCard } from './host/commands/cards';
import { REPORT_SCHEME, ReportDocuments } from './host/commands/reportDocuments';
import { showReport } from './host/commands/showReport';
import { COMPARISON_PANEL, ComparisonPanels } from './host/editors/comparisonPanels';
import { ModelEditor } from './host/editors/modelEditor';
import { MODEL_PANEL, ModelPanels } from './host/editors/modelPanels';
import type { PageServices } from './host/editors/pageServices';
import { ShownPages } from './host/editors/shownPages';
import { GitHead } from './host/files/gitHead';
import { OnnxTextEditor } from './host/onnxText/textEditor';
import { OnnxTexts } from './host/onnxText/onnxTexts';
import { ONNX_TEXT_SCHEME } from './host/onnxText/scheme';
import { openAsText, openPage, revealInText } from './host/onnxText/openAsText';
import { onnxTextProviders } from './host/onnxText/providers';
import { Scenarios } from './host/scenario/scenarios';
import { AdviceActions, hideHint } from './host/text/adviceActions';
import { AdviceHints } from './host/text/adviceHints';
import { budgetProblems } from './host/text/budgetProblems';
import { ConfigDifferences } from './host/text/configDifferences';
import { ConfigDocuments } from './host/text/configDocuments';
import { configProblems } from './host/text/configProblems';
import { ConfigHovers } from './host/text/configHovers';
import { ConfigLenses } from './host/text/configLenses';
import { DocumentProblems } from './host/text/documentProblems';
import { TRY_SCHEME, TryIt } from './host/text/tryIt';

/** Registers everything the extension offers and loads nothing heavy: the engine comes on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const json: vscode.DocumentSelector = [{ language: 'json' }, { language: 'jsonc' }];
  const configs = new ConfigDocuments();
  const scenarios = new Scenarios(context.workspaceState);
  const lenses = new ConfigLenses(configs, scenarios);
  const hints = new AdviceHints(configs, scenarios);
  const heads = new GitHead();
  const differences = new ConfigDifferences(configs, scenarios, heads);
  const tryIt = new TryIt(configs, scenarios);
  const cards = new Cards(scenarios);
  const reports = new ReportDocuments(scenarios);
  const comparisons = new ComparisonPanels(context.extensionUri, scenarios);
  const pages = new ShownPages();
  const services: PageServices = {
    extension: context.extensionUri,
    scenarios,
    pages,
    compare: (uris) => void comparisons.show(uris),
  };
  const models = new ModelEditor(services);
  const panels = new ModelPanels(services);
  const texts = new OnnxTexts();
  const several = { supportsMultipleEditorsPerDocument: true };
  context.subscriptions.push(
    configs,
    scenarios,
    cards,
    lenses,
    hints,
    differences,
    heads,
    tryIt,
    reports,
    new DocumentProblems(configs, budgetProblems),
    new DocumentProblems(configs, configProblems),
    vscode.languages.registerCodeLensProvider(json, lenses),
    vscode.languages.registerCodeLensProvider(json, differences),
    vscode.languages.registerCodeLensProvider(json, hints),
    vscode.languages.registerCodeLensProvider({ scheme: TRY_SCHEME }, tryIt),
    vscode.languages.registerCodeActionsProvider(json, new AdviceActions(configs, scenarios), {
      providedCodeActionKinds: AdviceActions.kinds,
    }),
    vscode.languages.registerHoverProvider(json, new ConfigHovers(configs, scenarios)),
    vscode.window.registerCustomEditorProvider('modelEfficiency.onnx', models, several),
    vscode.window.registerCustomEditorProvider('modelEfficiency.weights', models, several),
    vscode.window.registerWebviewPanelSerializer(MODEL_PANEL, panels),
    vscode.window.registerWebviewPanelSerializer(COMPARISON_PANEL, comparisons),
    vscode.commands.registerCommand('modelEfficiency.showPage', (uri?: unknown) => panels.show(uri)),
    vscode.commands.registerCommand('modelEfficiency.compare', (uri?: unknown, all?: unknown) =>
      comparisons.show(uri, all),
    ),
    vscode.commands.registerCommand('modelEfficiency.resetScenario', () => scenarios.reset()),
    texts,
    onnxTextProviders(texts, scenarios),
    vscode.window.registerCustomEditorProvider('modelEfficiency.onnxText', new OnnxTextEditor()),
    vscode.workspace.registerTextDocumentContentProvider(ONNX_TEXT_SCHEME, texts),
    vscode.commands.registerCommand('modelEfficiency.openAsText', (uri?: unknown) => openAsText(uri)),
    vscode.commands.registerCommand('modelEfficiency.openPage', (uri?: unknown, operator?: unknown) =>
      openPage(texts, pages, uri, operator),
    ),
    vscode.commands.registerCommand('modelEfficiency.revealInText', (uri?: unknown, operator?: unknown) =>
      revealInText(texts, uri, operator),
    ),
    vscode.workspace.registerTextDocumentContentProvider(REPORT_SCHEME, reports),
    vscode.workspace.registerTextDocumentContentProvider(TRY_SCHEME, tryIt),
    vscode.workspace.registerTextDocumentContentProvider(CARD_SCHEME, cards),
    vscode.commands.registerCommand('modelEfficiency.tryIt', (uri?: unknown, id?: unknown) =>
      tryIt.show(uri, id),
    ),
    vscode.commands.registerCommand('modelEfficiency.applyTried', (uri?: unknown) => tryIt.apply(uri)),
    vscode.commands.registerCommand('modelEfficiency.explainTried', (uri?: unknown) => tryIt.explain(uri)),
    vscode.commands.registerCommand('modelEfficiency.explain', (uri?: unknown, id?: unknown) =>
      showCard(uri, id),
    ),
    vscode.commands.registerCommand('modelEfficiency.showTechniques', (uri?: unknown) => showCard(uri)),
    vscode.commands.registerCommand('modelEfficiency.hideHint', (id?: unknown) => hideHint(id)),
    vscode.commands.registerCommand('modelEfficiency.showReport', (uri?: unknown) =>
      showReport(reports, uri),
    ),
  );
}
