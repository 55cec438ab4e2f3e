import type { Certainty } from '../../src/core/costs/quantity';
import { element } from './dom';
import { word } from './words';

/** A shape for each certainty, so that it never is told by colour alone. */
const SIGNS: Readonly<Record<Certainty, string>> = {
  exact: '✓',
  estimated: '≈',
  'lower bound': '≥',
  unknown: '?',
};

/** The certainty of a figure by shape and word; what it means, or why it is not exact, when the mouse rests on it. */
export function certaintyMark(certainty: Certainty, reason = ''): HTMLElement {
  const mark = element('span', {
    class: `certainty ${certainty.replace(' ', '-')}`,
    title: reason || word(`certainty.means.${certainty}`),
  });
  const sign = element('span', { class: 'sign', text: SIGNS[certainty] });
  sign.setAttribute('aria-hidden', 'true');
  mark.append(sign, element('span', { text: word(`certainty.${certainty}`) }));
  return mark;
}

/** What each sign means, for a place where a person asks for it. */
export function certaintyLegend(): HTMLElement {
  return element(
    'ul',
    { class: 'legend certainties' },
    ...(Object.keys(SIGNS) as Certainty[]).map((certainty) =>
      element(
        'li',
        {},
        certaintyMark(certainty),
        element('span', { class: 'subtle', text: ` ${word(`certainty.means.${certainty}`)}` }),
      ),
    ),
  );
}
