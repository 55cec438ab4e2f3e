import * as vscode from 'vscode';
import { moved } from './moved';

/** A lens by the offset in the text of the line that it stands over; its commands side by side. */
export interface FoundLens {
  readonly offset: number;
  readonly commands: readonly vscode.Command[];
}

interface Entry {
  /** The text, and what else decides (settings, scenario), for which the lenses were found. */
  readonly version: number;
  readonly generation: number;
  readonly lenses: readonly FoundLens[];
  /** False where they were found in a text that is broken somewhere. */
  readonly isWhole: boolean;
}

/** What lenses are found in: what is known of a document's present text, as soon as that is worked out. */
export interface LensSource<Known> {
  readonly onDidChange?: vscode.Event<unknown>;
  analysis(document: vscode.TextDocument): Promise<Known | undefined>;
}

/** What is to be found, and when. */
interface Plan {
  readonly version: number;
  readonly generation: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Lenses that are there at once: the provider answers with the last ones, each moved along with its line, and new ones are
 * found when typing rests. While the text is broken the last good ones stay. On the first look at a document, where nothing
 * is kept yet, they come later: a line may be reserved for them, so that the text does not jump.
 */
export abstract class KeptLenses<Known> implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  private readonly plans = new Map<string, Plan>();
  /** Counts what else decides the lenses. */
  private generation = 0;
  private readonly watching: vscode.Disposable;

  /** `restMs`: how long typing rests before new lenses are found. */
  constructor(
    private readonly source: LensSource<Known>,
    private readonly restMs: number,
    ...others: readonly vscode.Event<unknown>[]
  ) {
    this.watching = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.move(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri.toString())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('modelEfficiency')) this.renew();
      }),
      ...[source.onDidChange, ...others].flatMap((event) => event?.(() => this.renew()) ?? []),
    );
  }

  /** Whether lenses of this kind are shown for a document at all. */
  protected abstract isShown(document: vscode.TextDocument): boolean;

  /** The lenses of a document's present text; undefined where it is none of a model, or when `isStale` has become true. */
  protected abstract find(
    document: vscode.TextDocument,
    known: Known,
    isStale: () => boolean,
  ): Promise<readonly FoundLens[] | undefined>;

  /** Whether the text can be read only in part. */
  protected abstract isBroken(known: Known | undefined): boolean;

  /** So long the last good lenses stay over a broken text; then those of what can be read take their place. */
  protected readonly brokenMs: number = Infinity;

  /** Whether the first look at a document waits for its lenses. */
  protected readonly waits: boolean = false;

  /** What holds the place of lenses that are being found for the first time; nothing by default. */
  protected reserved(_document: vscode.TextDocument): readonly FoundLens[] {
    return [];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.ProviderResult<vscode.CodeLens[]> {
    if (!this.isShown(document)) return [];
    const key = document.uri.toString();
    const entry = this.entries.get(key);
    // Whoever waits gets what was found: to be told that there is more would be asking twice.
    if (!entry && this.waits) return this.compute(document, false, true).then(() => this.kept(document));
    if (entry?.version !== document.version || entry.generation !== this.generation)
      this.plan(document, entry ? this.restMs : 0);
    return this.kept(document);
  }

  private kept(document: vscode.TextDocument): vscode.CodeLens[] {
    const entry = this.entries.get(document.uri.toString());
    return (entry?.lenses ?? this.reserved(document)).flatMap(({ offset, commands }) => {
      const at = document.positionAt(offset);
      return commands.map((command) => new vscode.CodeLens(new vscode.Range(at, at), command));
    });
  }

  /** New lenses are to be found for every document; the last ones stay until these are there. */
  protected renew(): void {
    this.generation++;
    this.changed.fire();
  }

  /** New lenses after a while; an edit in the meantime starts the wait anew, a mere look at the lenses does not. */
  private plan(document: vscode.TextDocument, wait: number, anyhow = false): void {
    const key = document.uri.toString();
    const { version } = document;
    const { generation } = this;
    const planned = this.plans.get(key);
    if (!anyhow && planned?.version === version && planned.generation === generation) return;
    clearTimeout(planned?.timer);
    const timer = setTimeout(() => {
      void this.compute(document, anyhow).finally(() => {
        if (this.plans.get(key)?.timer === timer) this.plans.delete(key);
      });
    }, wait);
    this.plans.set(key, { version, generation, timer });
  }

  /** `anyhow`: also over a broken text; `waited`: the one who asked waits for the answer. */
  private async compute(document: vscode.TextDocument, anyhow = false, waited = false): Promise<void> {
    const { version } = document;
    const { generation } = this;
    const isStale = () => document.isClosed || document.version !== version || this.generation !== generation;
    const known = await this.source.analysis(document);
    if (isStale()) return;
    const key = document.uri.toString();
    const kept = this.entries.get(key);
    const isWhole = !this.isBroken(known);
    if (!anyhow && !isWhole && kept?.isWhole && kept.lenses.length > 0) {
      this.entries.set(key, { ...kept, version, generation });
      if (this.brokenMs < Infinity) this.plan(document, this.brokenMs, true);
      return;
    }
    const lenses = known ? await this.find(document, known, isStale) : [];
    if (!lenses || isStale()) return;
    this.entries.set(key, { version, generation, lenses, isWhole });
    if (!waited) this.changed.fire();
  }

  /** Kept lenses go along with the lines they stand over. */
  private move({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const entry = this.entries.get(key);
    if (!entry || contentChanges.length === 0) return;
    const lenses = entry.lenses.map((lens) => ({ ...lens, offset: moved(lens.offset, contentChanges) }));
    this.entries.set(key, { ...entry, lenses });
  }

  private forget(key: string): void {
    clearTimeout(this.plans.get(key)?.timer);
    this.plans.delete(key);
    this.entries.delete(key);
  }

  dispose(): void {
    for (const { timer } of this.plans.values()) clearTimeout(timer);
    this.watching.dispose();
    this.changed.dispose();
  }
}
