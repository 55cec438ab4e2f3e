import { element } from './dom';

/** One thing that a menu does. */
export interface MenuItem {
  readonly title: string;
  act(): void;
}

let menus = 0;

/** A button that opens a small menu: arrows move, Escape closes, a click elsewhere too. */
export function menuButton(
  title: string,
  items: readonly MenuItem[],
  kind = 'secondary',
  name = title,
): HTMLElement {
  const button = element('button', { class: kind, text: title });
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  if (name !== title) button.setAttribute('aria-label', name);
  const list = element('div', { class: 'menu', role: 'menu' });
  list.id = `menu-${menus++}`;
  list.hidden = true;
  list.setAttribute('aria-label', name);
  button.setAttribute('aria-controls', list.id);
  const entries = items.map((item) => {
    const entry = element('button', { class: 'menu-item', role: 'menuitem', text: item.title });
    entry.tabIndex = -1;
    entry.addEventListener('click', () => {
      show(false);
      button.focus();
      item.act();
    });
    return entry;
  });
  list.append(...entries);
  const holder = element('div', { class: 'menu-holder' }, button, list);
  const show = (open: boolean) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) entries[0]?.focus();
  };
  button.addEventListener('click', () => show(list.hidden));
  holder.addEventListener('keydown', (event) => {
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Escape' && !list.hidden) {
      show(false);
      button.focus();
    } else if (to !== undefined) {
      if (list.hidden) show(true);
      else entries[(to + entries.length) % entries.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  holder.addEventListener('focusout', (event) => {
    if (!holder.contains(event.relatedTarget as Node | null)) show(false);
  });
  return holder;
}
