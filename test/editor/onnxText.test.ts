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

  it('analyses a written text when typing rests, not at every key, and moves the last good lenses with the lines', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'onnxtxt',
      content:
        '<ir_version: 10, opset_import: ["": 21]>\ng (float[2, 64] X) => (float[2, 64] Y)\n<float[64, 64] W = {}>\n{\n  Y = MatMul (X, W)\n}\n',
    });
    const editor = await vscode.window.showTextDocument(document);
    const lenses = async () =>
      (
        await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          100,
        )
      ).filter((l) => /in one run/.test(l.command?.title ?? ''));
    const [first] = await lenses();
    // 2 x 64 x 64 MACs.
    assert.match(first!.command!.title, /8\.19 kMACs in one run/);
    assert.equal(first!.range.start.line, 1);
    // One key after another: each makes the statement one that cannot be read, until the last.
    let told = 0;
    const counting = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) told++;
    });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# two products\n'));
    const line = '  Z = MatMul (X, W)\n';
    const from = new vscode.Position(5, 0);
    for (let i = 0; i < line.length; i++)
      await editor.edit((edit) => edit.insert(from.translate(0, i), line[i]!), {
        undoStopBefore: false,
        undoStopAfter: false,
      });
    const [kept] = await lenses();
    assert.equal(kept!.range.start.line, 2, 'the lens went along with its line');
    assert.ok(told <= 3, `told ${told} times of problems during ${line.length} keys`);
    counting.dispose();
    let now = '';
    for (let i = 0; i < 60 && !/16\.38 kMACs/.test(now); i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = (await lenses())[0]!.command!.title;
    }
    assert.match(now, /16\.38 kMACs in one run/);
  });

  it('keeps the last good figures while a line is half written, then shows those of the rest and says so', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'onnxtxt',
      content:
        '<ir_version: 10, opset_import: ["": 21]>\ng (float[2, 64] X) => (float[2, 64] Y)\n<float[64, 64] W = {}>\n{\n  H = MatMul (X, W)\n  Y = MatMul (H, W)\n}\n',
    });
    const editor = await vscode.window.showTextDocument(document);
    const title = async () =>
      (
        await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          100,
        )
      )
        .map((l) => l.command?.title ?? '')
        .find((t) => /in one run/.test(t)) ?? '';
    assert.match(await title(), /16\.38 kMACs/);
    await editor.edit((edit) => edit.delete(new vscode.Range(5, 12, 5, 19)));
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.match(await title(), /16\.38 kMACs in one run · peak [^·]*$/);
    let now = '';
    for (let i = 0; i < 80 && !/without/.test(now); i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await title();
    }
    assert.match(now, /8\.19 kMACs in one run · peak .* · without what cannot be read/);
  });

  it('highlights a value where it is made and read, folds layers and graphs, and names them in the outline', async () => {
    const document = await openAsText('samples/text-encoder.onnx');
    const text = document.getText();
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const [graph] = symbols;
    // The body of the graph and each of its sections fold, from the line that names them.
    const body = document.positionAt(text.indexOf('\n{') + 1).line;
    assert.ok(folds.some((f) => f.start === body && f.end === graph!.range.end.line));
    const sections = graph!.children.filter((c) => c.kind === vscode.SymbolKind.Namespace);
    assert.deepEqual(
      sections.map((c) => c.name),
      ['attention'],
    );
    for (const section of sections) {
      const { start, end } = section.range;
      assert.match(document.lineAt(start.line).text, /^\s*# /);
      assert.ok(
        folds.some((f) => f.start === start.line && f.end === end.line),
        section.name,
      );
    }
    // Some value that a later line reads: every highlight is its name, in as many places as the text has.
    const made = /^\s+(?:\[[^\]]*\] )?("[^"]+"|\w+) = (?:MatMul|Gemm)/m.exec(text)!;
    const name = made[1]!;
    const at = document.positionAt(made.index + made[0].indexOf(`${name} =`) + 1);
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      at,
    );
    assert.deepEqual([...new Set(found.map((h) => document.getText(h.range)))], [name]);
    assert.ok(found.length >= 2 && found.some((h) => h.range.contains(at)));
  });

  it('folds sub-graphs, and finds a value of the graph around where a sub-graph reads it', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'onnxtxt',
      content: `<ir_version: 10, opset_import: ["": 21]>
choice (bool C, float[2] X) => (float[2] Y)
{
  S = Add (X, X)
  Y = If (C) <
    then_branch = yes () => (float[2] A)
    {
      A = Relu (S)
    },
    else_branch = no () => (float[2] B)
    {
      B = Neg (S)
    }
  >
}
`,
    });
    await vscode.window.showTextDocument(document);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const lines = folds.map((f) => `${f.start}-${f.end}`);
    assert.deepEqual(
      ['2-14', '6-8', '10-12'].filter((fold) => !lines.includes(fold)),
      [],
    );
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      new vscode.Position(7, 16),
    );
    assert.deepEqual(
      places.map((p) => p.range.start.line),
      [3, 7, 11],
    );
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
});
