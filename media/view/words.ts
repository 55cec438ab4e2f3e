import { WORDS } from '../../src/protocol/words';
import type { WordKey } from '../../src/protocol/words';

export type { WordKey };

let translated: Readonly<Record<string, string>> = {};

/** Takes the words in the editor's language, as the host sent them. */
export function useWords(strings: Readonly<Record<string, string>>): void {
  translated = strings;
}

/** The page's own words for a key, with `{0}`, `{1}` ... put in. */
export function word(key: WordKey, ...values: readonly string[]): string {
  return fill(translated[key] ?? WORDS[key], values);
}

/** The same for a key that may have no words: then the text given stands. */
export function wordOr(key: string, text: string): string {
  return Object.hasOwn(WORDS, key) ? word(key as WordKey) : text;
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (whole, at: string) => values[Number(at)] ?? whole);
}
