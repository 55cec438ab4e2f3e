import * as vscode from 'vscode';
import { nameOf } from './analyseFile';

/** What the pick looks for: files of models, and configs by the names they have. */
const PICKED =
  '**/{*.onnx,*.gguf,*.safetensors,*config.json,params.json,modules.json,model_index.json,*.safetensors.index.json}';
/** What the pick offers at most. */
const MAX_PICKS = 500;

/** Lets a person choose model files of the workspace, or others from disk; none when they changed their mind. */
export async function pickFiles(
  placeHolder: string,
  several: boolean,
  without: readonly vscode.Uri[] = [],
): Promise<readonly vscode.Uri[]> {
  const known = new Set(without.map(String));
  const files = await vscode.workspace.findFiles(PICKED, '**/node_modules/**', MAX_PICKS);
  const browse = { label: vscode.l10n.t('Browse…'), uri: undefined };
  const items = files
    .filter((uri) => !known.has(uri.toString()))
    .map((uri) => ({ label: nameOf(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const all = [...items, browse];
  const picked = several
    ? await vscode.window.showQuickPick(all, { placeHolder, canPickMany: true })
    : await vscode.window.showQuickPick(all, { placeHolder }).then((one) => one && [one]);
  if (!picked) return [];
  const chosen = picked.map((item) => item.uri).filter((uri) => uri !== undefined);
  if (!picked.includes(browse)) return chosen;
  const others = await vscode.window.showOpenDialog({
    canSelectMany: several,
    filters: { [vscode.l10n.t('Models')]: ['onnx', 'gguf', 'safetensors', 'json'] },
  });
  return [...chosen, ...(others ?? [])];
}
