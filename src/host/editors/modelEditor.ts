import * as vscode from 'vscode';
import { isAsk } from '../../protocol/messages';
import type { Ask, Asks, Notice, Reply } from '../../protocol/messages';
import { analyseFile } from '../files/analyseFile';
import { engine } from '../engine';
import { pageMarkup } from './page';
import { Reading } from './reading';

/** Quiet time after a change on disk before the page reads anew: files are written in many pieces. */
const SETTLE_MILLISECONDS = 300;

/** An opened model file: nothing is read before its page asks. */
class ModelDocument implements vscode.CustomDocument {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the file on disk has changed and settled. */
  readonly onDidChange = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watcher: vscode.FileSystemWatcher;

  constructor(readonly uri: vscode.Uri) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), escapeGlob(name));
    this.watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const settle = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changed.fire(), SETTLE_MILLISECONDS);
    };
    this.watcher.onDidChange(settle);
    this.watcher.onDidCreate(settle);
    this.watcher.onDidDelete(settle);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher.dispose();
    this.changed.dispose();
  }
}

/** A file name as a glob that matches only itself. */
const escapeGlob = (name: string) => name.replaceAll(/[[\]{}*?]/g, '[$&]');

/** Shows a model file (ONNX, GGUF, safetensors) as a read-only page. */
export class ModelEditor implements vscode.CustomReadonlyEditorProvider<ModelDocument> {
  constructor(private readonly extension: vscode.Uri) {}

  openCustomDocument(uri: vscode.Uri): ModelDocument {
    return new ModelDocument(uri);
  }

  resolveCustomEditor(document: ModelDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const reading = new Reading();
    let closed = false;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.extension, 'dist')],
    };
    const tell = (message: Notice | Reply) => {
      if (!closed) void webview.postMessage(message);
    };
    const listening = vscode.Disposable.from(
      webview.onDidReceiveMessage(async (message: unknown) => {
        if (isAsk(message)) tell(await answer(message, document.uri, reading, tell));
      }),
      document.onDidChange(() => tell({ notice: 'changed' })),
    );
    panel.onDidDispose(() => {
      closed = true;
      reading.cancel();
      listening.dispose();
    });
    webview.html = pageMarkup(webview, this.extension);
  }
}

async function answer(
  { id, ask }: Ask,
  uri: vscode.Uri,
  reading: Reading,
  tell: (notice: Notice) => void,
): Promise<Reply> {
  try {
    return { id, ok: true, value: await answers[ask](uri, reading, tell) };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

type Answers = {
  readonly [K in keyof Asks]: (
    uri: vscode.Uri,
    reading: Reading,
    tell: (notice: Notice) => void,
  ) => Promise<Asks[K]>;
};

const answers: Answers = {
  facts: async (uri, reading, tell) => {
    const signal = reading.begin();
    const onProgress = (share: number) => tell({ notice: 'progress', share });
    const analysis = await analyseFile(uri, { signal, onProgress });
    if (analysis.kind === 'unreadable') throw new Error(analysis.message);
    return (await engine()).pageFacts(analysis);
  },
  cancel: (_uri, reading) => {
    reading.cancel();
    return Promise.resolve(null);
  },
  showReport: async (uri) => {
    await vscode.commands.executeCommand('modelEfficiency.showReport', uri);
    return null;
  },
};
