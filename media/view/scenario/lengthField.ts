import { formatInteger } from '../../../src/core/views/format';
import { element } from '../dom';
import { word } from '../words';
import { numberField } from './numberField';
import { nearestStep, tokenSteps } from './tokenSteps';

/** What a slider reaches to where the model names no longest sequence. */
const FAR = 131_072;

/** A length in tokens, by a slider on a logarithmic scale or by its number. */
export class LengthField {
  readonly element: HTMLElement;
  private readonly label = element('span', { class: 'label' });
  private readonly slider = element('input', { class: 'slider' });
  private readonly field;
  private steps: readonly number[] = [1];
  private most = 0;

  constructor(
    private readonly title: string,
    changed: (tokens: number) => void,
  ) {
    this.field = numberField(title, 1, changed);
    this.field.input.setAttribute('aria-label', title);
    this.slider.type = 'range';
    this.slider.min = '0';
    this.slider.step = '1';
    this.slider.setAttribute('aria-label', word('scenario.slider', title));
    this.slider.addEventListener('input', () => {
      const tokens = this.steps[Number(this.slider.value)] ?? 1;
      this.say(tokens);
      this.field.show(tokens);
      changed(tokens);
    });
    this.element = element(
      'div',
      { class: 'field length' },
      this.label,
      element('div', { class: 'length-controls' }, this.slider, this.field.input),
    );
  }

  show(tokens: number, longest: number | undefined): void {
    const most = longest ?? Math.max(FAR, tokens);
    if (most !== this.most) {
      this.most = most;
      this.steps = tokenSteps(most);
      this.slider.max = String(this.steps.length - 1);
      this.field.input.max = String(most);
    }
    this.field.show(tokens);
    if (document.activeElement !== this.slider) this.slider.value = String(nearestStep(this.steps, tokens));
    this.say(tokens);
    this.label.textContent =
      longest === undefined ? this.title : `${this.title} ${word('scenario.upTo', formatInteger(longest))}`;
  }

  private say(tokens: number): void {
    this.slider.setAttribute('aria-valuetext', word('scenario.tokens', formatInteger(tokens)));
  }
}
