/** Calls back when the frame under way is painted, before anything else that waits. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => soon(work));
}

/** Calls back in a task of its own: what a hand does meanwhile comes first. */
export function soon(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = work;
  port2.postMessage(null);
}
