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
  ground.setAttribute('fill', groundOf(drawn));
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}
