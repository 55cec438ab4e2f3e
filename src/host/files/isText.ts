import type * as vscode from 'vscode';

/** True for models that are texts themselves: configs, and ONNX written out. */
export const isText = (uri: vscode.Uri): boolean => /\.(jsonc?|onnxtxt)$/i.test(uri.path);
