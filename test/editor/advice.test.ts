import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allLenses, file, isReserved, lensesOf, openText, untilAsync } from './files';

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
const LLAMA = 'samples/llama-8b/config.json';

/** Hints come a moment after the text: asked again until there are some. */
async function hintsOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const hints = await lensesOf(document, 'modelEfficiency.explain');
    if (hints.length > 0) return hints;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [];
}

const keyOf = (document: vscode.TextDocument, lens: vscode.CodeLens) =>
  /"(\w+)"/.exec(document.lineAt(lens.range.start.line).text)?.[1];

async function actionsOn(document: vscode.TextDocument, text: string): Promise<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(text) + 1);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
  );
  return actions.filter((a) => a.command?.command.startsWith('modelEfficiency.'));
}

/** Writes over a piece of the text that occurs in it. */
async function replaceText(document: vscode.TextDocument, was: string, by: string): Promise<void> {
  const start = document.getText().indexOf(was);
  assert.ok(start >= 0, was);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + was.length));
  edit.replace(document.uri, range, by);
  await vscode.workspace.applyEdit(edit);
}

async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await closeAll();
}

describe('advice in a config', () => {
  afterEach(revert);

  it('hints at most three times, over the keys that cause the cost', async () => {
    const document = await openText(LLAMA);
    const hints = await hintsOf(document);
    assert.ok(hints.length >= 1 && hints.length <= 3, String(hints.length));
    const keys = hints.map((h) => keyOf(document, h));
    assert.equal(new Set(keys).size, keys.length);
    const cache = hints.find((h) => keyOf(document, h) === 'num_key_value_heads');
    // 131,072 B x 4,096 tokens = 512 MiB, half of it in FP8.
    assert.match(cache?.command?.title ?? '', /512 MiB → 256 MiB/);
  });

  it('keeps number and places of the hints through typing and undo', async () => {
    const document = await openText(LLAMA);
    const before = (await hintsOf(document)).map((h) => keyOf(document, h));
    const at = document.positionAt(document.getText().indexOf('"hidden_size"'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, '"note": "x",\n  ');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(
      (await hintsOf(document)).map((h) => keyOf(document, h)),
      before,
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(
      (await hintsOf(document)).map((h) => keyOf(document, h)),
      before,
    );
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(
      (await hintsOf(document)).map((h) => keyOf(document, h)),
      before,
    );
  });

  it('answers the first look at once, its line reserved, and the figures take that line', async () => {
    const document = await openText('samples/gpt2-small/config.json');
    const first = await allLenses(document);
    const found = await lensesOf(document);
    assert.equal(found.length, 1);
    const lines = (list: readonly vscode.CodeLens[]) => list.map((l) => l.range.start.line);
    // Where the editor asked before this test did, the figures may be there already.
    assert.deepEqual(
      lines(first.filter((l) => isReserved(l) || l.command?.command === 'modelEfficiency.showPage')),
      [0],
    );
  });

  it('keeps number and lines of all lenses while a value is typed, a comma is missing, and through undo', async () => {
    const document = await openText(LLAMA);
    await lensesOf(document);
    await hintsOf(document);
    const editor = await vscode.window.showTextDocument(document);
    // The difference to the saved file comes and goes beside the figures, on a line that is there already.
    const shown = async () =>
      (await allLenses(document))
        .filter(
          (l) =>
            l.command?.command === 'modelEfficiency.explain' || / parameters · /.test(l.command?.title ?? ''),
        )
        .map((l) => l.range.start.line)
        .sort((a, b) => a - b);
    const before = await shown();
    assert.ok(before.length >= 3, String(before));
    const rest = () => new Promise((resolve) => setTimeout(resolve, 450));
    const text = document.getText();
    const value = text.indexOf('"num_hidden_layers": ') + '"num_hidden_layers": '.length;
    const put = async (from: number, length: number, by: string) => {
      await editor.edit((e) =>
        e.replace(new vscode.Range(document.positionAt(from), document.positionAt(from + length)), by),
      );
      assert.deepEqual(await shown(), before, JSON.stringify(document.getText().slice(from - 24, from + 6)));
    };
    // 32 is taken away from its end; without a value the JSON is broken, for longer than typing rests.
    await put(value + 1, 1, '');
    await put(value, 1, '');
    await rest();
    assert.deepEqual(await shown(), before, 'no value');
    await put(value, 0, '3');
    await put(value + 1, 0, '2');
    // A comma is missing.
    const comma = document.getText().indexOf(',', value);
    await put(comma, 1, '');
    await rest();
    assert.deepEqual(await shown(), before, 'no comma');
    for (let i = 0; i < 8 && document.getText() !== text; i++) {
      await vscode.commands.executeCommand('undo');
      assert.deepEqual(await shown(), before, `undo ${i}`);
    }
    assert.equal(document.getText(), text);
    await rest();
    assert.deepEqual(await shown(), before, 'after all');
  });

  it('keeps the last good hints over their keys while the JSON is broken', async () => {
    const document = await openText(LLAMA);
    const before = (await hintsOf(document)).map((h) => [keyOf(document, h), h.command!.title]);
    // A quote is missing, and a line more stands above: all that follows moves down.
    await replaceText(document, '"hidden_size"', '"note": "x,\n  "hidden_size"');
    for (const wait of [0, 600]) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const now = (await hintsOf(document)).map((h) => [keyOf(document, h), h.command!.title]);
      assert.deepEqual(now, before, `after ${wait} ms`);
    }
    await vscode.commands.executeCommand('undo');
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(
      (await hintsOf(document)).map((h) => [keyOf(document, h), h.command!.title]),
      before,
    );
  });

  it('shows all, or none, as the setting says, and never a hidden one', async () => {
    const document = await openText(LLAMA);
    const settings = vscode.workspace.getConfiguration('modelEfficiency');
    const top = await hintsOf(document);
    const [, id] = top[0]!.command!.arguments as [vscode.Uri, string];
    try {
      await settings.update('hints.show', 'all', vscode.ConfigurationTarget.Global);
      await untilAsync('all hints', async () => (await hintsOf(document)).length > top.length);
      await settings.update('hints.show', 'never', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await lensesOf(document, 'modelEfficiency.explain'), []);
      await settings.update('hints.show', undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('modelEfficiency.hideHint', id);
      const shown = async () =>
        (await hintsOf(document)).map((h) => (h.command!.arguments as [vscode.Uri, string])[1]);
      await untilAsync('hints without the hidden one', async () => {
        const left = await shown();
        return left.length > 0 && !left.includes(id);
      });
    } finally {
      await settings.update('hints.show', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hints.hidden', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('offers on a key to try, to explain and to hide', async () => {
    const document = await openText(LLAMA);
    const titles = (await actionsOn(document, '"num_hidden_layers"')).map((a) => a.title);
    assert.ok(
      titles.some((t) => t.startsWith('Try it: 28 layers instead of 32')),
      titles.join('\n'),
    );
    assert.ok(titles.some((t) => t.startsWith('Explain: ')));
    assert.ok(titles.some((t) => t.startsWith('Never hint at: ')));
    assert.deepEqual(await actionsOn(document, '"rms_norm_eps"'), []);
  });

  it('tries a change as a diff beside the original, the difference on top, the file untouched', async () => {
    const document = await openText(LLAMA);
    const text = document.getText();
    const onDisk = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    const before = await onDisk();
    await vscode.commands.executeCommand('modelEfficiency.tryIt', document.uri, 'depth-pruning');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(tab.input instanceof vscode.TabInputTextDiff);
    assert.match(tab.label, /28 layers instead of 32: .*8\.03 B → 7\.16 B/);
    const tried = await vscode.workspace.openTextDocument(tab.input.modified);
    assert.equal((JSON.parse(tried.getText()) as { num_hidden_layers: number }).num_hidden_layers, 28);
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
    assert.equal(await onDisk(), before);
  });

  it('applies a tried change as an edit that undo takes back, and writes nothing', async () => {
    const document = await openText(LLAMA);
    const text = document.getText();
    const onDisk = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    const before = await onDisk();
    await vscode.commands.executeCommand('modelEfficiency.tryIt', document.uri, 'depth-pruning');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(tab.input instanceof vscode.TabInputTextDiff);
    const lenses = await lensesOf(
      await vscode.workspace.openTextDocument(tab.input.modified),
      'modelEfficiency.applyTried',
    );
    assert.deepEqual(
      lenses.map((l) => l.command!.title),
      ['Apply'],
    );
    // As the button of the diff's title does: without arguments it is the active diff that is applied.
    await vscode.commands.executeCommand('modelEfficiency.applyTried');
    assert.equal((JSON.parse(document.getText()) as { num_hidden_layers: number }).num_hidden_layers, 28);
    assert.equal(document.isDirty, true);
    assert.equal(await onDisk(), before);
    const inputs = vscode.window.tabGroups.all.flatMap((g) => g.tabs).map((t) => t.input);
    assert.ok(!inputs.some((input) => input instanceof vscode.TabInputTextDiff), 'the diff is closed');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    assert.equal(await onDisk(), before);
  });

  it('shows the card, not a message, of a technique that is no change of keys', async () => {
    const document = await openText(LLAMA);
    await vscode.commands.executeCommand('modelEfficiency.tryIt', document.uri, 'lora');
    const cards = vscode.workspace.textDocuments.filter((d) => d.uri.scheme === 'model-efficiency-card');
    assert.ok(cards.some((d) => d.uri.fragment === 'lora'));
  });

  it('tells the difference to the saved file while it is edited', async () => {
    const document = await openText(LLAMA);
    await lensesOf(document);
    await replaceText(document, '"num_hidden_layers": 32', '"num_hidden_layers": 16');
    // 16 layers less of 218,112,000 parameters: 4,540,469,248 are left.
    await untilAsync('the difference', async () =>
      (await lensesOf(document)).some((l) =>
        l.command!.title.startsWith('since saved: Parameters 8.03 B → 4.54 B'),
      ),
    );
    await vscode.commands.executeCommand('undo');
    await untilAsync('no difference after undo', async () =>
      (await lensesOf(document)).every((l) => !l.command!.title.startsWith('since saved')),
    );
  });

  it('explains a technique for the file, and lists all with the reason why not', async () => {
    await vscode.commands.executeCommand(
      'modelEfficiency.explain',
      file(LLAMA),
      'grouped-multi-query-attention',
    );
    await vscode.commands.executeCommand('modelEfficiency.showTechniques', file(LLAMA));
    const texts = vscode.workspace.textDocuments
      .filter((d) => d.uri.scheme === 'model-efficiency-card')
      .map((d) => d.getText());
    assert.ok(texts.some((t) => t.includes('already uses GQA') && t.includes('arxiv.org/abs/2305.13245')));
    assert.ok(texts.some((t) => t.startsWith('# Techniques for') && t.includes('## Does not apply')));
  });
});

describe('budgets', () => {
  afterEach(revert);

  it('warn on the key that decides the figure, and only where one is exceeded', async () => {
    const settings = vscode.workspace.getConfiguration('modelEfficiency');
    const document = await openText(LLAMA);
    const ours = () =>
      vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === 'Model Efficiency');
    try {
      await settings.update(
        'budgets',
        { maxParameters: 7e9, maxCacheBytesPerToken: 200_000 },
        vscode.ConfigurationTarget.Global,
      );
      for (const end = Date.now() + 10_000; Date.now() < end && ours().length === 0;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(ours().length, 1);
      assert.match(ours()[0]!.message, /8\.03 B: over the budget of 7 B/);
      assert.equal(ours()[0]!.severity, vscode.DiagnosticSeverity.Warning);
      assert.match(document.getText(ours()[0]!.range), /^"num_hidden_layers"/);
    } finally {
      await settings.update('budgets', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('advice in other JSON', () => {
  afterEach(revert);

  it('stays away', async () => {
    const document = await openText('fixtures/web-project/config.json');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await lensesOf(document, 'modelEfficiency.'), []);
    assert.deepEqual(await actionsOn(document, '"'), []);
  });
});
