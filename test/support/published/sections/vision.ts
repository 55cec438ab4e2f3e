import type { Claim, Measure, Section } from '../claim';
import { calflopsFlops, ptflopsMacs, thopMacs, twice } from '../counters';
import type { Figure } from '../figure';
import { parameters, prefillMacs, times } from '../measures';

/** One run on one image: 1 x 3 x 224 x 224, or the size that the graph was made for. */
const macs = prefillMacs(1);

const PTFLOPS =
  'theirs counts one for each bias, rectified and pooled element and two for each normalised one';
const THOP =
  'theirs counts fully connected layers twice, one for each bias, four for each normalised element';
const AUX = 'theirs has the auxiliary head, which runs in training only';

function graphName(f: Figure): string {
  if (f.conditions.includes('Cadene')) {
    if (f.model === 'inceptionv3') return 'inception_v3-299';
    return `cadene-${f.model}`;
  }
  if (f.model === 'ResNet50') return 'resnet50';
  return f.model === 'ViT-B/16' ? 'vit_b_16' : f.model;
}

function parametersOf(f: Figure, unit: number): Claim {
  const of = { graph: graphName(f) };
  const aux = /inception_?v3/.test(f.model);
  return {
    kind: 'compared',
    of,
    what: 'parameters',
    ours: parameters,
    published: f.value * unit,
    // Auxiliary head of torchvision's Inception: 1 x 1 x 768 x 128, 5 x 5 x 128 x 768, two norms, 768 x 1000 and bias.
    ...(aux
      ? { rule: { why: AUX, value: (b) => parameters(b) + 98304 + 256 + 2457600 + 1536 + 769000 } }
      : {}),
  };
}

function counted(f: Figure, what: string, ours: Measure, unit: number, why: string, value: Measure): Claim {
  return {
    kind: 'compared',
    of: { graph: graphName(f) },
    what,
    ours,
    published: f.value * unit,
    rule: { why, value },
  };
}

export const ptflops: Section = {
  title: 'ptflops: torchvision and pretrainedmodels',
  about:
    'Networks as torchvision and Cadene’s pretrainedmodels build them, one image; parameters are learned ones, without running statistics.',
  has: (f) => f.source.startsWith('sovrasov/'),
  claim: (f) =>
    f.quantity === 'parameters' ? parametersOf(f, 1e6) : counted(f, 'MACs', macs, 1e9, PTFLOPS, ptflopsMacs),
};

export const thop: Section = {
  title: 'thop: torchvision',
  about: 'Networks as torchvision builds them, one image of 224 × 224.',
  has: (f) => f.source.startsWith('Lyken17/'),
  claim: (f) =>
    f.quantity === 'parameters' ? parametersOf(f, 1e6) : counted(f, 'MACs', macs, 1e9, THOP, thopMacs),
};

export const torchFlops: Section = {
  title: 'torch_flops',
  about: 'One image of 224 × 224; FLOPs are twice the MACs.',
  has: (f) => f.source.startsWith('zugexiaodui/'),
  claim: (f) => ({
    kind: 'compared',
    of: { graph: graphName(f) },
    what: 'matrix FLOPs',
    ours: twice,
    published: f.value * 1e9,
  }),
};

const CALFLOPS =
  'theirs adds one for each bias, rectified and pooled element and two for each normalised one';

/** The vision table of calflops; its language models are in a section of their own. */
export function calflopsVision(f: Figure): Claim {
  if (f.quantity === 'parameters') return parametersOf(f, f.unit === 'M' ? 1e6 : 1);
  if (f.quantity.startsWith('MACs'))
    return {
      kind: 'compared',
      of: { graph: graphName(f) },
      what: 'MACs',
      ours: macs,
      published: f.value * (f.unit === 'G' ? 1e9 : 1),
    };
  const unit = f.unit === 'G' ? 1e9 : 1;
  if (f.conditions.includes('G column prints 5.29') && f.unit === 'G')
    return {
      kind: 'compared',
      of: { graph: graphName(f) },
      what: 'matrix FLOPs',
      ours: times(2, macs),
      published: f.value * unit,
      rule: { why: 'a slip of the pen: the column of totals beside it has 5.69 G' },
    };
  return counted(f, 'matrix FLOPs', times(2, macs), unit, CALFLOPS, calflopsFlops);
}
