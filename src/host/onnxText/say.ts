import * as vscode from 'vscode';
import type { Say, TEXT_WORDS } from '../../core/views/onnxText/words';

/** The words of lenses and hovers in the editor's language; `words` are the engine's, in English. */
export function say(words: typeof TEXT_WORDS): Say {
  return (key, ...values) => {
    const english = words[key];
    return vscode.l10n.t(english, ...values);
  };
}
