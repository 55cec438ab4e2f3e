// A file system without local files, as a remote repository is one: `/never.onnx` is never given, `/ready.onnx` at once.
const vscode = require('vscode');

/** IR version 8 and a graph `g` of one node: Relu from x to y. */
const RELU = [8, 8, 58, 17, 10, 12, 10, 1, 120, 18, 1, 121, 34, 4, 82, 101, 108, 117, 18, 1, 103];
const SIZES = { '/never.onnx': 600_000_000, '/ready.onnx': RELU.length };

class SlowFiles {
  onDidChangeFile = new vscode.EventEmitter().event;
  watch = () => new vscode.Disposable(() => undefined);
  readDirectory = () => Object.keys(SIZES).map((name) => [name.slice(1), vscode.FileType.File]);
  stat(uri) {
    const size = SIZES[uri.path];
    if (size === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size };
  }
  readFile(uri) {
    this.stat(uri);
    return uri.path === '/never.onnx' ? new Promise(() => undefined) : Uint8Array.from(RELU);
  }
  writeFile = (uri) => this.#refuse(uri);
  createDirectory = (uri) => this.#refuse(uri);
  delete = (uri) => this.#refuse(uri);
  rename = (uri) => this.#refuse(uri);
  #refuse(uri) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

module.exports.activate = (context) => {
  const open = (path) => () =>
    vscode.commands.executeCommand('vscode.open', vscode.Uri.from({ scheme: 'slow-files', path }));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('slow-files', new SlowFiles(), { isReadonly: true }),
    vscode.commands.registerCommand('slowFiles.open', open('/never.onnx')),
    vscode.commands.registerCommand('slowFiles.openReady', open('/ready.onnx')),
  );
};
