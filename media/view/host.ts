import type { ViewPart } from '../../src/core/views/page/viewParts';
import type { PageAskName, PageAsks, PageNotice, PageReply } from '../../src/protocol/pageAsks';

interface HostApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): HostApi;

const host = acquireVsCodeApi();
const waiting = new Map<number, (reply: PageReply) => void>();
const listeners: ((notice: PageNotice) => void)[] = [];
let last = 0;

window.addEventListener('message', ({ data }: MessageEvent<PageReply | PageNotice>) => {
  if ('notice' in data) for (const listener of listeners) listener(data);
  else {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  }
});

function send(ask: string, args: unknown, parts?: readonly ViewPart[]): Promise<unknown> {
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, (reply) => (reply.ok ? resolve(reply.value) : reject(new Error(reply.message))));
    host.postMessage({ id, ask, args, ...(parts ? { parts } : {}) });
  });
}

/** Asks the host, for a view that has certain parts; rejects with its one sentence when the answer is an error. */
export function ask<K extends PageAskName>(
  name: K,
  args: PageAsks[K]['args'],
  parts?: readonly ViewPart[],
): Promise<PageAsks[K]['reply']> {
  return send(name, args, parts) as Promise<PageAsks[K]['reply']>;
}

/** Calls back for what the host says unasked. */
export function onNotice(listener: (notice: PageNotice) => void): void {
  listeners.push(listener);
}

/** What the page keeps of itself while it is hidden, by name: which list, which goal, how far scrolled. */
export function remembered(name: string): unknown {
  return (host.getState() as Record<string, unknown> | undefined)?.[name];
}

export function remember(name: string, value: unknown): void {
  const state = { ...(host.getState() as Record<string, unknown> | undefined) };
  if (value === undefined) delete state[name];
  else state[name] = value;
  host.setState(state);
}
