import * as vscode from 'vscode';
import type * as Engine from '../engine';

let loading: Promise<typeof Engine> | undefined;

/** The engine's bundle, loaded when first asked for: activation stays small. */
export function engine(): Promise<typeof Engine> {
  loading ??= import('../engine.js').then((loaded) => {
    // Numbers are written for the editor's language, in every view alike.
    loaded.setLocale(vscode.env.language);
    return loaded;
  });
  return loading;
}
