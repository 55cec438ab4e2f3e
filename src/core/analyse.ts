/**
 * The one public face of the core: a file in, an analysis out, by the same stages for every format:
 * bytes -> reader -> model -> shapes -> costs. Figures follow with a scenario (`makeReport`, `summaryLens`).
 */
export { analyseFile } from './files/analyseFile';
export { analyseConfig } from './files/config';
export { readNeighbours, withNeighbours } from './files/disk';
export type { Neighbours } from './files/disk';
export type { Folder } from './files/folder';
export { analyseGguf } from './files/gguf';
export { analyseOnnx, analyseOnnxText } from './files/onnx';
export type { UnreadableText } from './files/onnx';
export type { AnalyseOptions, FileOptions, FindFolder } from './files/options';
export { analyseSafetensors } from './files/safetensors';
