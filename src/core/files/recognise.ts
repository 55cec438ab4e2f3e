/** What a file is, by its name and by what stands in it: the one place that decides. */
import type { ByteSource } from '../bytes/byteSource';
import { isModelConfig } from '../readers/config/readConfig';
import { isParams } from '../readers/params/readParams';

/** The formats that are told apart before anything is read in full. */
export type FileKind = 'onnx' | 'gguf' | 'safetensors' | 'json';

/** What a JSON file is to a model. */
export type JsonKind = 'config' | 'params' | 'genai' | 'adapter' | 'modules' | 'pipeline' | 'index';

const BY_NAME: readonly (readonly [RegExp, FileKind])[] = [
  // A text is told from a binary file by what stands in it.
  [/\.onnx(txt)?$/i, 'onnx'],
  [/\.gguf$/i, 'gguf'],
  [/\.safetensors$/i, 'safetensors'],
  [/\.jsonc?$/i, 'json'],
];

/** The kind that a name promises; undefined for names of no known ending. */
export function kindByName(file: string): FileKind | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(file))?.[1];
}

/** The kind of a file: by its name where that is known, else by its first bytes; what is neither is tried as ONNX. */
export async function kindOf(file: string, source: ByteSource): Promise<FileKind> {
  const named = kindByName(file);
  if (named && named !== 'json') return named;
  const head = new Uint8Array(Math.min(64, source.size));
  const got = await source.read(0, head);
  const text = new TextDecoder().decode(head.subarray(0, got));
  // ONNX in JSON form begins with the version of its representation.
  if (/^\s*\{\s*"ir_?[vV]ersion"\s*:/.test(text)) return 'onnx';
  if (named) return named;
  if (text.startsWith('GGUF')) return 'gguf';
  // Eight bytes of length, the upper ones 0, then an object.
  if (got >= 9 && text[8] === '{' && head[4] === 0 && head[5] === 0 && head[6] === 0 && head[7] === 0)
    return 'safetensors';
  return /^\s*[{[]/.test(text) ? 'json' : 'onnx';
}

/** What a parsed JSON is; undefined for all other JSON in the world. */
export function jsonKindOf(root: unknown): JsonKind | undefined {
  if (Array.isArray(root)) return isModules(root) ? 'modules' : undefined;
  if (!isRecord(root)) return undefined;
  if (isRecord(root['weight_map'])) return 'index';
  if (typeof root['peft_type'] === 'string') return 'adapter';
  if (isRecord(root['model']) && isRecord(root['model']['decoder'])) return 'genai';
  if (isPipeline(root)) return 'pipeline';
  if (isParams(root)) return 'params';
  return isModelConfig(root) ? 'config' : undefined;
}

/** diffusers: parts named as [library, class]. Models and schedulers of their own have plain values only. */
function isPipeline(root: Readonly<Record<string, unknown>>): boolean {
  return (
    '_diffusers_version' in root &&
    Object.values(root).some(
      (v) => Array.isArray(v) && v.length === 2 && v.every((t) => typeof t === 'string'),
    )
  );
}

function isModules(root: readonly unknown[]): boolean {
  return root.some(
    (m) => isRecord(m) && typeof m['type'] === 'string' && m['type'].startsWith('sentence_transformers.'),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
