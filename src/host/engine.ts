import type * as Engine from '../engine';

let loading: Promise<typeof Engine> | undefined;

/** The engine's bundle, loaded when first asked for: activation stays small. */
export function engine(): Promise<typeof Engine> {
  loading ??= import('../engine.js');
  return loading;
}
