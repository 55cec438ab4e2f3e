import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverOver, lensesOf, openText, until, untilAsync } from './files';

const closeAll = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

describe('a model config', () => {
  afterEach(closeAll);

  it('has one lens, over its first line, that opens the page', async () => {
    const document = await openText('samples/llama-8b/config.json');
    const lenses = await lensesOf(document);
    assert.equal(lenses.length, 1);
    const [lens] = lenses;
    assert.equal(lens!.range.start.line, 0);
    // Published: Llama-3.1-8B has 8,030,261,248 parameters; at two bytes each 16.06 GB.
    assert.match(lens!.command!.title, /^8\.03 B parameters · 16\.06 GB bf16 · cache 128 KiB\/token/);
    assert.equal(lens!.command!.command, 'modelEfficiency.showPage');
  });

  it('says over a key what it costs, with the numbers put in', async () => {
    const document = await openText('samples/llama-8b/config.json');
    // 128,256 x 4,096 x 2 (embedding and head are apart) = 1,050,673,152.
    assert.match(await hoverOver(document, '"vocab_size"'), /1,050,673,152/);
    assert.match(await hoverOver(document, '"num_key_value_heads"'), /cache/i);
    assert.match(await hoverOver(document, '"rms_norm_eps"'), /no size follows from it/);
    // The technique that stands on the key, with its saving: 512 MiB of cache, half of it in FP8.
    assert.match(await hoverOver(document, '"num_key_value_heads"'), /Would cut it: .*512 MiB → 256 MiB/);
  });

  it('keeps its lens on its line while the JSON is broken', async () => {
    const document = await openText('samples/llama-8b/config.json');
    const [before] = await lensesOf(document);
    for (const breakage of ['', '{ "model_typ', '"model_type": "llama", ']) {
      const edit = new vscode.WorkspaceEdit();
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(document.uri, all, breakage + document.getText().slice(0, breakage === '' ? -3 : 0));
      await vscode.workspace.applyEdit(edit);
      const [after] = await lensesOf(document);
      assert.ok(after, `no lens for ${JSON.stringify(breakage)}`);
      assert.equal(after.range.start.line, 0);
      assert.ok(after.command!.title.length > 0);
    }
    assert.ok(before);
  });

  it('turns the lens off and leaves the hover on, and the reverse', async () => {
    const document = await openText('samples/llama-8b/config.json');
    const settings = vscode.workspace.getConfiguration('modelEfficiency');
    await settings.update('lens.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await lensesOf(document), []);
      assert.notEqual(await hoverOver(document, '"vocab_size"'), '');
      await settings.update('lens.enabled', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
      assert.equal((await lensesOf(document)).length, 1);
      assert.equal(await hoverOver(document, '"vocab_size"'), '');
    } finally {
      await settings.update('lens.enabled', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('the units of bytes', () => {
  afterEach(closeAll);

  it('are followed by lens and hover at once, and given back', async () => {
    const document = await openText('samples/llama-8b/config.json');
    const settings = vscode.workspace.getConfiguration('modelEfficiency');
    const shows = (weights: RegExp) =>
      untilAsync(String(weights), async () =>
        weights.test((await lensesOf(document))[0]?.command?.title ?? ''),
      );
    await shows(/16\.06 GB bf16 · cache 128 KiB/);
    try {
      // 16,060,522,496 bytes are 14.957 x 2^30; 131,072 bytes a token 131.07 kB.
      await settings.update('units', 'binary', vscode.ConfigurationTarget.Global);
      await shows(/14\.96 GiB bf16 · cache 128 KiB/);
      await settings.update('units', 'decimal', vscode.ConfigurationTarget.Global);
      await shows(/16\.06 GB bf16 · cache 131 kB/);
      assert.match(await hoverOver(document, '"num_key_value_heads"'), /537 MB → 268 MB/);
    } finally {
      await settings.update('units', undefined, vscode.ConfigurationTarget.Global);
    }
    await shows(/16\.06 GB bf16 · cache 128 KiB/);
  });
});

describe('a config that contradicts itself', () => {
  afterEach(closeAll);

  it('has its problems on the keys that say it, and loses them when they are mended', async () => {
    const document = await openText('fixtures/contradiction/config.json');
    const ours = () =>
      vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === 'Model Efficiency');
    await until('the problems', () => ours().length === 2);
    const at = (code: string) => ours().find((d) => d.code === code);
    // 4096 is no multiple of 30; a text is no size.
    const heads = at('config.heads-do-not-divide')!;
    assert.equal(heads.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(heads.message, /4096 is not a multiple of `num_attention_heads` 30/);
    const text = at('config.not-a-whole-number')!;
    assert.equal(document.getText(text.range), '"intermediate_size": "11008"');
    assert.equal(text.severity, vscode.DiagnosticSeverity.Error);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, text.range, '"intermediate_size": 11008');
    await vscode.workspace.applyEdit(edit);
    await until('the mended problem to go', () => ours().length === 1);
  });
});

describe('any other JSON', () => {
  afterEach(closeAll);

  for (const path of ['fixtures/web-project/config.json', 'fixtures/package.json']) {
    it(`${path} stays untouched`, async () => {
      const document = await openText(path);
      assert.deepEqual(await lensesOf(document), []);
      assert.equal((await hoverOver(document, '"name"')).includes('parameters'), false);
    });
  }
});
