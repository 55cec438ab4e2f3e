import * as vscode from 'vscode';

/** The scheme of texts made from binary files; the file stands in the query. Nobody can save over them. */
export const ONNX_TEXT_SCHEME = 'model-efficiency-onnx';

/** The address of a file's text; its ending gives it the language. */
export function onnxTextUri(source: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: ONNX_TEXT_SCHEME, path: `${source.path}txt`, query: source.toString() });
}

/** The file whose text a document is: the binary one, or the written text itself. */
export function sourceOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === ONNX_TEXT_SCHEME ? vscode.Uri.parse(uri.query, true) : uri;
}
