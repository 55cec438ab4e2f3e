import type { AskName, Asks, Notice, Reply } from '../../src/protocol/messages';

interface HostApi {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): HostApi;

const host = acquireVsCodeApi();
const waiting = new Map<number, (reply: Reply) => void>();
const listeners: ((notice: Notice) => void)[] = [];
let last = 0;

window.addEventListener('message', ({ data }: MessageEvent<Reply | Notice>) => {
  if ('notice' in data) for (const listener of listeners) listener(data);
  else {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  }
});

/** Asks the host; rejects with its one sentence when the answer is an error. */
export function ask<K extends AskName>(name: K): Promise<Asks[K]> {
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, (reply) =>
      reply.ok ? resolve(reply.value as Asks[K]) : reject(new Error(reply.message)),
    );
    host.postMessage({ id, ask: name });
  });
}

/** Calls back for what the host says unasked. */
export function onNotice(listener: (notice: Notice) => void): void {
  listeners.push(listener);
}
