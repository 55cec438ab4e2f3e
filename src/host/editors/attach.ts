import * as vscode from 'vscode';
import type { PageNotice, PageReply } from '../../protocol/pageAsks';
import { isPageAsk, reply } from './asks';
import type { Answers } from './asks';
import { pageMarkup } from './page';

/** Which page the markup starts. */
export type PageKind = 'model' | 'comparison';

/** What a page is answered with, and what ends with it. */
export interface Served {
  readonly answers: Answers;
  readonly end: vscode.Disposable;
}

/** Puts a page into a webview and answers what it asks until the panel is closed. */
export function attach(
  panel: vscode.WebviewPanel,
  extension: vscode.Uri,
  kind: PageKind,
  serve: (tell: (notice: PageNotice) => void) => Served,
): void {
  const { webview } = panel;
  let closed = false;
  webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
  const tell = (message: PageNotice | PageReply) => {
    if (!closed) void webview.postMessage(message);
  };
  const { answers, end } = serve(tell);
  const listening = webview.onDidReceiveMessage(async (message: unknown) => {
    if (isPageAsk(message)) tell(await reply(answers, message));
  });
  panel.onDidDispose(() => {
    closed = true;
    listening.dispose();
    end.dispose();
  });
  webview.html = pageMarkup(webview, extension, kind);
}
