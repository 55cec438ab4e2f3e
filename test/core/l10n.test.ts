import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { num } from '../../src/core/costs/text';
import { setLocale } from '../../src/core/locale';
import { formatBytes, formatInteger, formatShare } from '../../src/core/views/format';
import { WORDS } from '../../src/protocol/words';

const root = path.resolve(__dirname, '../..');
const bundles = readdirSync(path.join(root, 'l10n')).filter((name) => /^bundle\.l10n\.\w+\.json$/.test(name));

/** Texts that the host gives to `vscode.l10n.t` as they stand in its sources. */
function hostTexts(): readonly string[] {
  return readdirSync(path.join(root, 'src/host'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(path.join(root, 'src/host', name), 'utf8').matchAll(/l10n\.t\(\s*'([^']*)'/g),
    ])
    .map(([, text]) => text!);
}

const placeholders = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([name]) => name).sort();

describe('translations', () => {
  const texts = [...new Set([...Object.values(WORDS), ...hostTexts()])];

  it('are there, and the host has texts of its own', () => {
    assert.ok(bundles.includes('bundle.l10n.de.json'));
    assert.ok(hostTexts().length > 5);
  });

  for (const bundle of bundles)
    it(`${bundle} has every text, with what is put in`, () => {
      const words = JSON.parse(readFileSync(path.join(root, 'l10n', bundle), 'utf8')) as Record<
        string,
        string
      >;
      assert.deepEqual(
        texts.filter((text) => !Object.hasOwn(words, text)),
        [],
      );
      for (const text of texts) assert.deepEqual(placeholders(words[text]!), placeholders(text), text);
    });

  it('are told to the editor in the manifest', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { l10n?: string };
    assert.equal(manifest.l10n, './l10n');
  });
});

describe('numbers in another language', () => {
  afterEach(() => setLocale('en-US'));

  it('follow the one locale in every view and formula', () => {
    setLocale('de');
    assert.equal(formatInteger(8030261248), '8.030.261.248');
    assert.equal(formatBytes(16060522496, 'decimal'), '16,06 GB');
    assert.equal(formatShare(1, 8), '12,5 %');
    assert.equal(num(131072), '131.072');
    setLocale('no such tag');
    assert.equal(formatInteger(1000), '1.000');
  });
});
