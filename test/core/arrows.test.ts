import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import: who asks, and what it asks for, both as paths from the top with slashes (packages by their name). */
interface Arrow {
  readonly from: string;
  readonly to: string;
}

const importLine =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*|\bimport\s+type\s[^;]*?from\s*)(['"])([^'"\n]+)\1/g;

/** The imports of one source, types included: an arrow is an arrow even when nothing of it runs. */
function arrowsOf(file: string, source: string): Arrow[] {
  return [...source.matchAll(importLine)].map(([, , target]) => ({
    from: file,
    to: target!.startsWith('.') ? path.posix.join(path.posix.dirname(file), target!) : target!,
  }));
}

function allArrows(): Arrow[] {
  return ['src', 'media'].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
      .map((name) => `${top}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => arrowsOf(name, readFileSync(path.join(root, name), 'utf8'))),
  );
}

/** A folder (or file) and everything in it. */
const within = (place: string) => (name: string) => name === place || name.startsWith(`${place}/`);
const any = (...places: string[]) => {
  const tests = places.map(within);
  return (name: string) => tests.some((test) => test(name));
};
const isPackage = (name: string) => !/^(src|media|test|\.\.)(\/|$)/.test(name);
const isNode = (name: string) => name.startsWith('node:');

/** What the page may bring: small, well kept, and without a network. */
const PAGE_PACKAGES = ['d3-hierarchy', 'd3-scale', 'd3-shape', '@tanstack/virtual-core'];

type Test = (name: string) => boolean;

/** The arrows that must never exist, as ARCHITECTURE.md lists them. */
const forbidden: readonly { readonly rule: string; readonly from: Test; readonly to: Test }[] = [
  {
    rule: 'core -> vscode, node:*, protocol, host, media',
    from: within('src/core'),
    to: (to) => to === 'vscode' || isNode(to) || any('src/protocol', 'src/host', 'media')(to),
  },
  {
    rule: 'core -> any package but jsonc-parser and onnx-proto',
    from: within('src/core'),
    to: (to) => isPackage(to) && !['jsonc-parser', 'onnx-proto'].includes(to),
  },
  {
    rule: 'core -> out of core',
    from: within('src/core'),
    to: (to) => !isPackage(to) && !within('src/core')(to),
  },
  {
    rule: 'readers -> shapes, costs, advice, views',
    from: within('src/core/readers'),
    to: any('src/core/shapes', 'src/core/costs', 'src/core/advice', 'src/core/views'),
  },
  {
    rule: 'model -> any other room',
    from: within('src/core/model'),
    to: (to) => !within('src/core/model')(to),
  },
  {
    rule: 'text -> any room but model',
    from: within('src/core/text'),
    to: (to) =>
      within('src/core')(to) && to !== 'src/core/steps' && !any('src/core/text', 'src/core/model')(to),
  },
  {
    rule: 'shapes -> costs, advice, views, readers',
    from: within('src/core/shapes'),
    to: any('src/core/costs', 'src/core/advice', 'src/core/views', 'src/core/readers'),
  },
  {
    rule: 'costs -> advice, views, readers',
    from: within('src/core/costs'),
    to: any('src/core/advice', 'src/core/views', 'src/core/readers'),
  },
  {
    rule: 'advice -> views, readers',
    from: within('src/core/advice'),
    to: any('src/core/views', 'src/core/readers'),
  },
  {
    rule: 'onnx-proto only from readers/onnx',
    from: (from) => !within('src/core/readers/onnx')(from),
    to: within('onnx-proto'),
  },
  {
    rule: 'vscode only from host and extension.ts',
    from: (from) => !any('src/host', 'src/extension.ts')(from),
    to: within('vscode'),
  },
  {
    rule: 'protocol -> anything but core and itself',
    from: within('src/protocol'),
    to: (to) => !any('src/core', 'src/protocol')(to),
  },
  {
    rule: 'media -> host, vscode, node:*, packages beyond the small ones for scales, shapes and virtual rows',
    from: within('media'),
    to: (to) => (isPackage(to) && !PAGE_PACKAGES.includes(to)) || within('src/host')(to),
  },
  ...['text', 'editors', 'commands', 'onnxText'].map((room) => ({
    rule: `host/${room} -> the other parts of the host that people see`,
    from: within(`src/host/${room}`),
    to: (to: string) =>
      any('src/host/text', 'src/host/editors', 'src/host/commands', 'src/host/onnxText')(to) &&
      !within(`src/host/${room}`)(to),
  })),
  { rule: 'src, media -> test', from: any('src', 'media'), to: within('test') },
];

const broken = (arrows: readonly Arrow[]) =>
  forbidden.flatMap(({ rule, from, to }) =>
    arrows
      .filter((arrow) => from(arrow.from) && to(arrow.to))
      .map((arrow) => `${rule}: ${arrow.from} -> ${arrow.to}`),
  );

describe('arrows that must never exist', () => {
  it('reads every way to write an import', () => {
    const source = [
      "import a from './a';",
      "import type { B } from '../model/b';",
      "import {\n  c,\n  d,\n} from 'node:fs';",
      "export * from './e';",
      "import './f.css';",
      "const g = await import('./g.js');",
      "const h = require('vscode');",
      "type I = import('../i').I;",
    ].join('\n');
    assert.deepEqual(
      arrowsOf('src/core/costs/x.ts', source).map(({ to }) => to),
      [
        'src/core/costs/a',
        'src/core/model/b',
        'node:fs',
        'src/core/costs/e',
        'src/core/costs/f.css',
        'src/core/costs/g.js',
        'vscode',
        'src/core/i',
      ],
    );
  });

  it('would find each of them', () => {
    const examples: readonly Arrow[] = [
      { from: 'src/core/views/x.ts', to: 'node:fs' },
      { from: 'src/core/views/x.ts', to: 'left-pad' },
      { from: 'src/core/views/x.ts', to: 'src/cli/x' },
      { from: 'src/core/readers/onnx/x.ts', to: 'src/core/costs/x' },
      { from: 'src/core/model/x.ts', to: 'src/core/bytes/x' },
      { from: 'src/core/text/x.ts', to: 'src/core/costs/x' },
      { from: 'src/core/shapes/x.ts', to: 'src/core/readers/x' },
      { from: 'src/core/costs/x.ts', to: 'src/core/views/x' },
      { from: 'src/core/advice/x.ts', to: 'src/core/views/x' },
      { from: 'src/core/readers/config/x.ts', to: 'onnx-proto' },
      { from: 'src/cli.ts', to: 'vscode' },
      { from: 'src/protocol/x.ts', to: 'src/host/x' },
      { from: 'media/view/x.ts', to: 'src/host/x' },
      { from: 'src/host/text/x.ts', to: 'src/host/commands/x' },
      { from: 'src/host/editors/x.ts', to: 'src/host/text/x' },
      { from: 'src/host/commands/x.ts', to: 'src/host/editors/x' },
      { from: 'src/host/onnxText/x.ts', to: 'src/host/text/x' },
      { from: 'src/cli.ts', to: 'test/support/x' },
    ];
    const found = broken(examples);
    for (const { rule } of forbidden)
      assert.ok(
        found.some((line) => line.startsWith(`${rule}:`)),
        rule,
      );
  });

  it('are not there', () => {
    const arrows = allArrows();
    assert.ok(arrows.length > 20, `only ${arrows.length} imports were read`);
    assert.deepEqual(broken(arrows), []);
  });
});
