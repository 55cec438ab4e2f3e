import * as vscode from 'vscode';

/** Quiet time after a change before a page reads anew: files are written, and texts typed, in many pieces. */
const SETTLE_MILLISECONDS = 300;

/** Tells when a file has changed and settled: on disk, or in an open editor whether saved or not. */
export class FileWatch implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watching: vscode.Disposable;

  constructor(readonly uri: vscode.Uri) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), escapeGlob(name));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const settle = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changed.fire(), SETTLE_MILLISECONDS);
    };
    const own = uri.toString();
    this.watching = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(settle),
      watcher.onDidCreate(settle),
      watcher.onDidDelete(settle),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === own) settle();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watching.dispose();
    this.changed.dispose();
  }
}

/** A file name as a glob that matches only itself. */
const escapeGlob = (name: string) => name.replaceAll(/[[\]{}*?]/g, '[$&]');
