import type * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { analyseFile } from '../files/analyseFile';
import { isText } from '../files/isText';
import { Reading } from './reading';

/** The analysis of one page's file: read when first asked for, held until the file changes. */
export class HeldAnalysis implements vscode.Disposable {
  private readonly reading = new Reading();
  private held: Promise<Analysis> | undefined;
  private last: Analysis | undefined;

  constructor(
    private readonly uri: vscode.Uri,
    private readonly onProgress: (share: number) => void = () => undefined,
  ) {}

  /** The analysis as it is held; rejects with one sentence when the file cannot be read. */
  now(): Promise<Analysis> {
    return this.held ?? this.anew();
  }

  /** Reads the file again. While a text cannot be read as it stands, mid-edit, what was read last stays. */
  anew(): Promise<Analysis> {
    const reading = this.read();
    this.held = reading;
    reading.catch(() => {
      if (this.held === reading) this.held = undefined;
    });
    return reading;
  }

  private async read(): Promise<Analysis> {
    const signal = this.reading.begin();
    const found = await analyseFile(this.uri, { signal, onProgress: this.onProgress });
    const broken =
      found.kind === 'unreadable' || found.model.problems.some((p) => p.code === 'config.syntax');
    if (broken && this.last && isText(this.uri)) return this.last;
    if (found.kind === 'model') return (this.last = found);
    throw new Error(found.message);
  }

  cancel(): void {
    this.reading.cancel();
  }

  dispose(): void {
    this.cancel();
  }
}
