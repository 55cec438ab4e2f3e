import type { FigureView } from '../../../src/core/views/page/figureView';
import { reworded, word, wordOr } from '../words';

/** What a figure is called on the page. */
export function figureName(figure: FigureView): string {
  return wordOr(`figure.${figure.id}`, figure.id);
}

/** A figure's value, short; what is not known says so in the page's language. */
export function figureText(figure: FigureView): string {
  return figure.value === null ? word('unknown') : figure.text;
}

/** A figure as it is put on the clipboard: in full where it is known, else why it is not. */
export function wholeText(figure: FigureView): string {
  const value = figure.whole === '' ? figureText(figure) : reworded('whole', figure.whole);
  const certainty =
    figure.certainty === 'exact'
      ? ''
      : ` (${[word(`certainty.${figure.certainty}`), figure.reason].filter(Boolean).join(': ')})`;
  return `${figureName(figure)}: ${value}${certainty}`;
}
