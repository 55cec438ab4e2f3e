import * as vscode from 'vscode';
import { memorySource } from '../../core/bytes/byteSource';
import type { ByteSource } from '../../core/bytes/byteSource';
import type { Folder } from '../../core/files/folder';
import type { FindFolder } from '../../core/files/options';
import { findNodeFolder, nodeFolder } from './nodeSource';
import { openWorkspaceSource } from './workspaceSource';

/** The name of a file in its folder. */
export const fileName = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/**
 * The folder that a file lies in: read by position where it is local, whole where it is virtual. A text that is open
 * in an editor counts as it stands there, saved or not.
 */
export function folderOf(uri: vscode.Uri): Folder {
  const inner = uri.scheme === 'file' ? nodeFolder(uri.fsPath) : workspaceFolder(uri);
  return {
    ...inner,
    open: (relativePath) => openText(inFolder(uri, relativePath)) ?? inner.open(relativePath),
  };
}

const inFolder = (uri: vscode.Uri, relativePath: string) => vscode.Uri.joinPath(uri, '..', relativePath);

function openText(uri: vscode.Uri): Promise<ByteSource> | undefined {
  if (!/\.jsonc?$/i.test(uri.path)) return undefined;
  const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
  return document && Promise.resolve(memorySource(new TextEncoder().encode(document.getText())));
}

/** A folder of a virtual file system. */
function workspaceFolder(uri: vscode.Uri): Folder {
  const own = fileName(uri);
  const isInside = (relativePath: string) => {
    const parts = relativePath.replaceAll('\\', '/').split('/');
    return !parts.includes('..') && (parts[0] !== '' || relativePath === '');
  };
  return {
    open: async (relativePath) => {
      if (relativePath === own) return openWorkspaceSource(uri);
      if (relativePath === '' || !isInside(relativePath)) return undefined;
      return openWorkspaceSource(inFolder(uri, relativePath)).catch(() => undefined);
    },
    list: async (relativePath = '') => {
      if (!isInside(relativePath)) return [];
      const entries = await vscode.workspace.fs.readDirectory(inFolder(uri, relativePath));
      return entries.filter(([, type]) => type !== vscode.FileType.Directory).map(([name]) => name);
    },
  };
}

/** Finds models that a file names, beside it or in the workspace; on virtual file systems none is looked for. */
export function findFolderFor(uri: vscode.Uri): FindFolder | undefined {
  if (uri.scheme !== 'file') return undefined;
  const roots = (vscode.workspace.workspaceFolders ?? []).filter((f) => f.uri.scheme === 'file');
  return findNodeFolder(
    uri.fsPath,
    roots.map((f) => f.uri.fsPath),
  );
}
