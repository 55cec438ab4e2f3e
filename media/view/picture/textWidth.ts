let context: CanvasRenderingContext2D | null | undefined;
let family = '';

/** Width of a text in the page's font, px: labels are measured before they are drawn, so that none is cut. */
export function textWidth(text: string, size: number, weight = 400): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.6;
  if (family === '') family = getComputedStyle(document.body).fontFamily;
  context.font = `${weight} ${size}px ${family}`;
  return context.measureText(text).width;
}

/** Letters of a name that are worth showing; fewer say nothing. */
const LEAST_LETTERS = 3;

/** The text, or as much of its beginning as fits with an ellipsis; '' when that would say nothing. */
export function shortened(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${text.slice(0, middle)}…`, size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return low >= LEAST_LETTERS ? `${text.slice(0, low)}…` : '';
}
