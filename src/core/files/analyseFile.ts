import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { orStopped } from '../bytes/orStopped';
import { readShards } from './checkpoint';
import { indexProblems } from './indexProblems';
import { MAX_INDEX_BYTES, indexOfText } from './indexText';
import { analyseAdapter } from './adapter';
import { MAX_CONFIG_BYTES, analyseDocument, readModelJson } from './config';
import { readNeighbours, withNeighbours } from './disk';
import type { Folder } from './folder';
import { textOf, withFile } from './folder';
import { analyseGenai } from './genai';
import { analyseGgufIn } from './gguf';
import { analyseOnnx } from './onnx';
import type { FileOptions } from './options';
import { analyseParts } from './parts';
import { kindOf } from './recognise';
import { analyseSafetensorsIn, withConfig } from './safetensors';

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
  const work = withFile(folder, file, (source) => analyseSource(folder, file, source, options));
  const analysis = await orStopped(work, options.signal);
  return analysis ?? { kind: 'unreadable', name, message: 'The file is not there any more.' };
}

async function analyseSource(
  folder: Folder,
  file: string,
  source: ByteSource,
  options: FileOptions,
): Promise<Analysis | Unreadable> {
  const name = options.name ?? file;
  if (source.size === 0) return { kind: 'unreadable', name, message: 'The file is empty.' };
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
  const indexed = isIndex ? indexOfText(file, text) : undefined;
  const index = indexed?.index;
  if (indexed && index && index.shards.length > 0) {
    const checkpoint = { ...(await readShards(folder, index.shards)), index: indexed };
    const told = index.totalBytes === undefined ? '' : `, ${index.totalBytes.toLocaleString('en-US')} bytes`;
    const metadata = {
      ...checkpoint.metadata,
      Index: `${index.tensors.size.toLocaleString('en-US')} tensors in ${index.shards.length} files${told}`,
    };
    return withConfig(folder, { ...checkpoint, metadata }, name, indexProblems(indexed, checkpoint, false));
  }
  const json = readModelJson(text, name);
  if (!json)
    return unreadable(
      'This JSON is no model config: it has no model_type, no architectures and no keys of known families.',
    );
  switch (json.kind) {
    case 'config':
    case 'params':
      return withNeighbours(analyseDocument(json.document), await readNeighbours(folder));
    case 'genai':
      return analyseGenai(folder, json, options);
    case 'adapter':
      return analyseAdapter(folder, json, options.findFolder);
    case 'modules':
    case 'pipeline':
      return analyseParts(folder, json);
    case 'index':
      return unreadable('This index names no safetensors files in its own folder.');
  }
}
