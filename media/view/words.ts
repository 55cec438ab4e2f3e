import { WORDS } from '../../src/protocol/words';
import type { WordKey } from '../../src/protocol/words';
import { setLocale } from '../../src/core/locale';
import { ask } from './host';

export type { WordKey };

let translated: Readonly<Record<string, string>> = {};
let asked: Promise<void> | undefined;

/** Asks once for the words in the editor's language; done when they are there, or English is all there is. */
export function wordsAsked(): Promise<void> {
  return (asked ??= ask('words', null).then(
    ({ locale, strings }) => {
      setLocale(locale);
      translated = strings;
    },
    () => undefined,
  ));
}

/** The page's own words for a key, with `{0}`, `{1}` ... put in. */
export function word(key: WordKey, ...values: readonly string[]): string {
  return fill(translated[key] ?? WORDS[key], values);
}

/** The same for a key that may have no words: then the text given stands. */
export function wordOr(key: string, text: string): string {
  return Object.hasOwn(WORDS, key) ? word(key as WordKey) : text;
}

/** A short text of the engine's in the page's language: the words of this kind that read so in English. */
export function reworded(kind: 'choice' | 'effect' | 'ratio' | 'whole', text: string): string {
  for (const [key, english] of Object.entries(WORDS)) {
    if (!key.startsWith(`${kind}.`)) continue;
    const [before = '', after] = english.split('{0}');
    if (after === undefined ? text === english : text.startsWith(before) && text.endsWith(after))
      return word(key as WordKey, text.slice(before.length, text.length - (after ?? '').length));
  }
  return text;
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (whole, at: string) => values[Number(at)] ?? whole);
}
