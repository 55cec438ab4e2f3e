import * as vscode from 'vscode';

/** Texts that are being made: the work on one ends when its last tab is closed. */
export class Makings implements vscode.Disposable {
  private readonly underWay = new Map<string, Set<AbortController>>();
  private readonly watching = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const { input } of closed) if (input instanceof vscode.TabInputText) this.end(input.uri);
  });

  /** Does the work; rejects with `CancellationError` when it was ended. */
  async run<T>(uri: vscode.Uri, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const key = uri.toString();
    const controller = new AbortController();
    const all = this.underWay.get(key) ?? new Set();
    this.underWay.set(key, all.add(controller));
    try {
      return await work(controller.signal);
    } catch (error) {
      throw controller.signal.aborted ? new vscode.CancellationError() : error;
    } finally {
      all.delete(controller);
      if (all.size === 0 && this.underWay.get(key) === all) this.underWay.delete(key);
    }
  }

  private end(uri: vscode.Uri): void {
    const key = uri.toString();
    const all = this.underWay.get(key);
    if (!all || vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shows(tab, key)))) return;
    // Whoever asks from now on gets a new one.
    this.underWay.delete(key);
    for (const controller of all) controller.abort();
  }

  dispose(): void {
    this.watching.dispose();
    for (const all of this.underWay.values()) for (const controller of all) controller.abort();
  }
}

function shows({ input }: vscode.Tab, key: string): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === key;
}
