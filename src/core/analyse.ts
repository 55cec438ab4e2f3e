import type { Analysis, Unreadable } from './analysis';
import { buildModel } from './architectures/buildModel';
import type { ByteSource } from './bytes/byteSource';
import { groupByScopes } from './costs/blocks';
import { costModel } from './costs/costModel';
import { readConfig } from './readers/config/readConfig';
import { modelOfGguf } from './readers/gguf/modelOfHeader';
import { readGgufHeader } from './readers/gguf/readHeader';
import { readOnnx } from './readers/onnx/readOnnx';
import { modelOfSafetensors } from './readers/safetensors/modelOfHeader';
import { readSafetensorsHeader } from './readers/safetensors/readHeader';
import { inferShapes } from './shapes/inferShapes';

/**
 * The one public face of the core: a source in, an analysis out, by the same stages for every format:
 * bytes -> reader -> model -> shapes -> costs. Figures follow with a scenario (`makeReport`, `summaryLens`).
 */
export interface AnalyseOptions {
  /** Sizes for symbols of the file, by name (`--dim batch=2`). */
  readonly dims?: Readonly<Record<string, number>>;
  /** Whole shapes for inputs, by name (`--input tokens=2x7`). */
  readonly inputs?: Readonly<Record<string, readonly number[]>>;
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1, for sources that are slow to read. */
  readonly onProgress?: (share: number) => void;
  /** Opens an external-data file beside the model; refused paths never reach it. */
  readonly resolveExternal?: (relativePath: string) => Promise<ByteSource | undefined>;
}

/** Analyses the text of a config; undefined when it is some other JSON in the world. Synchronous and fast. */
export function analyseConfig(text: string, name: string): Analysis | undefined {
  const config = readConfig(text, name);
  if (!config) return undefined;
  const model = buildModel(config.values, { name, problems: config.problems });
  return { kind: 'model', name, model, costs: costModel(model), config };
}

/** Analyses the bytes of an ONNX file; reads its structure, never its weights. */
export async function analyseOnnx(
  source: ByteSource,
  name: string,
  options: AnalyseOptions = {},
): Promise<Analysis | Unreadable> {
  const read = await readOnnx(source, { ...options, name });
  if (read.kind === 'unreadable') return { kind: 'unreadable', name, message: read.message };
  const model = groupByScopes(inferShapes(read.model, options).model);
  return { kind: 'model', name, model, costs: costModel(model) };
}

/** Analyses the header of a GGUF file: its stored tensors. The model it holds follows from `configOfGguf`. */
export async function analyseGguf(source: ByteSource, name: string): Promise<Analysis | Unreadable> {
  const header = await readGgufHeader(source);
  if (header.kind === 'unreadable') return { kind: 'unreadable', name, message: header.message };
  const model = modelOfGguf(header, name);
  return { kind: 'model', name, model, costs: costModel(model) };
}

/** Analyses the header of a safetensors file: its stored tensors. */
export async function analyseSafetensors(source: ByteSource, name: string): Promise<Analysis | Unreadable> {
  const header = await readSafetensorsHeader(source);
  if (header.kind === 'unreadable') return { kind: 'unreadable', name, message: header.message };
  const model = modelOfSafetensors(header.tensors, name, header.metadata, header.warnings);
  return { kind: 'model', name, model, costs: costModel(model) };
}
