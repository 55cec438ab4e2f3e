import { groundOf } from './standalone';

/** Pixels of the saved picture for each of the page. */
const SCALE = 2;

/**
 * Paints a picture and gives the PNG in base64. It is painted shape by shape, as the page's policy allows no image from
 * anywhere, not even from itself.
 */
export async function paintPicture(drawn: SVGSVGElement): Promise<string> {
  const box = drawn.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * SCALE);
  canvas.height = Math.ceil(box.height * SCALE);
  const context = canvas.getContext('2d')!;
  context.fillStyle = groundOf(drawn);
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const shape of drawn.querySelectorAll<SVGGraphicsElement>('rect, line, circle, path, text')) {
    const style = getComputedStyle(shape);
    const matrix = shape.getScreenCTM();
    if (!matrix || style.display === 'none' || style.visibility === 'hidden') continue;
    context.setTransform(
      matrix.a * SCALE,
      matrix.b * SCALE,
      matrix.c * SCALE,
      matrix.d * SCALE,
      (matrix.e - box.left) * SCALE,
      (matrix.f - box.top) * SCALE,
    );
    paint(context, shape, style);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return base64(new Uint8Array(await (blob ?? new Blob()).arrayBuffer()));
}

function paint(
  context: CanvasRenderingContext2D,
  shape: SVGGraphicsElement,
  style: CSSStyleDeclaration,
): void {
  const opacity = Number(style.opacity);
  if (shape instanceof SVGTextElement) {
    context.globalAlpha = opacity;
    context.fillStyle = style.fill;
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    // The start of the first letter is where the text was laid out, whatever moved it there.
    const at = shape.getNumberOfChars() > 0 ? shape.getStartPositionOfChar(0) : undefined;
    if (at && style.stroke !== 'none') {
      context.strokeStyle = style.stroke;
      context.lineWidth = Number.parseFloat(style.strokeWidth);
      context.lineJoin = 'round';
      context.setLineDash([]);
      context.strokeText(shape.textContent ?? '', at.x, at.y);
    }
    if (at) {
      context.textAlign = 'left';
      context.fillText(shape.textContent ?? '', at.x, at.y);
    }
    return;
  }
  const path = pathOf(shape);
  if (style.fill !== 'none') {
    context.globalAlpha = opacity * Number(style.fillOpacity);
    context.fillStyle = style.fill;
    context.fill(path);
  }
  if (style.stroke !== 'none') {
    context.globalAlpha = opacity * Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.setLineDash(
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat),
    );
    context.stroke(path);
  }
}

function pathOf(shape: SVGGraphicsElement): Path2D {
  const path = new Path2D();
  const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.tagName) {
    case 'rect':
      path.rect(number('x'), number('y'), number('width'), number('height'));
      break;
    case 'line':
      path.moveTo(number('x1'), number('y1'));
      path.lineTo(number('x2'), number('y2'));
      break;
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      break;
    default:
      return new Path2D(shape.getAttribute('d') ?? '');
  }
  return path;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
