import * as vscode from 'vscode';
import type * as Engine from '../engine';
import { setting } from './settings';

let loading: Promise<typeof Engine> | undefined;

/** The engine's bundle, loaded when first asked for: activation stays small. */
export function engine(): Promise<typeof Engine> {
  loading ??= import('../engine.js').then((loaded) => {
    // Numbers are written for the editor's language, in every view alike.
    loaded.setLocale(vscode.env.language);
    const takeUnits = () => loaded.setByteUnits(setting('units'));
    takeUnits();
    // As long as the engine is there; views are asked anew behind it.
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('modelEfficiency.units')) takeUnits();
    });
    return loaded;
  });
  return loading;
}
