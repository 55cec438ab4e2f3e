/** Parts of a view that cost most to compute and to send: a page asks first for those that a person sees. */
export const VIEW_PARTS = ['precisions', 'memory', 'blocks', 'roofline'] as const;

export type ViewPart = (typeof VIEW_PARTS)[number];

/** Parts as they came from a page: the known ones in their order, or all where no list came. */
export function checkParts(parts: unknown): readonly ViewPart[] {
  return Array.isArray(parts) ? VIEW_PARTS.filter((part) => parts.includes(part)) : VIEW_PARTS;
}
