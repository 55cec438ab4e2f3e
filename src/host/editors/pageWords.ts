import * as vscode from 'vscode';
import type { Words } from '../../protocol/pageAsks';
import { engine } from '../engine';

/** The editor's language and the page's own words in it, as far as there are translations; the page has English for the rest. */
export async function pageWords(): Promise<Words> {
  const { WORDS } = await engine();
  const strings: Record<string, string> = {};
  for (const [key, english] of Object.entries(WORDS)) {
    const text = vscode.l10n.t(english);
    if (text !== english) strings[key] = text;
  }
  return { locale: vscode.env.language, strings };
}
