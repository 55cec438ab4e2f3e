import * as vscode from 'vscode';
import type { ByteSource } from '../../core/bytes/byteSource';
import { openNodeSource, resolveBeside as resolveBesideNode } from './nodeSource';
import { openWorkspaceSource } from './workspaceSource';

/** The one place that chooses how a file is read: by position where it is local, whole where it is virtual. */
export function openSource(uri: vscode.Uri): Promise<ByteSource> {
  return uri.scheme === 'file' ? openNodeSource(uri.fsPath) : openWorkspaceSource(uri);
}

/** Opens files that a model names beside itself, never outside its folder. */
export function resolveBeside(uri: vscode.Uri): (relativePath: string) => Promise<ByteSource | undefined> {
  if (uri.scheme === 'file') return resolveBesideNode(uri.fsPath);
  return async (relativePath) => {
    const parts = relativePath.replaceAll('\\', '/').split('/');
    if (relativePath === '' || parts.includes('..') || parts[0] === '') return undefined;
    try {
      return await openWorkspaceSource(vscode.Uri.joinPath(uri, '..', ...parts));
    } catch {
      return undefined;
    }
  };
}
