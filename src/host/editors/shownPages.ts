import * as vscode from 'vscode';

/** Shows an operator's row, by its number in the model. */
type Show = (operator: number) => void;

/** Whoever asked for a row so long ago has gone on to something else. */
const PATIENCE_MS = 5000;

/** The open pages by their file: whoever knows an operator can have its row shown, also on a page that is just opening. */
export class ShownPages {
  private readonly open = new Map<string, Set<Show>>();
  private readonly waiting = new Map<string, { readonly operator: number; readonly since: number }>();

  /** A page that has been drawn and can show rows from now on. */
  drawn(uri: vscode.Uri, show: Show): void {
    const key = uri.toString();
    const all = this.open.get(key) ?? new Set();
    this.open.set(key, all.add(show));
    const waiting = this.waiting.get(key);
    this.waiting.delete(key);
    if (waiting && Date.now() - waiting.since < PATIENCE_MS) show(waiting.operator);
  }

  closed(uri: vscode.Uri, show: Show): void {
    this.open.get(uri.toString())?.delete(show);
  }

  /** Shows the row on every open page of the file, else on the next one that opens. */
  showRow(uri: unknown, operator: unknown): void {
    if (!(uri instanceof vscode.Uri) || typeof operator !== 'number') return;
    const key = uri.toString();
    // A page behind another tab is drawn anew when it comes to the front.
    this.waiting.set(key, { operator, since: Date.now() });
    for (const show of this.open.get(key) ?? []) show(operator);
  }
}
