import type { ByteSource } from '../bytes/byteSource';
import { readSafetensorsHeader } from '../readers/safetensors/readHeader';
import type { StoredTensor } from '../readers/safetensors/readHeader';
import type { Folder } from './folder';
import { withFile } from './folder';
import { indexIn } from './indexText';
import type { IndexText } from './indexText';
import { MAX_PARTS, partOf } from './shards';

/** A tensor with the file that holds it. */
export interface ShardTensor extends StoredTensor {
  readonly file: string;
}

/** The tensors of a checkpoint by the headers of its files. */
export interface Checkpoint {
  readonly files: readonly string[];
  readonly tensors: readonly ShardTensor[];
  readonly metadata: Readonly<Record<string, string>>;
  /** What is odd or missing, one sentence each. */
  readonly warnings: readonly string[];
  /** Files that are not there or could not be read, one sentence each; among the warnings too. */
  readonly missing?: readonly string[];
  /** The index that names the files. */
  readonly index?: IndexText;
}

/** Headers read at once. */
const AT_ONCE = 8;
const MAX_WARNINGS = 20;

/** Reads the headers of several safetensors files of one folder; those that are missing or broken are told. */
export async function readShards(folder: Folder, files: readonly string[]): Promise<Checkpoint> {
  const tensors: ShardTensor[] = [];
  const warnings: string[] = [];
  const metadata: Record<string, string> = {};
  const warn = (message: string): void => {
    if (warnings.length < MAX_WARNINGS) warnings.push(message);
  };
  const read: string[] = [];
  const missing: string[] = [];
  const miss = (message: string): void => {
    if (missing.length < MAX_WARNINGS) missing.push(message);
    warn(message);
  };
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const headers = await Promise.all(some.map((file) => headerIn(folder, file)));
    headers.forEach((header, i) => {
      const file = some[i]!;
      if (header === undefined) return miss(`${file} is not there.`);
      if (header.kind === 'unreadable') return miss(`${file}: ${header.message}`);
      read.push(file);
      for (const t of header.tensors) tensors.push({ ...t, file });
      Object.assign(metadata, header.metadata);
      header.warnings.forEach(warn);
    });
  }
  return { files: read, tensors, metadata, warnings, missing };
}

async function headerIn(folder: Folder, file: string) {
  try {
    return await withFile(folder, file, (source: ByteSource) => readSafetensorsHeader(source));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', message: `it could not be read: ${why}.` } as const;
  }
}

/** The shards that an index names; undefined when it is none or not there. */
export async function shardsOfIndex(folder: Folder, index: string): Promise<readonly string[] | undefined> {
  return (await indexIn(folder, index))?.index?.shards;
}

/** The files of a checkpoint, and the index beside them, whether it names them or cannot be read. */
export interface FoundCheckpoint {
  readonly files: readonly string[];
  readonly index?: IndexText;
}

/**
 * The safetensors files that hold the model beside a config: those of the index, else all parts of one name, else
 * `model.safetensors` (diffusers: `diffusion_pytorch_model.safetensors`; PEFT: `adapter_model.safetensors`).
 */
export async function findCheckpoint(folder: Folder): Promise<FoundCheckpoint> {
  let broken: { readonly index?: IndexText } = {};
  for (const stem of ['model', 'diffusion_pytorch_model', 'adapter_model']) {
    const index = await indexIn(folder, `${stem}.safetensors.index.json`).catch(() => undefined);
    if (index?.index && index.index.shards.length > 0) return { files: index.index.shards, index };
    if (index) broken = { index };
    const whole = `${stem}.safetensors`;
    if (await isThere(folder, whole)) return { files: [whole], ...broken };
  }
  const names = (await folder.list?.().catch(() => [])) ?? [];
  const parts = names.map((n) => (n.endsWith('.safetensors') ? partOf(n) : undefined));
  return { files: parts.find((p) => p !== undefined)?.files.slice(0, MAX_PARTS) ?? [], ...broken };
}

async function isThere(folder: Folder, file: string): Promise<boolean> {
  const there = await withFile(folder, file, () => Promise.resolve(true)).catch(() => undefined);
  return there === true;
}
