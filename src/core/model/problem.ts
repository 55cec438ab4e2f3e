import type { Origin } from './origin';

/**
 * One clear sentence about what is wrong, odd or assumed, and where.
 * `error`: part of the file could not be read. `warning`: it was read, but a figure may mislead.
 * `assumption`: something the file leaves open was taken to be so.
 */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'assumption';
  /** Stable id, e.g. `onnx.truncated`, `config.heads-do-not-divide`. */
  readonly code: string;
  readonly message: string;
  readonly origin?: Origin;
  /** Id of the value it is about, where that says the place better than an origin. */
  readonly value?: number;
  /** Where it stands, when that is another file than the one that was opened: a path relative to it, a line from 1. */
  readonly elsewhere?: { readonly file: string; readonly line: number };
}

/**
 * Whether it says that a config cannot be followed as it stands: figures rest on other values than it meant, and are
 * neither exact nor a bound. Other errors say that a part is missing.
 */
export function isMisread({ severity, code }: Problem): boolean {
  return severity === 'error' && /^config\./.test(code) && code !== 'config.not-built';
}
