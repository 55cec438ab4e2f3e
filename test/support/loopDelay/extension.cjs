// Every time the extension host's event loop was held for longer than a picture of a screen: one line `end milliseconds` in `.loop-delay`.
const { appendFileSync } = require('node:fs');
const { clearInterval, setInterval } = require('node:timers');
const vscode = require('vscode');

const PICTURE_MS = 16;

module.exports.activate = (context) => {
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, '.loop-delay').fsPath;
  let last = Date.now();
  const beat = setInterval(() => {
    const now = Date.now();
    if (now - last > PICTURE_MS) appendFileSync(file, `${now} ${now - last}\n`);
    last = Date.now();
  }, 1);
  context.subscriptions.push({ dispose: () => clearInterval(beat) });
};
