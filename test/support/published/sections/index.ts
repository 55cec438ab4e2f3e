import type { Section } from '../claim';
import { caches } from './caches';
import { calflops } from './calflops';
import { devices } from './devices';
import { ggufParser } from './ggufParser';
import { inferSim } from './inferSim';
import { llmAnalysis } from './llmAnalysis';
import { onnxTool } from './onnxTool';
import { operators } from './operators';
import { accelerate, ggufCounts, hubCounts } from './stored';
import { cookbook } from './training';
import { ptflops, thop, torchFlops } from './vision';

/** All sections, in the order of the document; each figure belongs to exactly one. */
export const SECTIONS: readonly Section[] = [
  hubCounts,
  ggufCounts,
  accelerate,
  caches,
  ggufParser,
  inferSim,
  onnxTool,
  operators,
  calflops,
  ptflops,
  thop,
  torchFlops,
  llmAnalysis,
  cookbook,
  devices,
];
