import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { file, lensesOf, until, untilAsync } from './files';

/** A repository with the sample committed; git needs no configuration of the machine. */
function repository(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'model-efficiency-')));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
  git('init', '-q');
  writeFileSync(path.join(folder, 'config.json'), readFileSync(file('samples/llama-8b/config.json').fsPath));
  git('add', '.');
  git('commit', '-q', '-m', 'config');
  return folder;
}

interface GitApi {
  openRepository(uri: vscode.Uri): Promise<unknown>;
}

/** The built-in Git extension's, which the tests' settings turn off; undefined in an editor that has none. */
async function gitApi(): Promise<GitApi | undefined> {
  const git = vscode.extensions.getExtension<{ enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  if (!git) return undefined;
  const started = await git.activate();
  await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
  await until('the Git extension', () => started.enabled);
  return started.getAPI(1);
}

describe('the difference to HEAD', () => {
  let folder: string | undefined;
  const enabled = vscode.workspace.getConfiguration('git').inspect('enabled')?.globalValue;

  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('git')
      .update('enabled', enabled, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('stands over a config that differs from the last commit, saved or not, and goes when it is committed', async function () {
    const api = await gitApi();
    // An editor without the Git extension has nothing to compare with.
    if (!api) return this.skip();
    folder = repository();
    const uri = vscode.Uri.file(path.join(folder, 'config.json'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await api.openRepository(vscode.Uri.file(folder));
    const titles = async () => (await lensesOf(document)).map((l) => l.command!.title);
    assert.ok((await titles()).every((t) => !t.startsWith('since')));
    const start = document.getText().indexOf('"num_hidden_layers": 32');
    const edit = new vscode.WorkspaceEdit();
    const at = (n: number) => document.positionAt(start + n);
    edit.replace(uri, new vscode.Range(at(0), at(23)), '"num_hidden_layers": 16');
    await vscode.workspace.applyEdit(edit);
    // 16 layers less of 218,112,000 parameters: 4,540,469,248 are left.
    const expected = 'Parameters 8.03 B → 4.54 B';
    const has = async (since: string) => (await titles()).some((t) => t.startsWith(`${since}: ${expected}`));
    await untilAsync('since saved', () => has('since saved'));
    await untilAsync('since HEAD', () => has('since HEAD'));
    await document.save();
    await untilAsync('only since HEAD', async () => !(await has('since saved')) && (await has('since HEAD')));
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-am', 'fewer layers'],
      { cwd: folder },
    );
    await vscode.commands.executeCommand('git.refresh');
    await untilAsync('nothing after the commit', async () =>
      (await titles()).every((t) => !t.startsWith('since')),
    );
  });
});
