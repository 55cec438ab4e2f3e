import type * as vscode from 'vscode';
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

/** Lenses of ONNX texts, found in slices; they follow the scenario, the settings, and a text that is written. */
export class TextLenses extends KeptLenses<OnnxText> {
  protected override readonly waits = true;
  /** While a line is half written its figures would come and go. */
  protected override readonly brokenMs = 2000;

  constructor(
    texts: OnnxTexts,
    private readonly scenarios: Scenarios,
  ) {
    // That typing rests is waited for by the analysis.
    super({ analysis: (document) => texts.of(document) }, 0, scenarios.onDidChange);
  }

  protected isShown({ uri }: vscode.TextDocument): boolean {
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
    const { TEXT_WORDS, ownDevices, textLensSteps } = await engine();
    const source = sourceOf(uri);
    const steps = textLensSteps(text, this.scenarios.wanted, say(TEXT_WORDS), {
      advice: setting('hints.show', source) !== 'never',
      hidden: setting('hints.hidden', source).filter((id) => typeof id === 'string'),
      devices: ownDevices(setting('devices', source)).devices,
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
}
