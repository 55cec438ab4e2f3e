import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file } from './files';

async function openAsText(path: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('modelEfficiency.openAsText', file(path));
  return vscode.window.activeTextEditor!.document;
}

const place = (document: vscode.TextDocument, part: string) =>
  document.positionAt(document.getText().indexOf(part));

describe('ONNX as text', () => {
  it('opens read-only in its own language, with lenses, outline, hovers, definitions and references', async () => {
    const document = await openAsText('samples/digits-cnn.onnx');
    assert.equal(document.uri.scheme, 'model-efficiency-onnx');
    assert.equal(document.languageId, 'onnxtxt');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    assert.ok(lenses.some((l) => /parameters .* in one run/.test(l.command?.title ?? '')));
    assert.ok(lenses.some((l) => /% of all MACs/.test(l.command?.title ?? '')));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(symbols[0]!.children.length > 3);
    const type = place(document, 'Conv ');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      type,
    );
    assert.match((hovers[0]!.contents[0] as vscode.MarkdownString).value, /MACs: [\d,]+/);
    // The first input of the second operator is made by some line above it.
    const line = document.lineAt(symbols[0]!.children[1]!.range.start.line);
    const input = line.range.start.translate(0, line.text.lastIndexOf(' (') + 3);
    const defined = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      input,
    );
    assert.ok(defined.length === 1 && defined[0]!.range.start.isBefore(input));
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      input,
    );
    assert.ok(places.length >= 2);
  });

  it('offers the text under Reopen With, and leaves no empty tab', async () => {
    await vscode.commands.executeCommand(
      'vscode.openWith',
      file('samples/digits-cnn.onnx'),
      'modelEfficiency.onnxText',
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const tabs = vscode.window.tabGroups.all.flatMap((g) => g.tabs);
    assert.ok(
      tabs.some(
        (t) => t.input instanceof vscode.TabInputText && t.input.uri.scheme === 'model-efficiency-onnx',
      ),
    );
    assert.ok(
      !tabs.some(
        (t) => t.input instanceof vscode.TabInputCustom && t.input.viewType === 'modelEfficiency.onnxText',
      ),
    );
  });

  it('tells what is wrong with a text that is written, while it is typed', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'onnxtxt',
      content: 'g (float[2, 3] X) => (Y) {\n  Y = Relu (X\n}\n',
    });
    const editor = await vscode.window.showTextDocument(document);
    const told = async (want: RegExp | undefined) => {
      for (let i = 0; i < 100; i++) {
        const found = vscode.languages.getDiagnostics(document.uri).map((d) => d.message);
        if (want ? found.some((m) => want.test(m)) : !found.some((m) => /missing/.test(m))) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return assert.fail(
        vscode.languages
          .getDiagnostics(document.uri)
          .map((d) => d.message)
          .join(),
      );
    };
    await told(/'\)' is missing after the inputs of Relu/);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 13), ')'));
    await told(undefined);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
});
