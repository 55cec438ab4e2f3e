/** Every text that page and host show, from the sources: `npm run bundle-texts` writes l10n/bundle.l10n.json. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TEXT_WORDS } from '../../src/core/views/onnxText/words';
import { WORDS } from '../../src/protocol/words';

const root = path.resolve(__dirname, '../..');

/** The words of the page, and what the host gives to `vscode.l10n.t`, once each. Throws for a call without a plain text. */
export function sourceTexts(): readonly string[] {
  const files = readdirSync(path.join(root, 'src/host'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join('src/host', name))
    .sort();
  const host = [...files, 'src/extension.ts'].flatMap(textsOf);
  return [...new Set([...Object.values(WORDS), ...Object.values(TEXT_WORDS), ...host])];
}

function textsOf(file: string): readonly string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const calls = source.matchAll(
    /\bl10n\.t\(\s*(?:('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|([^\s][^,)\n]*))/g,
  );
  return [...calls].flatMap(([, text, other]) => {
    // What pageWords.ts and the ONNX texts hand on are words that are collected already.
    if (text === undefined) {
      if (/^english\b/.test(other!)) return [];
      throw new Error(`${file}: l10n.t(${other}) is no plain text`);
    }
    return [text.slice(1, -1).replace(/\\(.)/g, '$1')];
  });
}

/** The bundle of the source language as it is to be stored: each text under itself. */
export function bundleText(): string {
  return `${JSON.stringify(Object.fromEntries(sourceTexts().map((text) => [text, text])), null, 2)}\n`;
}

if (require.main === module) writeFileSync(path.join(root, 'l10n/bundle.l10n.json'), bundleText());
