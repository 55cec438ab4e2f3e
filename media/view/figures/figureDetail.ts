import type { FigureView } from '../../../src/core/views/page/figureView';
import { certaintyMark } from '../certainty';
import { copyButton } from '../copyButton';
import { element } from '../dom';
import { ask } from '../host';
import { reworded, word } from '../words';
import { figureName, wholeText } from './figureName';

/** How a figure comes about: in full, formula with the numbers put in, why it is not exact, the places it came from. */
export function figureDetail(
  figure: FigureView,
  hasText: boolean,
  failed: (message: string) => void,
): HTMLElement {
  const list = element('dl', { class: 'facts' });
  const add = (title: string, ...content: readonly Node[]) =>
    list.append(element('dt', { text: title }), element('dd', {}, ...content));
  const text = (value: string, kind = '') => element('span', { text: value, class: kind });
  if (figure.whole !== '') add(word('figures.whole'), text(reworded('whole', figure.whole), 'numbers'));
  if (figure.formula !== '') add(word('figures.formula'), text(figure.formula, 'formula'));
  add(word('certainty'), certaintyMark(figure.certainty));
  if (figure.reason !== '') add(word('figures.reason'), text(figure.reason));
  if (figure.places.length > 0)
    add(
      word('figures.places'),
      ...figure.places.map((place) => {
        const there = hasText && (place.offset !== undefined || place.operator !== undefined);
        if (!there) return element('span', { class: 'place', text: place.label });
        const link = element('button', { class: 'link place', text: place.label });
        link.addEventListener('click', () => {
          ask('reveal', place).catch((error: unknown) => failed((error as Error).message));
        });
        return link;
      }),
    );
  return element(
    'div',
    { class: 'figure-detail-body' },
    element(
      'div',
      { class: 'section-head' },
      element('h3', { text: figureName(figure) }),
      copyButton(
        word('copy'),
        () => ({ text: [wholeText(figure), figure.formula].filter(Boolean).join('\n') }),
        'link',
        word('copyOf', `${figureName(figure)}, ${word('figures.formula')}`),
      ),
    ),
    list,
  );
}
