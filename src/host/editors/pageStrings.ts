import * as vscode from 'vscode';
import { engine } from '../engine';

/** The page's own words in the editor's language, as far as there are translations; the page has English for the rest. */
export async function pageStrings(): Promise<Readonly<Record<string, string>>> {
  const { WORDS } = await engine();
  const strings: Record<string, string> = {};
  for (const [key, english] of Object.entries(WORDS)) {
    const text = vscode.l10n.t(english);
    if (text !== english) strings[key] = text;
  }
  return strings;
}
