import type { PageFacts } from '../core/views/page/facts';

/** What the page may ask of the host, and what a good answer is. The page asks first; the host never sends unasked data. */
export interface Asks {
  /** The facts of the file, or the one sentence that says why there are none. */
  readonly facts: PageFacts;
  /** Ends the reading that is under way; its ask is answered with a sentence. */
  readonly cancel: null;
  /** Open the report of this file. */
  readonly showReport: null;
}

export type AskName = keyof Asks;

/** Page to host. `id` comes back in the reply. */
export interface Ask<K extends AskName = AskName> {
  readonly id: number;
  readonly ask: K;
}

/** Host to page: the answer to one ask. */
export type Reply<K extends AskName = AskName> =
  | { readonly id: number; readonly ok: true; readonly value: Asks[K] }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Host to page, unasked: reading has come so far (0 to 1), or the file has changed and should be asked for again. */
export type Notice = { readonly notice: 'progress'; readonly share: number } | { readonly notice: 'changed' };

/** True for a well-formed ask: what comes from a page is checked before it is believed. */
export function isAsk(message: unknown): message is Ask {
  const { id, ask } = (message ?? {}) as Partial<Ask>;
  return typeof id === 'number' && (ask === 'facts' || ask === 'cancel' || ask === 'showReport');
}
