import { element } from '../dom';
import { word } from '../words';

/** Names the list of devices for whoever leads there. */
export const DEVICE_FIELD = 'scenario-device';

/** Says what a device would show here, with a button that leads to the list of devices. */
export function deviceHint(text: string): HTMLElement {
  const choose = element('button', { class: 'link', text: word('scenario.chooseDevice') });
  choose.addEventListener('click', reachDevice);
  return element('p', { class: 'subtle device-hint' }, element('span', { text: `${text} ` }), choose);
}

/** Brings the list of devices to the focus and opens it; in a narrow pane the strip opens first. */
function reachDevice(): void {
  const select = document.getElementById(DEVICE_FIELD) as HTMLSelectElement | null;
  if (!select) return;
  if (select.offsetWidth === 0) document.querySelector<HTMLElement>('.scenario > .summary')?.click();
  select.focus();
  try {
    select.showPicker();
  } catch {
    // A browser that does not let a page open a list leaves it at the focus.
  }
}
