import * as vscode from 'vscode';

/** The custom editors of model files: one for ONNX, one for files of weights. */
const VIEW_TYPES: readonly string[] = ['modelEfficiency.onnx', 'modelEfficiency.weights'];

/** The active tab's file, when it is one that can have a report. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && VIEW_TYPES.includes(input.viewType)) return input.uri;
  if (input instanceof vscode.TabInputText && /\.(jsonc?|onnx|gguf|safetensors)$/i.test(input.uri.path))
    return input.uri;
  return undefined;
}
