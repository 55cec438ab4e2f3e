import type { ByteSource } from '../bytes/byteSource';
import { readSafetensorsHeader } from '../readers/safetensors/readHeader';
import type { StoredTensor } from '../readers/safetensors/readHeader';
import { readSafetensorsIndex } from '../readers/safetensors/readIndex';
import type { Folder } from './folder';
import { textIn, withFile } from './folder';
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
}

/** An index of as many tensors as any checkpoint has is a few ten MB. */
export const MAX_INDEX_BYTES = 64 * 1024 * 1024;
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
  const text = await textIn(folder, index, MAX_INDEX_BYTES);
  return text === undefined ? undefined : readSafetensorsIndex(text)?.shards;
}

/**
 * The safetensors files that hold the model beside a config: those of the index, else all parts of one name, else
 * `model.safetensors` (diffusers: `diffusion_pytorch_model.safetensors`; PEFT: `adapter_model.safetensors`).
 */
export async function findCheckpoint(folder: Folder): Promise<readonly string[]> {
  for (const stem of ['model', 'diffusion_pytorch_model', 'adapter_model']) {
    const shards = await shardsOfIndex(folder, `${stem}.safetensors.index.json`).catch(() => undefined);
    if (shards && shards.length > 0) return shards;
    const whole = `${stem}.safetensors`;
    if (await isThere(folder, whole)) return [whole];
  }
  const names = (await folder.list?.().catch(() => [])) ?? [];
  const parts = names.map((n) => (n.endsWith('.safetensors') ? partOf(n) : undefined));
  return parts.find((p) => p !== undefined)?.files.slice(0, MAX_PARTS) ?? [];
}

async function isThere(folder: Folder, file: string): Promise<boolean> {
  const there = await withFile(folder, file, () => Promise.resolve(true)).catch(() => undefined);
  return there === true;
}
