import type { PageAsks } from '../../src/protocol/pageAsks';
import { element } from './dom';
import { ask } from './host';
import { word } from './words';

/** How long a button says that it is done, ms. */
const DONE_MS = 1200;

/** A button that puts something on the clipboard and says so in its own place; what failed stands in its title. */
export function copyButton(
  title: string,
  what: () => PageAsks['copy']['args'],
  kind = 'link',
  name = title,
): HTMLButtonElement {
  const label = element('span', { text: title });
  const button = element('button', { class: kind }, label);
  if (name !== title) button.setAttribute('aria-label', name);
  let timer: number | undefined;
  button.addEventListener('click', () => {
    ask('copy', what()).then(
      () => {
        // The width stays: nothing beside it moves.
        button.style.minWidth = `${button.offsetWidth}px`;
        label.textContent = word('copied');
        announce(word('copied'));
        clearTimeout(timer);
        timer = window.setTimeout(() => (label.textContent = title), DONE_MS);
      },
      (error: unknown) => {
        button.title = (error as Error).message;
        announce(button.title);
      },
    );
  });
  return button;
}

let live: HTMLElement | undefined;

/** Says something to a screen reader that is seen elsewhere. */
export function announce(text: string): void {
  if (!live?.isConnected) {
    live = element('div', { class: 'unseen', role: 'status' });
    document.body.append(live);
  }
  live.textContent = text;
}
