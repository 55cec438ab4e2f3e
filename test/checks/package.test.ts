import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PackageManager, listFiles } from '@vscode/vsce';
import { filesUnder, json, root } from './files';

/** What a person who installs the extension gets: nothing of the sources, the tests or the samples. */
const expected = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli.js',
  'dist/engine.js',
  'dist/extension.js',
  'dist/view.css',
  'dist/view.js',
  'l10n/bundle.l10n.de.json',
  'l10n/bundle.l10n.json',
  'media/icon.png',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
];

describe('the package', () => {
  it('holds what runs and what is read, and nothing else', async () => {
    const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const grammar = filesUnder('syntaxes').filter((file) => file.endsWith('.json'));
    assert.deepEqual(listed.sort(), [...expected, ...grammar].sort());
    const bytes = listed.reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
    assert.ok(bytes < 5_000_000, `${bytes} bytes unpacked`);
  });

  it('names entry points that are there', () => {
    const manifest = json('package.json');
    for (const file of [manifest.main, ...Object.values<string>(manifest.bin), manifest.icon]) {
      assert.ok(existsSync(path.join(root, file)), file);
    }
  });

  it('has an icon of 128 pixels', () => {
    const png = readFileSync(path.join(root, 'media', 'icon.png'));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });

  it('keeps lines of its own: README and CHANGELOG with the version that it has', () => {
    assert.match(readFileSync(path.join(root, 'README.md'), 'utf8'), /^# Model Efficiency Lens/);
    assert.match(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), /^# Changelog/);
  });
});

describe('the samples', () => {
  it('are there: configs and ONNX files that the project wrote itself', () => {
    const samples = filesUnder('media/samples');
    assert.ok(samples.filter((file) => file.endsWith('config.json')).length >= 3, samples.join(', '));
    assert.ok(samples.filter((file) => file.endsWith('.onnx')).length >= 2, samples.join(', '));
  });
});

describe('what is committed', () => {
  const readable = /\.(ts|mjs|cjs|js|json|md|css|html|py|txt|yml|sh)$/;
  const places = ['src', 'media', 'test', 'docs', 'syntaxes', 'l10n', '.ci'];
  const top = [
    'package.json',
    'package.nls.json',
    'package.nls.de.json',
    'package-lock.json',
    'README.md',
    'CHANGELOG.md',
    'ARCHITECTURE.md',
    'esbuild.mjs',
  ];

  it('names no path of a machine', () => {
    const machine = new RegExp(`/(?:root|home/\\w+|Users/\\w+)/|[A-Z]:\\\\\\\\?Users\\\\`);
    const files = [
      ...places.filter((place) => existsSync(path.join(root, place))).flatMap(filesUnder),
      ...top,
    ];
    const found = files
      .filter((file) => (readable.test(file) || file === '.ci/run') && file !== 'test/checks/package.test.ts')
      .filter((file) => {
        const content = readFileSync(path.join(root, file), 'utf8');
        return machine.test(content) || content.includes(root);
      });
    assert.ok(files.length > 30);
    assert.deepEqual(found, []);
  });
});
