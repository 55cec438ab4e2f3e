import * as vscode from 'vscode';
import type { Neighbours } from '../../core/analyse';
import { engine } from '../engine';
import { folderOf } from './openSource';

/** Files whose change may change what a folder says of its config. */
const WATCHED = '*.{safetensors,index.json,bin,json}';
/** Quiet time after a change: checkpoints are written in many pieces. */
const SETTLE_MILLISECONDS = 500;

interface Held {
  reading: Promise<Neighbours>;
  /** What was read last; undefined until then. */
  read: Neighbours | undefined;
  readonly watcher: vscode.Disposable;
}

/** What lies beside configs, read once for each folder and again when its files change. */
export class FolderNeighbours implements vscode.Disposable {
  private readonly folders = new Map<string, Held>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires with the folder when it has been read, for the first time or anew. */
  readonly onDidChange = this.changed.event;

  /** What is known of a file's folder at this moment; reading it starts with the first question. */
  now(file: vscode.Uri): Neighbours | undefined {
    return this.held(file).read;
  }

  /** True when a file's folder is this one. */
  static isIn(file: vscode.Uri, folder: vscode.Uri): boolean {
    return vscode.Uri.joinPath(file, '..').toString() === folder.toString();
  }

  private held(file: vscode.Uri): Held {
    const folder = vscode.Uri.joinPath(file, '..');
    const key = folder.toString();
    const known = this.folders.get(key);
    if (known) return known;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (changed: vscode.Uri) => {
      // The config itself is read as text, by those who show it.
      if (/(^|\/)config\.json$/.test(changed.path)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        held.reading = this.read(file, held, folder);
      }, SETTLE_MILLISECONDS);
    };
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, WATCHED));
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    watcher.onDidDelete(again);
    const held: Held = {
      reading: Promise.resolve({}),
      read: undefined,
      watcher: { dispose: () => (clearTimeout(timer), watcher.dispose()) },
    };
    this.folders.set(key, held);
    held.reading = this.read(file, held, folder);
    return held;
  }

  private async read(file: vscode.Uri, held: Held, folder: vscode.Uri): Promise<Neighbours> {
    const { readNeighbours } = await engine();
    const before = held.read;
    const read = await readNeighbours(folderOf(file));
    held.read = read;
    const nothing = (n: Neighbours | undefined) => !n || (!n.disk && !n.generation);
    if (!(nothing(before) && nothing(read))) this.changed.fire(folder);
    return read;
  }

  dispose(): void {
    for (const { watcher } of this.folders.values()) watcher.dispose();
    this.folders.clear();
    this.changed.dispose();
  }
}
