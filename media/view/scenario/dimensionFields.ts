import type { FreeDimension } from '../../../src/core/views/page/pageView';
import { element } from '../dom';
import { changeScenario } from '../following';
import { word } from '../words';
import { numberField } from './numberField';
import type { NumberField } from './numberField';

/** Fields shown at most: a file may name any number of symbols. */
const MOST = 24;

/** A field for each size that the file leaves open and the scenario's own counts do not name. */
export class DimensionFields {
  readonly element = element('div', { class: 'fields dimensions', role: 'group' });
  private readonly hint = element('p', { class: 'subtle hint', text: word('scenario.setDimensions') });
  private readonly fields = new Map<string, NumberField>();

  constructor() {
    this.element.setAttribute('aria-label', word('scenario.dimensions'));
  }

  show(dimensions: readonly FreeDimension[]): void {
    const shown = dimensions.slice(0, MOST);
    this.element.hidden = shown.length === 0;
    const names = new Set(shown.map(({ name }) => name));
    for (const [name, field] of this.fields)
      if (!names.has(name)) {
        field.element.remove();
        this.fields.delete(name);
      }
    for (const { name, value } of shown) {
      let field = this.fields.get(name);
      if (!field) {
        field = numberField(name, 0, (size) => changeScenario({ dims: { [name]: size } }));
        field.input.placeholder = word('scenario.notSet');
        field.input.setAttribute('aria-label', word('scenario.dimension', name));
        this.fields.set(name, field);
        this.element.append(field.element);
      }
      field.element.classList.toggle('missing', value === null);
      field.show(value);
    }
    // Says what to do about figures that are unknown for want of a size.
    this.hint.hidden = shown.every(({ value }) => value !== null);
    this.element.append(this.hint);
  }
}
