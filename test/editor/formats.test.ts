import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LLAMA_2_7B } from '../support/llama2';
import { file, hoverOver, lensesOf, openText, until } from './files';

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
/** The lens over the figures, not those over what a change would mean. */
const summaryOf = async (document: vscode.TextDocument) =>
  (await lensesOf(document)).find((lens) => / parameters · /.test(lens.command!.title));
const titleOf = async (document: vscode.TextDocument) => (await summaryOf(document))?.command?.title ?? '';

/** Asks for the lens again until its title is as it should be. */
async function titleLike(document: vscode.TextDocument, pattern: RegExp): Promise<string> {
  let title = '';
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    title = await titleOf(document);
    if (pattern.test(title)) return title;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the lens says '${title}', not ${pattern}`);
}

describe('files of weights', () => {
  afterEach(closeAll);

  for (const path of ['gguf/little3.gguf', 'checkpoint/model-00001-of-00002.safetensors']) {
    it(`${path} opens in the page by itself`, async () => {
      await vscode.commands.executeCommand('vscode.open', file(path));
      const input = await until('the custom editor', () => {
        const now = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return now instanceof vscode.TabInputCustom ? now : undefined;
      });
      assert.equal(input.viewType, 'modelEfficiency.weights');
      assert.equal(input.uri.toString(), file(path).toString());
    });
  }

  it('have a report, about the active one when none is given', async () => {
    await vscode.commands.executeCommand('vscode.open', file('gguf/little3.gguf'));
    await until(
      'the custom editor',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
    );
    await vscode.commands.executeCommand('modelEfficiency.showReport');
    const report = await until('the report', () =>
      vscode.workspace.textDocuments.find(
        (d) => d.uri.scheme === 'model-efficiency-report' && d.uri.query.includes('little3'),
      ),
    );
    // The sum of the elements that the format's own package wrote, see test/fixtures/gguf/expected.json.
    assert.match(report.getText(), /1,268,992/);
    // Two layers of two heads of 32, keys and values at two bytes: the architecture is told by the metadata.
    assert.match(report.getText(), /512 B\/token/);
  });
});

describe('a config with its checkpoint beside it', () => {
  afterEach(closeAll);

  it('says that it agrees, and that it does not when a shard goes, without a change of its text', async () => {
    const document = await openText('checkpoint/config.json');
    const title = await titleLike(document, /agrees with 2 shards/);
    assert.match(title, /^5\.2 K parameters · .* · agrees with 2 shards, 10\.41 kB$/);
    const lens = await summaryOf(document);
    assert.match(lens!.command!.tooltip ?? '', /On disk: exact: agrees with 2 shards.*inv_freq/);
    const shard = file('checkpoint/model-00002-of-00002.safetensors');
    const away = file('checkpoint/away.bak');
    await vscode.workspace.fs.rename(shard, away);
    try {
      await titleLike(document, /differs from 1 file/);
    } finally {
      await vscode.workspace.fs.rename(away, shard);
    }
    await titleLike(document, /agrees with 2 shards/);
  });

  it('says while it is edited what its text would mean for the checkpoint', async () => {
    const document = await openText('checkpoint/config.json');
    await titleLike(document, /agrees with/);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('"intermediate_size": 24') + '"intermediate_size": '.length;
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 2)), '32');
    await vscode.workspace.applyEdit(edit);
    // The last figures stand until the new ones are there.
    await titleLike(document, /differs from 2 shards/);
    // In the Problems view, on the key that explains it.
    const ours = () => vscode.languages.getDiagnostics(document.uri).filter((d) => d.code === 'disk.differs');
    const told = await until('the difference', () => ours()[0]);
    assert.equal(document.getText(told.range), '"intermediate_size": 32');
    assert.equal(told.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(
      told.message,
      /^`intermediate_size` is 32, but the 2 shards beside it fit 24: model\.layers\.0\.mlp\.\w+\.weight is stored as/,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the difference to go', () => ours().length === 0);
  });
});

describe('files that name a model', () => {
  const folder = file('named');
  const write = (path: string, value: unknown) =>
    vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, path),
      new TextEncoder().encode(JSON.stringify(value, null, 1)),
    );
  before(async () => {
    await write('base/config.json', LLAMA_2_7B);
    await write('lora/adapter_config.json', {
      peft_type: 'LORA',
      r: 8,
      target_modules: ['q_proj', 'v_proj'],
      base_model_name_or_path: 'meta/base',
    });
    await write('params.json', { dim: 4096, multiple_of: 256, n_heads: 32, n_layers: 32, vocab_size: 32000 });
    await write('scheduler/scheduler_config.json', {
      _class_name: 'PNDMScheduler',
      _diffusers_version: '0.6.0',
      beta_end: 0.012,
    });
    await write('model_index.json', {
      _class_name: 'Pipeline',
      _diffusers_version: '0.6.0',
      base: ['transformers', 'LlamaForCausalLM'],
    });
  });
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));
  afterEach(closeAll);

  // Rank 8 on q and v of Llama 7B, as PEFT prints it; Llama 2 7B as published.
  for (const [path, title] of [
    ['lora/adapter_config.json', /^4\.19 M parameters .* of its base’s 6\.74 B$/],
    ['params.json', /^6\.74 B parameters/],
    ['model_index.json', /^6\.74 B parameters/],
  ] as const)
    it(`${path} has a lens`, async () => {
      const document = await openText(`named/${path}`);
      assert.match(await titleOf(document), title);
    });

  it('params.json has hovers on its own keys', async () => {
    assert.match(await hoverOver(await openText('named/params.json'), '"n_layers"'), /Decides/);
  });

  it('marks the part that is not there, and leads to what is wrong inside another', async () => {
    await write('parts/text_encoder/config.json', { ...LLAMA_2_7B, num_attention_heads: 30 });
    await write('parts/model_index.json', {
      _class_name: 'Pipeline',
      _diffusers_version: '0.6.0',
      text_encoder: ['transformers', 'LlamaModel'],
      unet: ['diffusers', 'UNet2DConditionModel'],
    });
    const document = await openText('named/parts/model_index.json');
    const marked = (code: string) =>
      until(code, () => vscode.languages.getDiagnostics(document.uri).find((d) => d.code === code));
    assert.match(document.getText((await marked('parts.not-read')).range), /^"unet"/);
    const inside = await marked('config.heads-do-not-divide');
    assert.match(document.getText(inside.range), /^"text_encoder"/);
    const [there] = inside.relatedInformation ?? [];
    assert.match(there!.location.uri.path, /named\/parts\/text_encoder\/config\.json$/);
    const text = await vscode.workspace.openTextDocument(there!.location.uri);
    assert.match(text.lineAt(there!.location.range.start.line).text, /"num_attention_heads": 30/);
  });

  it('a scheduler is none of them', async () => {
    assert.deepEqual(await lensesOf(await openText('named/scheduler/scheduler_config.json')), []);
  });
});
