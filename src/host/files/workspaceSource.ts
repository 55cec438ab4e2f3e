import * as vscode from 'vscode';
import type { ByteSource } from '../../core/bytes/byteSource';

/** A virtual file system gives whole files only: larger ones are refused rather than taken into memory. */
const MAX_BYTES = 1024 * 1024 * 1024;

/** A file of a virtual file system: read whole, once, when the first byte is asked for. */
export async function openWorkspaceSource(uri: vscode.Uri): Promise<ByteSource> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_BYTES) {
    throw new Error(
      `this file system gives whole files only, and ${size} bytes are too many to take into memory`,
    );
  }
  let reading: Promise<Uint8Array> | undefined;
  return {
    size,
    incremental: false,
    read: async (offset, target) => {
      reading ??= Promise.resolve(vscode.workspace.fs.readFile(uri));
      const from = (await reading).subarray(offset, offset + target.length);
      target.set(from);
      return from.length;
    },
    dispose: () => {
      reading = undefined;
      return Promise.resolve();
    },
  };
}
