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

  const MLP = `<ir_version: 10, opset_import: ["": 21]>
mlp (float[2, 784] x) => (float[2, 10] y)
<float[784, 256] w1, float[256, 10] w2 = {}>
{
  h = MatMul (x, w1)
  a = Relu (h)
  y = MatMul (a, w2)
}
`;
  const write = async (content: string) => {
    const document = await vscode.workspace.openTextDocument({ language: 'onnxtxt', content });
    const editor = await vscode.window.showTextDocument(document);
    return { document, editor };
  };
  const until = async (holds: () => boolean, what: string) => {
    for (let i = 0; i < 100 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(holds(), what);
  };

  it('completes operators, attributes, values and types while a text is written, and shows signatures', async () => {
    const { document, editor } = await write(MLP);
    const complete = async (line: number, text: string) => {
      await editor.edit((edit) => edit.replace(document.lineAt(line).range, text));
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(line, text.length),
      );
      return list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    };
    assert.ok((await complete(5, '  a = Re')).includes('Relu'));
    assert.deepEqual((await complete(5, '  a = Softmax <')).slice(0, 1), ['axis']);
    const values = await complete(5, '  a = Relu (');
    assert.equal(values[0], 'h', 'the nearest first');
    assert.ok(values.includes('x') && values.includes('w2') && !values.includes('y'));
    assert.ok((await complete(1, 'mlp (flo')).includes('float16'));
    await editor.edit((edit) =>
      edit.replace(document.lineAt(1).range, 'mlp (float[2, 784] x) => (float[2, 10] y)'),
    );
    await editor.edit((edit) => edit.replace(document.lineAt(5).range, '  a = Gemm (h, '));
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      new vscode.Position(5, 15),
    );
    assert.equal(help.signatures[0]!.label, 'Gemm (A, B, C?) → Y');
    assert.equal(help.activeParameter, 1);
  });

  it('mends a weight that is only declared, and renames a value everywhere', async () => {
    const { document } = await write(MLP);
    const told = () => vscode.languages.getDiagnostics(document.uri);
    await until(() => told().some((d) => d.code === 'onnxtxt.no-data'), 'told');
    const problem = told().find((d) => d.code === 'onnxtxt.no-data')!;
    assert.equal(document.getText(problem.range), 'w1');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find((a) => a.title === "Store it as a weight: add '= {}'");
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await until(() => told().length === 0, 'mended');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, 'w1 = '),
      'first weights',
    );
    await vscode.workspace.applyEdit(edit);
    assert.equal(
      document.getText(),
      MLP.replace('w1,', '"first weights" = {},').replace('w1)', '"first weights")'),
    );
    await until(() => told().length === 0, 'still right');
  });

  it('inserts each snippet as a text without problems', async () => {
    const insert = async (start: string, at: vscode.Position, snippet: string) => {
      const { document } = await write(start);
      const editor = vscode.window.activeTextEditor!;
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('editor.action.insertSnippet', {
        langId: 'onnxtxt',
        name: snippet,
      });
      return document;
    };
    const model = await insert('', new vscode.Position(0, 0), 'Model');
    await until(() => /MatMul \(x, w\)/.test(model.getText()), 'inserted');
    // The cursor stands in the first stop: what is typed replaces the graph's name.
    await vscode.commands.executeCommand('type', { text: 'net' });
    assert.match(model.getText(), /^net \(float\[batch, 128\] x\)/m);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: 'N' });
    assert.match(model.getText(), /^net \(float\[N, 128\] x\) => \(float\[N, 10\] y\)/m);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      model.uri,
      10,
    );
    // 128 x 10 weights.
    assert.match(lenses[0]!.command?.title ?? '', /^1\.28 K parameters/);
    assert.deepEqual(vscode.languages.getDiagnostics(model.uri), []);
  });

  it('finds functions, their calls and attributes; each value in its own graph', async () => {
    const { document } = await write(`<ir_version: 10, opset_import: ["": 21, "local": 1]>
g (float[2] x) => (float[2] y)
{
  h = local.Scaled <alpha = 2.0> (x)
  y = local.Scaled (h)
}
<domain: "local", opset_import: ["": 21]>
Scaled <alpha: float = 1.0> (x) => (y)
{
  a = Constant <value_float: float = @alpha> ()
  y = Mul (x, a)
}
`);
    const ask = async (kind: 'Definition' | 'Reference', at: vscode.Position) =>
      (
        await vscode.commands.executeCommand<vscode.Location[]>(
          `vscode.execute${kind}Provider`,
          document.uri,
          at,
        )
      ).map((l) => l.range.start.line);
    assert.deepEqual(await ask('Definition', place(document, 'Scaled (h)')), [7]);
    assert.deepEqual(await ask('Reference', place(document, 'Scaled <alpha: ')), [3, 4, 7]);
    assert.deepEqual(await ask('Definition', place(document, 'alpha> ()')), [7]);
    assert.deepEqual(await ask('Reference', place(document, 'x) => (y)')), [7, 10]);
    assert.deepEqual(await ask('Reference', place(document, 'x) => (float')), [1, 3]);
  });

  it('finds names of open texts by the symbol search, and nests the outline that sticky lines and breadcrumbs follow', async () => {
    const document = await openAsText('samples/text-encoder.onnx');
    const text = document.getText();
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'attention/products',
    );
    const here = found.filter((s) => s.location.uri.toString() === document.uri.toString());
    assert.ok(here.length > 0);
    for (const s of here)
      assert.match(document.lineAt(s.location.range.start.line).text, /attention\/products/);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    let nested = 0;
    const check = (s: vscode.DocumentSymbol, around?: vscode.DocumentSymbol) => {
      assert.ok(s.range.contains(s.selectionRange), s.name);
      // A line sticks while the rest of its part is read: parts begin where they are named and never overlap.
      if (around) {
        assert.ok(around.range.contains(s.range), `${s.name} in ${around.name}`);
        nested++;
      }
      s.children.forEach((c, i) => {
        if (i > 0) assert.ok(!s.children[i - 1]!.range.end.isAfter(c.range.start), c.name);
        check(c, s);
      });
    };
    symbols.forEach((s) => check(s));
    assert.ok(nested > 0);
    assert.match(document.lineAt(symbols[0]!.range.start.line).text, new RegExp(`^${symbols[0]!.name}`));
    assert.equal(text[document.offsetAt(symbols[0]!.range.end) - 1], '}');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
});
