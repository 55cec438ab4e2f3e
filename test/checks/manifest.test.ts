import assert from 'node:assert/strict';
import { SETTINGS } from '../../src/host/settingKeys';
import { json, sources } from './files';

const manifest = json('package.json');
const { contributes } = manifest;
const words = json('package.nls.json');
/** A text of the manifest in English. */
const english = (text: string): string => text.replace(/^%(.+)%$/, (_, key: string) => words[key] ?? '');

/** Every first capture of a pattern in all sources, sorted, once each. */
const named = (pattern: RegExp) =>
  [...new Set([...sources().matchAll(pattern)].map((match) => match[1]!))].sort();

describe('the manifest against the sources', () => {
  it('declares every command that is registered, and the reverse', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command).sort();
    assert.ok(declared.length > 0);
    assert.deepEqual(named(/registerCommand\(\s*'([^']+)'/g), declared);
  });

  it('puts every command in the one category, with a title', () => {
    for (const { command, category, title } of contributes.commands) {
      assert.equal(category, 'Model Efficiency', command);
      assert.ok(english(title).length > 0 && !english(title).endsWith('.'), command);
      assert.match(command, /^modelEfficiency\./);
    }
  });

  it('declares every custom editor that is registered, and the reverse', () => {
    const declared = contributes.customEditors.map(({ viewType }: { viewType: string }) => viewType).sort();
    assert.deepEqual(named(/registerCustomEditorProvider\(\s*'([^']+)'/g), declared);
  });

  it('declares every setting that is read, with the same default, and the reverse', () => {
    const properties: Record<
      string,
      { default: unknown; description?: string; markdownDescription?: string }
    > = contributes.configuration.properties;
    const declared = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, value.default]),
    );
    assert.deepEqual(
      Object.fromEntries(Object.entries(SETTINGS).map(([key, value]) => [`modelEfficiency.${key}`, value])),
      declared,
    );
    for (const [key, value] of Object.entries(properties)) {
      assert.ok(english(value.description ?? value.markdownDescription ?? '').length > 10, key);
    }
    for (const key of Object.keys(SETTINGS))
      assert.match(sources(), new RegExp(`['.]${key.replaceAll('.', '\\.')}\\b`));
  });

  it('activates on nothing but JSON and pages to be restored: the rest activates by itself', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:json',
      'onLanguage:jsonc',
      'onWebviewPanel:modelEfficiency.page',
      'onWebviewPanel:modelEfficiency.comparison',
    ]);
  });

  it('runs where the workspace is not trusted, and where it is virtual', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('names an API no newer than the engine it asks for', () => {
    assert.equal(manifest.engines.vscode, '^1.100.0');
    assert.equal(manifest.devDependencies['@types/vscode'], '1.100.0');
    assert.equal(json('node_modules/@types/vscode/package.json').version, '1.100.0');
  });

  it('is what users know it by', () => {
    assert.equal(manifest.name, 'model-efficiency-lens');
    assert.equal(manifest.displayName, 'Model Efficiency Lens');
    assert.equal(manifest.license, 'MIT');
    assert.equal(manifest.dependencies, undefined, 'everything is bundled');
  });
});
