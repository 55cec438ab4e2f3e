import * as vscode from 'vscode';
import type { OnnxText } from '../../core/views/onnxText/open';
import type { TextLens } from '../../core/views/onnxText/lenses';
import { engine } from '../engine';
import { inSlices } from '../inSlices';
import { KeptLenses } from '../keptLenses';
import type { FoundLens } from '../keptLenses';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { OnnxTexts } from './onnxTexts';
import { say } from './say';
import { sourceOf } from './scheme';

/** So long an editor may need to take a text over. */
const TAKEN_OVER_MS = 60_000;

/** Lenses of ONNX texts, found in slices; they follow the scenario, the settings, and a text that is written. */
export class TextLenses extends KeptLenses<OnnxText> {
  protected override readonly waits = true;
  /** While a line is half written its figures would come and go. */
  protected override readonly brokenMs = 2000;

  private readonly making: vscode.Disposable;
  /** Lenses that are found ahead of the first look, and for what. */
  private readonly begun = new WeakMap<
    OnnxText,
    { readonly key: string; readonly lenses: Promise<readonly FoundLens[] | undefined> }
  >();

  constructor(
    texts: OnnxTexts,
    private readonly scenarios: Scenarios,
  ) {
    // That typing rests is waited for by the analysis.
    super({ analysis: (document) => texts.of(document) }, 0, scenarios.onDidChange);
    this.making = texts.onDidMake(({ uri, text }) => this.begin(uri, text));
  }

  protected isShown({ uri }: vscode.TextDocument): boolean {
    return this.isShownFor(uri);
  }

  private isShownFor(uri: vscode.Uri): boolean {
    return setting('lens.enabled', sourceOf(uri));
  }

  protected isBroken(text: OnnxText | undefined): boolean {
    return !text || text.analysis.model.problems.some((p) => p.code === 'onnxtxt.syntax');
  }

  protected async find(
    { uri }: vscode.TextDocument,
    text: OnnxText,
    isStale: () => boolean,
  ): Promise<readonly FoundLens[] | undefined> {
    const begun = this.begun.get(text);
    const lenses = begun?.key === this.keyOf(uri) ? await begun.lenses : undefined;
    return lenses ?? this.work(uri, text, isStale);
  }

  /** Begins with a text that was just made: until the editor has taken it over, its lenses may be there. */
  private begin(uri: vscode.Uri, text: OnnxText): void {
    if (!this.isShownFor(uri)) return;
    const until = Date.now() + TAKEN_OVER_MS;
    let wasOpen = false;
    const isStale = () => {
      const open = isOpen(uri);
      wasOpen ||= open;
      return wasOpen ? !open : Date.now() > until;
    };
    const key = this.keyOf(uri);
    this.begun.set(text, { key, lenses: this.work(uri, text, isStale).catch(() => undefined) });
  }

  /** What decides the lenses of a text besides the text. */
  private keyOf(uri: vscode.Uri): string {
    const options = this.optionsFor(uri);
    return JSON.stringify([this.scenarios.wanted, options.advice, options.hidden, options.devices]);
  }

  private optionsFor(uri: vscode.Uri) {
    const source = sourceOf(uri);
    return {
      advice: setting('hints.show', source) !== 'never',
      hidden: setting('hints.hidden', source).filter((id) => typeof id === 'string'),
      devices: setting('devices', source),
    };
  }

  private async work(
    uri: vscode.Uri,
    text: OnnxText,
    isStale: () => boolean,
  ): Promise<readonly FoundLens[] | undefined> {
    const { TEXT_WORDS, ownDevices, textLensSteps } = await engine();
    const source = sourceOf(uri);
    const options = this.optionsFor(uri);
    const steps = textLensSteps(text, this.scenarios.wanted, say(TEXT_WORDS), {
      ...options,
      devices: ownDevices(options.devices).devices,
    });
    let lenses: readonly TextLens[] = [];
    const kept = (function* () {
      lenses = yield* steps;
    })();
    if (!(await inSlices(kept, isStale))) return undefined;
    return lenses.map(({ offset, title, tooltip, opens }) => {
      const card = opens && 'technique' in opens ? opens.technique : undefined;
      // A written text has no page: a click on its figures does nothing.
      const page = source === uri ? '' : 'modelEfficiency.openPage';
      const operator = opens && 'operator' in opens ? opens.operator : undefined;
      const command =
        card === undefined
          ? { command: page, arguments: [uri, operator] }
          : { command: 'modelEfficiency.explain', arguments: [source, card] };
      return { offset, commands: [{ ...command, title, tooltip }] };
    });
  }

  override dispose(): void {
    this.making.dispose();
    super.dispose();
  }
}

function isOpen(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
}
