/** What of the page's styles a picture needs to look the same alone. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
  'paint-order',
] as const;

/** Attributes that mean something on the page only. */
const PAGE_ONLY = ['tabindex', 'role', 'class', 'style'];

/** The colour behind a picture, as computed. */
export function groundOf(drawn: Element): string {
  for (let at: Element | null = drawn; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== 'transparent' && !/,\s*0\)$/.test(colour)) return colour;
  }
  return getComputedStyle(document.body).getPropertyValue('--vscode-editor-background') || 'white';
}

/** The colour as every program reads it, and how opaque it is: mixed colours come as `color(srgb 0.5 0.5 0.5 / 0.2)`. */
function plain(colour: string): { readonly colour: string; readonly opacity: number } {
  const inside = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(colour);
  if (!inside) return { colour, opacity: 1 };
  const [r = 0, g = 0, b = 0, opacity = 1] = (inside[2]!.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const scale = inside[1] === 'color' ? 255 : 1;
  return { colour: `rgb(${[r, g, b].map((part) => Math.round(part * scale)).join(', ')})`, opacity };
}

/** Gives a shape its colour, with the opacity apart as SVG has it. */
function colourIn(target: Element, name: 'fill' | 'stroke'): void {
  const { colour, opacity } = plain(target.getAttribute(name) ?? 'none');
  target.setAttribute(name, colour);
  const own = Number(target.getAttribute(`${name}-opacity`) ?? 1);
  if (opacity < 1) target.setAttribute(`${name}-opacity`, String(own * opacity));
}

/** The text of a picture that stands alone: computed styles as attributes, no class, no variable, its own ground. */
export function standalone(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const from = [drawn, ...drawn.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  for (const [i, source] of from.entries()) {
    const target = to[i]!;
    const style = getComputedStyle(source);
    if (style.display === 'none') target.setAttribute('display', 'none');
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value !== '') target.setAttribute(name, value);
    }
    colourIn(target, 'fill');
    colourIn(target, 'stroke');
    for (const { name } of [...target.attributes])
      if (PAGE_ONLY.includes(name) || name.startsWith('aria-') || name.startsWith('data-'))
        target.removeAttribute(name);
  }
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', plain(groundOf(drawn)).colour);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}
