import { AdviceSection } from './advice/advice';
import { Layers } from './layers/layers';
import { Roofline } from './roofline/roofline';
import type { Section } from './section';

/** The sections of the page in their order, and the table of layers, which search and notices lead to. */
export function makeSections(): { readonly sections: readonly Section[]; readonly layers: Layers } {
  const layers = new Layers();
  return { sections: [new Roofline(), layers, new AdviceSection()], layers };
}
