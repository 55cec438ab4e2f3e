import type { WantedScenario } from '../../src/core/scenario/checkScenario';
import type { PartialView } from '../../src/core/views/page/pageView';
import type { ViewPart } from '../../src/core/views/page/viewParts';
import { ask } from './host';

/**
 * Changes of the scenario on their way to the host. At most one ask is under way; what comes meanwhile is put together and
 * goes out with the next frame, so a slider never queues up and the last word wins.
 */
let patch: WantedScenario | undefined;
let reset = false;
let busy = false;
let queued = false;

let partsSeen: () => readonly ViewPart[] = () => [];

const viewListeners: ((view: PartialView) => void)[] = [];
const failListeners: ((message: string) => void)[] = [];

/** Changes some of the scenario for all views; the page follows when the host has answered. */
export function changeScenario(change: WantedScenario): void {
  const dims = change.dims ? { ...patch?.dims, ...change.dims } : patch?.dims;
  patch = { ...patch, ...change, ...(dims ? { dims } : {}) };
  schedule();
}

/** Puts the scenario back to the defaults. */
export function resetScenario(): void {
  patch = undefined;
  reset = true;
  schedule();
}

/** Calls back with what the page shows under the changed scenario; `seen` says which parts a person sees when it is asked. */
export function onView(listener: (view: PartialView) => void, seen: () => readonly ViewPart[]): void {
  viewListeners.push(listener);
  partsSeen = seen;
}

/** Calls back with the one sentence that says why a change was not followed; '' when all is well again. */
export function onScenarioFailure(listener: (message: string) => void): void {
  failListeners.push(listener);
}

/** True while a change is on its way: what the host says of the scenario then is not the last word. */
export function changing(): boolean {
  return busy || patch !== undefined || reset;
}

/** The first change goes out as soon as its event is through; what follows a reply waits for the frame that shows it. */
function schedule(): void {
  if (busy || queued) return;
  queued = true;
  queueMicrotask(() => {
    queued = false;
    void send();
  });
}

function scheduleNext(): void {
  if (queued) return;
  queued = true;
  requestAnimationFrame(() => {
    queued = false;
    void send();
  });
}

async function send(): Promise<void> {
  const wanted = reset ? null : patch;
  if (wanted === undefined) return;
  if (reset) reset = false;
  else patch = undefined;
  busy = true;
  try {
    const view = await ask('scenario', wanted, partsSeen());
    // An answer that is outdated already still moves the figures along under a held slider.
    for (const listener of viewListeners) listener(view);
    for (const listener of failListeners) listener('');
  } catch (error) {
    for (const listener of failListeners) listener((error as Error).message);
  } finally {
    busy = false;
    if (changing()) scheduleNext();
  }
}
