import * as vscode from 'vscode';
import type { OnnxText } from '../../core/views/onnxText/open';
import type { TextLens } from '../../core/views/onnxText/lenses';
import { engine } from '../engine';
import { inSlices } from '../inSlices';
import { moved } from '../moved';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { OnnxTexts } from './onnxTexts';
import { say } from './say';
import { sourceOf } from './scheme';

/** So long figures of a text that cannot be read as a whole wait behind the last good ones. */
const BROKEN_MS = 2000;

interface Entry {
  readonly version: number;
  readonly generation: number;
  readonly isWhole: boolean;
  readonly lenses: readonly TextLens[];
}

/**
 * Lenses of ONNX texts that are there at once: the answer is the last ones, each moved along with its line, until new
 * ones are found, in slices. They follow the scenario, the settings, and a text that is written.
 */
export class TextLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  private readonly working = new Map<string, { readonly stamp: string; readonly done: Promise<void> }>();
  private readonly late = new Map<string, NodeJS.Timeout>();
  /** Counts what decides the lenses besides the text. */
  private generation = 0;
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly texts: OnnxTexts,
    private readonly scenarios: Scenarios,
  ) {
    const renew = () => {
      this.generation++;
      this.changed.fire();
    };
    this.watching = vscode.Disposable.from(
      this.changed,
      scenarios.onDidChange(renew),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('modelEfficiency')) renew();
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.move(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        clearTimeout(this.late.get(uri.toString()));
        this.late.delete(uri.toString());
        this.entries.delete(uri.toString());
      }),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!setting('lens.enabled', sourceOf(document.uri))) return [];
    const key = document.uri.toString();
    const entry = this.entries.get(key);
    if (!entry) await this.find(document);
    else if (entry.version !== document.version || entry.generation !== this.generation)
      void this.find(document).then(() => {
        if (this.entries.get(key) !== entry) this.changed.fire();
      });
    return (this.entries.get(key)?.lenses ?? []).map((lens) => this.codeLens(document, lens));
  }

  private codeLens(
    document: vscode.TextDocument,
    { offset, title, tooltip, opens }: TextLens,
  ): vscode.CodeLens {
    const at = document.positionAt(offset);
    const uri = document.uri;
    const command = opens && 'technique' in opens ? 'modelEfficiency.explain' : 'modelEfficiency.openPage';
    const given = opens && 'technique' in opens ? [sourceOf(uri), opens.technique] : [uri, opens?.operator];
    // The page of a written text is none: the figures stand there, and a click does nothing.
    const isShown = command === 'modelEfficiency.openPage' && sourceOf(uri) === uri;
    return new vscode.CodeLens(new vscode.Range(at, at), {
      command: isShown ? '' : command,
      title,
      tooltip,
      arguments: given,
    });
  }

  /** Finds the lenses of the present text; of one that is found already it waits for the end. */
  private async find(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const stamp = `${document.version}:${this.generation}`;
    const known = this.working.get(key);
    if (known?.stamp === stamp) return known.done;
    const done = this.compute(document).finally(() => {
      if (this.working.get(key)?.stamp === stamp) this.working.delete(key);
    });
    this.working.set(key, { stamp, done });
    return done;
  }

  private async compute(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { generation } = this;
    const key = document.uri.toString();
    const isStale = () => document.isClosed || document.version !== version || this.generation !== generation;
    const text = await this.texts.of(document);
    if (isStale()) return;
    const last = this.entries.get(key);
    const isWhole = text !== undefined && !isBroken(text);
    clearTimeout(this.late.get(key));
    if (!isWhole && last?.isWhole && last.generation === generation) {
      // While a line is half written its figures would come and go: the last good ones stay for a while.
      const put = () => void this.put(document, text, isStale).then(() => this.changed.fire());
      this.late.set(key, setTimeout(put, BROKEN_MS));
      this.entries.set(key, { ...last, version });
      return;
    }
    await this.put(document, text, isStale);
  }

  private async put(
    document: vscode.TextDocument,
    text: OnnxText | undefined,
    isStale: () => boolean,
  ): Promise<void> {
    const { version } = document;
    const { generation } = this;
    let lenses: readonly TextLens[] = [];
    if (text) {
      const { TEXT_WORDS, ownDevices, textLensSteps } = await engine();
      const scope = sourceOf(document.uri);
      const steps = textLensSteps(text, this.scenarios.wanted, say(TEXT_WORDS), {
        advice: setting('hints.show', scope) !== 'never',
        hidden: setting('hints.hidden', scope).filter((id) => typeof id === 'string'),
        devices: ownDevices(setting('devices', scope)).devices,
      });
      const kept = (function* () {
        lenses = yield* steps;
      })();
      if (!(await inSlices(kept, isStale))) return;
    }
    if (isStale()) return;
    const isWhole = text !== undefined && !isBroken(text);
    this.entries.set(document.uri.toString(), { version, generation, isWhole, lenses });
  }

  /** Kept lenses go along with the lines they stand over. */
  private move({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const entry = this.entries.get(key);
    if (!entry || contentChanges.length === 0) return;
    const lenses = entry.lenses.map((lens) => ({ ...lens, offset: moved(lens.offset, contentChanges) }));
    this.entries.set(key, { ...entry, lenses });
  }

  dispose(): void {
    for (const timer of this.late.values()) clearTimeout(timer);
    this.watching.dispose();
  }
}

function isBroken({ analysis }: OnnxText): boolean {
  return analysis.model.problems.some((p) => p.code === 'onnxtxt.syntax');
}
