import * as vscode from 'vscode';
import { WORDS } from '../../protocol/words';

/** The page's own words in the editor's language, as far as there are translations; the page has English for the rest. */
export function pageStrings(): Readonly<Record<string, string>> {
  const strings: Record<string, string> = {};
  for (const [key, english] of Object.entries(WORDS)) {
    const text = vscode.l10n.t(english);
    if (text !== english) strings[key] = text;
  }
  return strings;
}
