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
import type { Scene } from './stage';

/** The sections of the page in their order; `made` gets the table of layers, which notices lead to, when it is there. */
export function scenes(made: (layers: Layers) => void): readonly Scene[] {
  return [
    { make: () => new Header(), first: true },
    { make: () => new ScenarioStrip(), first: true },
    { make: () => new Figures(), first: true },
    { make: () => new Precisions(), follows: ['precisions', 'memory'] },
    { make: () => new Memory(), follows: ['memory'] },
    { make: () => new Blocks(), follows: ['blocks'] },
    { make: () => new Roofline(), follows: ['roofline'] },
    {
      make: () => {
        const layers = new Layers();
        made(layers);
        return layers;
      },
      knows: ['blocks'],
    },
    { make: () => new AdviceSection() },
    { make: () => new Problems() },
    { make: () => new AllFigures() },
    { make: () => new FileFacts() },
  ];
}
