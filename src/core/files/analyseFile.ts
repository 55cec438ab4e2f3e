import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { MAX_INDEX_BYTES, readShards } from './checkpoint';
import { analyseDocument, isAlone, readModelJson } from './config';
import { readNeighbours, withNeighbours } from './disk';
import type { Folder } from './folder';
import { textOf, withFile } from './folder';
import { analyseGgufIn } from './gguf';
import { analyseOnnx } from './onnx';
import type { AnalyseOptions } from './options';
import { kindOf } from './recognise';
import { analyseSafetensorsIn, withConfig } from './safetensors';
import { readSafetensorsIndex } from '../readers/safetensors/readIndex';

/** A config larger than this is none; only indexes of checkpoints are. */
const MAX_CONFIG_BYTES = 16 * 1024 * 1024;

export interface FileOptions extends AnalyseOptions {
  /** The name that the analysis shall have; the file's own when absent. */
  readonly name?: string;
}

/**
 * Analyses a file of any format, with what it names and what lies beside it. `file` is its name in `folder`. The one way
 * from a file to figures, for the editor and the command line alike; what cannot be read is one sentence. Rejects only
 * when the signal aborts or the file itself cannot be read.
 */
export async function analyseFile(
  folder: Folder,
  file: string,
  options: FileOptions = {},
): Promise<Analysis | Unreadable> {
  const name = options.name ?? file;
  const analysis = await withFile(folder, file, (source) => analyseSource(folder, file, source, options));
  return analysis ?? { kind: 'unreadable', name, message: 'The file is not there any more.' };
}

async function analyseSource(
  folder: Folder,
  file: string,
  source: ByteSource,
  options: FileOptions,
): Promise<Analysis | Unreadable> {
  const name = options.name ?? file;
  switch (await kindOf(file, source)) {
    case 'json':
      return analyseJson(folder, file, source, options);
    case 'gguf':
      return analyseGgufIn(folder, file, source, name);
    case 'safetensors':
      return analyseSafetensorsIn(folder, file, source, name);
    case 'onnx':
      return analyseOnnx(source, name, { resolveExternal: (path) => folder.open(path), ...options });
  }
}

async function analyseJson(
  folder: Folder,
  file: string,
  source: ByteSource,
  options: FileOptions,
): Promise<Analysis | Unreadable> {
  const name = options.name ?? file;
  const unreadable = (message: string): Unreadable => ({ kind: 'unreadable', name, message });
  const isIndex = /\.index\.json$/i.test(file);
  const text = await textOf(source, isIndex ? MAX_INDEX_BYTES : MAX_CONFIG_BYTES);
  if (text === undefined)
    return unreadable(
      `The file is too large to be a model config: ${source.size.toLocaleString('en-US')} bytes.`,
    );
  const index = isIndex ? readSafetensorsIndex(text) : undefined;
  if (index && index.shards.length > 0)
    return withConfig(folder, await readShards(folder, index.shards), name);
  const json = readModelJson(text, name);
  if (!json)
    return unreadable(
      'This JSON is no model config: it has no model_type, no architectures and no keys of known families.',
    );
  if (isAlone(json.kind)) return withNeighbours(analyseDocument(json.document), await readNeighbours(folder));
  return unreadable(`A ${json.kind} file names other files, which are not read yet.`);
}
