import * as vscode from 'vscode';
import type { Analysis, Unreadable } from '../../core/analysis';
import { engine } from '../engine';
import { openSource, resolveBeside } from './openSource';

/** A config larger than this is none. */
const MAX_CONFIG_BYTES = 16 * 1024 * 1024;

/** A path as a person would name it: relative to the workspace where there is one. */
export const nameOf = (uri: vscode.Uri) => vscode.workspace.asRelativePath(uri);

/** True for what is analysed as text. */
export const isConfig = (uri: vscode.Uri) => /\.jsonc?$/i.test(uri.path);

/** Analyses a file of either kind; every failure is one sentence. Unsaved changes of a config count. */
export async function analyseFile(
  uri: vscode.Uri,
  options: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<Analysis | Unreadable> {
  const name = nameOf(uri);
  try {
    return isConfig(uri) ? await analyseConfigFile(uri, name) : await analyseOnnxFile(uri, name, options);
  } catch (error) {
    return { kind: 'unreadable', name, message: sentence(error) };
  }
}

async function analyseConfigFile(uri: vscode.Uri, name: string): Promise<Analysis | Unreadable> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (!open && (await vscode.workspace.fs.stat(uri)).size > MAX_CONFIG_BYTES) {
    return { kind: 'unreadable', name, message: 'The file is too large to be a model config.' };
  }
  const text = open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const analysis = (await engine()).analyseConfig(text, name);
  return (
    analysis ?? {
      kind: 'unreadable',
      name,
      message:
        'This JSON is no model config: it has no model_type, no architectures and no keys of known families.',
    }
  );
}

async function analyseOnnxFile(
  uri: vscode.Uri,
  name: string,
  options: { signal?: AbortSignal; onProgress?: (share: number) => void },
): Promise<Analysis | Unreadable> {
  const source = await openSource(uri);
  try {
    const { analyseOnnx } = await engine();
    return await analyseOnnx(source, name, { ...options, resolveExternal: resolveBeside(uri) });
  } finally {
    await source.dispose?.();
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
