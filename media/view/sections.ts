import { AdviceSection } from './advice/advice';
import { Blocks } from './blocks/blocks';
import { AllFigures } from './figures/allFigures';
import { Figures } from './figures/figures';
import { FileFacts } from './file/file';
import { Header } from './header/header';
import { Layers } from './layers/layers';
import { Memory } from './memory/memory';
import { Precisions } from './precisions/precisions';
import { Problems } from './problems/problems';
import { Roofline } from './roofline/roofline';
import { ScenarioStrip } from './scenario/scenario';
import type { Section } from './section';

/** The sections of the page in their order, and the table of layers, which search and notices lead to. */
export function makeSections(): { readonly sections: readonly Section[]; readonly layers: Layers } {
  const layers = new Layers();
  return {
    sections: [
      new Header(),
      new ScenarioStrip(),
      new Figures(),
      new Precisions(),
      new Memory(),
      new Blocks(),
      new Roofline(),
      layers,
      new AdviceSection(),
      new Problems(),
      new AllFigures(),
      new FileFacts(),
    ],
    layers,
  };
}
