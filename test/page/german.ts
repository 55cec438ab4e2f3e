import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Words } from '../../src/protocol/pageAsks';
import { WORDS } from '../../src/protocol/words';
import { root } from '../support/embedded/parts.mjs';

const bundle = JSON.parse(readFileSync(path.join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

/** What the host answers when the editor is in German. */
export const germanWords: Words = {
  locale: 'de',
  strings: Object.fromEntries(
    Object.entries(WORDS).map(([key, english]) => [key, bundle[english] ?? english]),
  ),
};

/** Every text that a page shows or tells a screen reader. */
export function textsOf(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let at: Node | null = walk.currentNode; at; at = walk.nextNode()) {
      if (at instanceof Text) texts.push(at.data);
      else if (at instanceof Element)
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'label'])
          texts.push(at.getAttribute(name) ?? '');
    }
    return [...new Set(texts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text)))];
  });
}

/** Blocks, operators and values of the samples, which are called as German has other words for. */
const OF_THE_SAMPLES = ['model', 'norm', 'attention', 'value', 'layer', 'output', 'query'];

/** The page's own English words among texts, where German has other ones. */
export function leftInEnglish(texts: readonly string[]): string[] {
  // What is little more than what is put in says nothing of the language.
  const words = Object.values(WORDS).filter(
    (english) => bundle[english] !== english && /\p{L}{4}/u.test(english.replaceAll(/\{\d\}/g, '')),
  );
  const patterns = words.map(
    (english) =>
      new RegExp(`^${english.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\d\}/g, '\\S+')}$`, 'u'),
  );
  return texts.filter(
    (text) => !OF_THE_SAMPLES.includes(text) && patterns.some((pattern) => pattern.test(text)),
  );
}
