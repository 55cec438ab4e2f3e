import * as vscode from 'vscode';
import type { Analysis, Unreadable } from '../../core/analysis';
import { engine } from '../engine';
import { pause } from '../inSlices';
import { fileName, findFolderFor, folderOf } from './openSource';

/** A path as a person would name it: relative to the workspace where there is one. */
export const nameOf = (uri: vscode.Uri) => vscode.workspace.asRelativePath(uri);

/** Analyses a file of any format; every failure is one sentence. Unsaved changes of a config count. */
export async function analyseFile(
  uri: vscode.Uri,
  options: { signal?: AbortSignal; onProgress?: (share: number) => void; laterCosts?: boolean } = {},
): Promise<Analysis | Unreadable> {
  const name = nameOf(uri);
  try {
    return await (
      await engine()
    ).analyseFile(folderOf(uri), fileName(uri), {
      ...options,
      pause,
      name,
      findFolder: findFolderFor(uri),
    });
  } catch (error) {
    const message = options.signal?.aborted ? 'Reading was stopped.' : sentence(error);
    return { kind: 'unreadable', name, message };
  }
}

/** What went wrong, for a person. */
function sentence(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'FileNotFound') return 'The file is not there any more.';
    if (error.code === 'NoPermissions') return 'The file may not be read: permission denied.';
  }
  const text = error instanceof Error ? error.message : String(error);
  if (/ENOENT/.test(text)) return 'The file is not there any more.';
  if (/EACCES|EPERM/.test(text)) return 'The file may not be read: permission denied.';
  return `The file could not be read: ${text.replace(/\.?$/, '.')}`;
}
