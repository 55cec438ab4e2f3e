import type { Choice } from '../../../src/core/views/page/pageView';
import { element } from '../dom';
import { reworded } from '../words';

/** A labelled list to choose one of. */
export interface ChoiceField {
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement;
  /** Takes what can be chosen; the same list again changes nothing. */
  offer(choices: readonly Choice[]): void;
  show(id: string): void;
}

export function choiceField(title: string, changed: (id: string) => void): ChoiceField {
  const select = element('select');
  let offered: readonly Choice[] | undefined;
  select.addEventListener('change', () => changed(select.value));
  return {
    element: element('label', { class: 'field' }, element('span', { class: 'label', text: title }), select),
    select,
    offer(choices) {
      if (choices === offered) return;
      offered = choices;
      select.replaceChildren(...grouped(choices));
    },
    show(id) {
      // A choice that the list does not have is shown all the same: the figures rest on it.
      if (![...select.options].some(({ value }) => value === id))
        select.append(option({ id, name: id, group: '', hint: '' }));
      select.value = id;
      select.title = select.selectedOptions[0]?.text ?? '';
    },
  };
}

function grouped(choices: readonly Choice[]): Node[] {
  const nodes: HTMLElement[] = [];
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const choice of choices) {
    if (choice.group === '') {
      nodes.push(option(choice));
      continue;
    }
    let group = groups.get(choice.group);
    if (!group) {
      group = element('optgroup');
      group.label = reworded('choice', choice.group);
      groups.set(choice.group, group);
      nodes.push(group);
    }
    group.append(option(choice));
  }
  return nodes;
}

function option({ id, name, hint }: Choice): HTMLOptionElement {
  const shown = reworded('choice', name);
  const made = element('option', { text: hint === '' ? shown : `${shown} · ${hint}` });
  made.value = id;
  return made;
}
