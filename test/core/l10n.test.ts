import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { num } from '../../src/core/costs/text';
import { setLocale } from '../../src/core/locale';
import { formatBytes, formatInteger, formatShare } from '../../src/core/views/format';
import { bundleText, sourceTexts } from '../support/makeBundle';

const root = path.resolve(__dirname, '../..');
const read = (file: string) =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
/** Languages that the page and the host are translated into. */
const languages = readdirSync(path.join(root, 'l10n'))
  .map((name) => /^bundle\.l10n\.([\w-]+)\.json$/.exec(name)?.[1])
  .filter((language) => language !== undefined);

const placeholders = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([name]) => name).sort();

describe('translations', () => {
  const texts = sourceTexts();
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  const keys = [...manifest.matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!).sort();

  it('begin with every text of the sources, once: npm run bundle-texts writes them', () => {
    assert.ok(texts.length > 200);
    assert.equal(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8'), bundleText());
  });

  it('are there in German', () => assert.deepEqual(languages, ['de']));

  for (const language of languages) {
    it(`into ${language} have every text of page and host, with what is put in`, () => {
      const words = read(`l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(
        texts.filter((text) => !Object.hasOwn(words, text)),
        [],
      );
      assert.deepEqual(
        Object.keys(words).filter((text) => !texts.includes(text)),
        [],
        'words that nothing shows any more',
      );
      for (const text of texts) {
        assert.notEqual(words[text]!.trim(), '', text);
        assert.deepEqual(placeholders(words[text]!), placeholders(text), text);
      }
    });

    it(`into ${language} have every text of the manifest and no other`, () => {
      const words = read(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(words).sort(), keys);
      for (const key of keys) assert.notEqual(words[key]!.trim(), '', key);
    });
  }

  it('of the manifest have their English', () => {
    assert.ok(keys.length > 30);
    assert.deepEqual(Object.keys(read('package.nls.json')).sort(), keys);
  });

  it('are told to the editor in the manifest, which holds no plain title or description of its own', () => {
    const { l10n, contributes } = JSON.parse(manifest) as { l10n?: string; contributes: unknown };
    assert.equal(l10n, './l10n');
    const plain: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        const isText = /^(title|description|markdownDescription|displayName)$/.test(name);
        // The name of the product stays as it is.
        if (isText && typeof inner === 'string' && !/^%.+%$/.test(inner) && inner !== 'Model Efficiency')
          plain.push(inner);
        walk(inner);
      }
    };
    walk(contributes);
    assert.deepEqual(plain, []);
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
