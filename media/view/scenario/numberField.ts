import { element } from '../dom';

/** A labelled field for a whole number. */
export interface NumberField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Shows a value, unless a person is typing another one. */
  show(value: number | null): void;
}

/** Makes a field that calls back with each whole number of at least `least`; anything else is marked and left unheard. */
export function numberField(title: string, least: number, changed: (value: number) => void): NumberField {
  const input = element('input', { class: 'number' });
  input.type = 'number';
  input.min = String(least);
  input.step = '1';
  input.inputMode = 'numeric';
  let last = '';
  const check = () => {
    const value = Number(input.value);
    const good = input.value !== '' && Number.isSafeInteger(value) && value >= least;
    input.toggleAttribute('aria-invalid', false);
    if (!good) input.setAttribute('aria-invalid', 'true');
    return good ? value : undefined;
  };
  input.addEventListener('input', () => {
    const value = check();
    if (value !== undefined) changed(value);
  });
  // What was not followed does not stay: the field says what the figures rest on.
  input.addEventListener('change', () => {
    if (check() !== undefined) return;
    input.value = last;
    check();
  });
  input.addEventListener('blur', () => {
    input.value = last;
    input.removeAttribute('aria-invalid');
  });
  return {
    element: element('label', { class: 'field' }, element('span', { class: 'label', text: title }), input),
    input,
    show(value) {
      last = value === null ? '' : String(value);
      if (document.activeElement !== input) input.value = last;
    },
  };
}
